// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedList.h"

#include <cstddef>
#include <cstdint>

namespace inspector {

/// How many points of a track, which are in the order of the records, are at or before record #`number`.
template <class Point>
[[nodiscard]] std::size_t countUpTo(const SharedList<Point> &points, std::uint64_t number)
{
    std::size_t low = 0;
    std::size_t high = points.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (points[middle].number <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// The last of them, or nullptr.
template <class Point>
[[nodiscard]] const Point *lastAt(const SharedList<Point> &points, std::uint64_t number)
{
    const std::size_t count = countUpTo(points, number);
    return count == 0 ? nullptr : &points[count - 1];
}

} // namespace inspector
