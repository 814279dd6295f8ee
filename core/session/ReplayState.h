// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"
#include "core/tutorial/TranscriptState.h"

#include <optional>

namespace inspector {

/// All that a SessionReplay rebuilt, as a value: a copy costs a few reference counts.
struct ReplayState
{
    WorldState world;
    TranscriptState transcript;
    /// Time of the first record and of the one applied last, ms since the epoch.
    std::optional<TimeMs> firstTime, lastTime;

    friend bool operator==(const ReplayState &, const ReplayState &) = default;
};

} // namespace inspector
