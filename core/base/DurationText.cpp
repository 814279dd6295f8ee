// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"

#include "core/base/NumberText.h"

#include <array>
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

std::string latencyText(std::int64_t ns)
{
    constexpr double thousand = 1000;
    static constexpr std::array<const char *, 4> units{" ns", " µs", " ms", " s"};
    auto value = static_cast<double>(ns);
    std::size_t unit = 0;
    const auto rounded = [&value] { // to three digits
        const double digits = value < 10 ? 100 : value < 100 ? 10 : 1;
        return std::round(value * digits) / digits;
    };
    while (unit + 1 < units.size() && rounded() >= thousand) {
        value /= thousand;
        ++unit;
    }
    return numberText(rounded()) + units.at(unit);
}

} // namespace inspector
