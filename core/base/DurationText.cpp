// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"

#include "core/base/NumberText.h"

#include <cmath>

namespace inspector {

std::string durationText(double ms)
{
    constexpr double msPerSecond = 1000;
    constexpr double secondsPerMinute = 60;
    constexpr double tenths = 10;
    if (ms < msPerSecond)
        return numberText(std::round(ms)) + " ms";
    const double seconds = ms / msPerSecond;
    if (seconds < secondsPerMinute)
        return numberText(std::round(seconds * tenths) / tenths) + " s";
    const double whole = std::round(seconds);
    return numberText(std::floor(whole / secondsPerMinute)) + " min " +
           numberText(std::fmod(whole, secondsPerMinute)) + " s";
}

} // namespace inspector
