// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/NumberRange.h"

#include "core/base/EcmaJson.h"
#include "core/base/StrictJson.h"

#include <cmath>
#include <string>

namespace inspector {

namespace {

constexpr double largest = 1e9; // a billion ms are twelve days

bool isMultiple(double number, double unit)
{
    const double times = number / unit;
    return std::floor(times) == times;
}

double readEighths(const StrictJson &json)
{
    constexpr double eighth = 0.125;
    const double number = json.number(-largest, largest);
    if (!isMultiple(number, eighth))
        json.fail("must be a multiple of 0.125");
    return number;
}

} // namespace

NumberRange readRange(const StrictJson &json)
{
    NumberRange range;
    if (!json.isList()) {
        range.min = readEighths(json);
        return range;
    }
    const auto numbers = json.elements();
    if (numbers.size() != 2 && numbers.size() != 3) {
        json.fail("must be [least, most] or [least, most, distance]");
        return range;
    }
    range.min = readEighths(numbers[0]);
    const double max = readEighths(numbers[1]);
    if (numbers.size() == 3)
        range.step = readEighths(numbers[2]);
    if (max < range.min)
        json.fail("must not end before it starts");
    else if (range.step <= 0)
        json.fail("must have a distance above 0");
    else
        range.steps = static_cast<std::uint64_t>((max - range.min) / range.step);
    return range;
}

NumberRange readWholeRange(const StrictJson &json, double least)
{
    const NumberRange range = readRange(json);
    if (!isMultiple(range.min, 1) || !isMultiple(range.step, 1))
        json.fail("must be whole numbers");
    if (range.min < least) {
        std::string reason = "must be at least ";
        appendJsonNumber(reason, least);
        json.fail(reason);
    }
    return range;
}

} // namespace inspector
