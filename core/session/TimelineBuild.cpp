// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineBuild.h"

#include "core/session/SessionReader.h"

#include <utility>

namespace inspector {

Result<TimelineBuild> buildTimeline(const SessionInput &input, const SessionTimeline::Options &options,
    const WatchedDevice::Progress &progress, const StopFlag *stop)
{
    auto file = SessionFile::fromDevice(input.device(), input.name());
    if (!file)
        return tl::unexpected(std::move(file.error()));
    input.device().seek(0);
    WatchedDevice device(input.device(), progress, stop);
    SessionTimeline timeline(std::move(*file), options);
    SessionReplay replay(options.replay);
    SessionReader reader(
        device, {input.modifiedAt(), [&replay](std::string_view event) { return replay.wantsEvent(event); }});
    SessionRecord record;
    auto more = reader.next(record);
    for (; more && *more; more = reader.next(record)) {
        replay.apply(record, reader.report());
        timeline.append(record, reader.recordPlace(), replay);
    }
    if (device.isStopped())
        return stop->failureOf("reading " + input.name());
    if (!more) {
        Error error = std::move(more.error());
        error.message = input.name() + ": " + error.message;
        return tl::unexpected(std::move(error));
    }
    return TimelineBuild{std::move(timeline), reader.report(), replay.state()};
}

} // namespace inspector
