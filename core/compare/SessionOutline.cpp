// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SessionOutline.h"

#include "core/compare/ContentHasher.h"
#include "core/engine/SessionTracksRecorder.h"
#include "core/session/SessionReader.h"
#include "core/session/TimelineReader.h"
#include "core/state/StoreWatchers.h"

#include <array>
#include <functional>
#include <utility>

namespace inspector {

namespace {

constexpr std::array<std::string_view, 5> subjects{
    "factionId", "stepId", "npcId", "source", "sourceFactionId"};

void mix(std::uint64_t &key, std::string_view text)
{
    constexpr std::uint64_t prime = 0x9e3779b97f4a7c15;
    key = (key ^ std::hash<std::string_view>()(text)) * prime;
    key ^= key >> 29U;
}

std::uint64_t keyOf(const SessionRecord &record)
{
    std::uint64_t key = 0;
    mix(key, record.typeName);
    mix(key, record.event.value_or(std::string()));
    const JsonObject *payload = record.payload.asObject();
    if (record.type == SessionRecord::Type::Marker && record.body.asObject() != nullptr) {
        if (const JsonValue *label = record.body.asObject()->find("label");
            label != nullptr && label->asString() != nullptr)
            mix(key, *label->asString());
    }
    if (payload == nullptr)
        return key;
    for (const std::string_view subject : subjects) {
        const JsonValue *value = payload->find(subject);
        if (value != nullptr && value->asString() != nullptr)
            mix(key, *value->asString());
    }
    return key;
}

} // namespace

void SessionOutline::add(const SessionRecord &record, ContentHasher &hasher)
{
    keys.push_back(keyOf(record));
    contents.push_back(hasher.hashOf(record));
    if (!record.event)
        return;
    Events &known = events[*record.event];
    if (known.count++ == 0)
        known.first = record.number;
}

Result<SessionOutline> SessionOutline::of(const SessionTimeline &timeline, SessionTracks tracks,
    ReadReport report, const PathPatterns &ignored, const StopFlag &stop)
{
    constexpr std::uint64_t betweenLooks = 1024;
    SessionOutline outline;
    outline.name = timeline.file()->name();
    outline.report = std::move(report);
    outline.tracks = std::move(tracks);
    outline.keys.reserve(timeline.size());
    outline.contents.reserve(timeline.size());
    ContentHasher hasher(ignored);
    TimelineReader reader(timeline);
    for (std::uint64_t number = 1; number <= timeline.size(); ++number) {
        if (number % betweenLooks == 0 && stop.isRequested())
            return stop.failureOf("the reading of " + outline.name);
        const Result<SessionRecord> record = reader.recordAt(number);
        if (!record)
            return tl::unexpected(record.error());
        outline.add(*record, hasher);
    }
    Result<ReplayState> end = reader.stateAt(timeline.size());
    if (!end)
        return tl::unexpected(end.error());
    outline.end = end->world;
    return outline;
}

Result<SessionOutline> SessionOutline::read(
    SessionInput input, const Options &options, const PathPatterns &ignored)
{
    SessionOutline outline;
    outline.name = input.name();
    SessionReplay replay(options.replay);
    SessionTracksRecorder recorder(options.catalogue);
    ContentHasher hasher(ignored);
    const StoreWatchers watchers(replay.store(), {&recorder});
    SessionReader reader(input.device(), {input.modifiedAt(), {}});
    SessionRecord record;
    bool isReached = false;
    while (!isReached) {
        Result<bool> more = reader.next(record);
        if (!more) {
            more.error().message = input.name() + ": " + more.error().message;
            return tl::unexpected(more.error());
        }
        if (!*more)
            break;
        outline.add(record, hasher);
        recorder.begin(record, SessionReplay::changesState(record));
        replay.apply(record, reader.report());
        isReached = options.until && options.until->isReached(record);
    }
    if (const std::string problem = input.problem(); !problem.empty())
        reader.report().add({ReadIssue::Kind::Warning, 0, problem, {}});
    outline.isUntilReached = !options.until || isReached;
    outline.report = reader.report();
    outline.tracks = recorder.tracks();
    outline.end = replay.store().state();
    return outline;
}

} // namespace inspector
