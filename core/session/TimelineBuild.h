// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionInput.h"
#include "core/session/SessionTimeline.h"
#include "core/session/WatchedDevice.h"

namespace inspector {

/// A whole input, read.
struct TimelineBuild
{
    SessionTimeline timeline;
    ReadReport report;
    ReplayState end; ///< the state after the last record
};

/// Reads an input from its start to its end, on the calling thread. `progress` (may be empty) is called about
/// once per MiB; `stop` (may be nullptr) is looked at as often. Errors, which name the input: those of
/// StopFlag, and SessionReader and SessionFile.
[[nodiscard]] Result<TimelineBuild> buildTimeline(const SessionInput &input,
    const SessionTimeline::Options &options, const WatchedDevice::Progress &progress = {},
    const StopFlag *stop = nullptr);

} // namespace inspector
