// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionCopy.h"

#include "core/base/EcmaJson.h"
#include "core/base/StopFlag.h"
#include "core/session/TimelineReader.h"
#include "core/telemetry/AtomicFile.h"

#include <QFileInfo>

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

} // namespace

Result<void> copySession(const SessionTimeline &timeline, const std::vector<UserMarker> &markers,
    const std::string &path, const StopFlag *stop)
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
    addMarkers(0);
    for (std::uint64_t number = 1; number <= timeline.size(); ++number) {
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
