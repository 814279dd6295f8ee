// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SessionOutline.h"

#include "core/engine/SessionTracksRecorder.h"
#include "core/session/SessionReader.h"
#include "core/state/StoreWatchers.h"

#include <array>
#include <functional>

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

Result<SessionOutline> SessionOutline::read(SessionInput input, const Options &options)
{
    SessionOutline outline;
    outline.name = input.name();
    SessionReplay replay(options.replay);
    SessionTracksRecorder recorder(options.catalogue);
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
        outline.keys.push_back(keyOf(record));
        if (record.event) {
            Events &events = outline.events[*record.event];
            if (events.count++ == 0)
                events.first = record.number;
        }
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
