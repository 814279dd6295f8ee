// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ElapsedText.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace inspector {

namespace {

void appendPadded(std::string &out, std::uint64_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

} // namespace

std::string elapsedText(double ms)
{
    constexpr std::uint64_t perSecond = 1000, perMinute = 60'000, perHour = 3'600'000;
    constexpr double most = 1e15; // beyond any clock, and exact
    const auto whole = static_cast<std::uint64_t>(std::min(std::floor(std::abs(ms)), most));
    std::string text = ms <= -1 ? "-" : "";
    appendPadded(text, whole / perHour, 2);
    appendPadded(text += ':', whole % perHour / perMinute, 2);
    appendPadded(text += ':', whole % perMinute / perSecond, 2);
    appendPadded(text += '.', whole % perSecond, 3);
    return text;
}

} // namespace inspector
