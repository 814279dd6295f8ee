// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SystemClock.h"

#include <chrono>

namespace inspector {

TimeMs SystemClock::nowMs() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<TimeMs>(std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count());
}

std::int64_t SystemClock::monotonicNs() const
{
    const auto sinceStart = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(sinceStart).count();
}

} // namespace inspector
