// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"

#include "core/base/EcmaJson.h"

#include <cmath>

namespace inspector {

std::string durationText(double ms)
{
    const auto number = [](double value) {
        std::string text;
        appendJsonNumber(text, value);
        return text;
    };
    constexpr double msPerSecond = 1000;
    constexpr double secondsPerMinute = 60;
    constexpr double tenths = 10;
    if (ms < msPerSecond)
        return number(std::round(ms)) + " ms";
    const double seconds = ms / msPerSecond;
    if (seconds < secondsPerMinute)
        return number(std::round(seconds * tenths) / tenths) + " s";
    const double whole = std::round(seconds);
    return number(std::floor(whole / secondsPerMinute)) + " min " +
           number(std::fmod(whole, secondsPerMinute)) + " s";
}

} // namespace inspector
