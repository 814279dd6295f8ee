// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace inspector {

/// A moment in ms since the epoch. A double, because records carry JSON numbers and must be written back as
/// they came.
using TimeMs = double;

/// Where core gets the time from: nothing below the command line asks the system by itself.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall clock, whole ms since the epoch.
    [[nodiscard]] virtual TimeMs nowMs() const = 0;

    /// Monotonic ns from an arbitrary start, for durations.
    [[nodiscard]] virtual std::int64_t monotonicNs() const = 0;
};

} // namespace inspector
