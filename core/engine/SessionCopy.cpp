// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionCopy.h"

#include "core/base/EcmaJson.h"
#include "core/base/StopFlag.h"
#include "core/session/TimelineReader.h"
#include "core/telemetry/AtomicFile.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

std::string lineOf(const UserMarker &marker)
{
    return toJsonText(JsonObject{{"type", "marker"}, {"timestamp", marker.at}, {"label", marker.label}},
               JsonLayout::Compact) +
           '\n';
}

Result<std::string> lineOf(TimelineReader &reader, std::uint64_t number)
{
    if (const SessionRecord *kept = reader.timeline().keptRecord(number))
        return toJsonText(kept->body, JsonLayout::Compact) + '\n';
    return reader.textAt(number).map([](std::string text) { return std::move(text) + '\n'; });
}

/// The session record of a cut. Its `seq` would make a gap of what was left out on purpose.
std::string withoutSeq(const JsonObject &session)
{
    JsonObject::Members members;
    for (const auto &member : session) {
        if (member.key != "seq")
            members.push_back(member);
    }
    return toJsonText(JsonObject(std::move(members)), JsonLayout::Compact) + '\n';
}

/// What the session is, as far as its first record says so, and the state behind record #`number`.
Result<std::string> openingOf(TimelineReader &reader, std::uint64_t number)
{
    std::string opening;
    const Result<SessionRecord> first = reader.recordAt(1);
    if (!first)
        return tl::unexpected(first.error());
    if (first->type == SessionRecord::Type::Session) {
        if (number == 1)
            return lineOf(reader, 1);
        if (const JsonObject *session = first->body.asObject())
            opening = withoutSeq(*session);
    }
    const Result<ReplayState> state = reader.stateAt(number);
    if (!state)
        return tl::unexpected(state.error());
    return opening +
           toJsonText(
               JsonObject{{"type", "snapshot"}, {"timestamp", reader.timeline().index().timeOf(number)},
                   {"snapshot", snapshotJson(state->world)},
                   {"transcript", toJson(state->transcript.entries)}},
               JsonLayout::Compact) +
           '\n';
}

} // namespace

SessionCut lastOf(const SessionTimeline &timeline, double ms, std::uint64_t last)
{
    if (timeline.size() == 0)
        return {};
    const SessionIndex &index = timeline.index();
    last = std::min(last, timeline.size());
    const std::uint64_t before = index.lastNotAfter(index.timeOf(last) - ms).value_or(0);
    return {std::min(before, last - 1) + 1, last}; // the clock may go back behind it
}

Result<void> copySession(const SessionTimeline &timeline, const std::vector<UserMarker> &markers,
    const std::string &path, const StopFlag *stop, SessionCut cut)
{
    constexpr std::size_t blockBytes = 1U << 20U;
    const QString file = QString::fromStdString(path);
    Result<AtomicFile> out = AtomicFile::open(file);
    if (!out)
        return tl::unexpected(out.error());
    TimelineReader reader(timeline);
    std::string block;
    std::size_t nextMarker = 0;
    const auto addMarkers = [&](std::uint64_t number) {
        for (; nextMarker < markers.size() && markers[nextMarker].number <= number; ++nextMarker)
            block += lineOf(markers[nextMarker]);
    };
    if (cut.first > 1) {
        const Result<std::string> opening = openingOf(reader, std::min(cut.first - 1, timeline.size()));
        if (!opening)
            return tl::unexpected(opening.error());
        block = *opening;
        while (nextMarker < markers.size() && markers[nextMarker].number < cut.first - 1)
            ++nextMarker;
    }
    addMarkers(cut.first - 1);
    for (std::uint64_t number = cut.first; number <= std::min(cut.last, timeline.size()); ++number) {
        if (stop != nullptr && stop->isRequested())
            return stop->failureOf("saving " + path);
        const Result<std::string> line = lineOf(reader, number);
        if (!line)
            return tl::unexpected(line.error());
        block += *line;
        addMarkers(number);
        if (block.size() < blockBytes)
            continue;
        if (auto written = out->write(block); !written)
            return written;
        block.clear();
    }
    if (auto written = out->write(block); !written)
        return written;
    return out->commit().and_then([&] { return syncFolder(QFileInfo(file).absolutePath()); });
}

} // namespace inspector
