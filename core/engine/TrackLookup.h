// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace inspector {

/// How many points of a track, which are in the order of the records, are at or before record #`number`.
template <class Points>
[[nodiscard]] std::size_t countUpTo(const Points &points, std::uint64_t number)
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
template <class Points>
[[nodiscard]] const typename Points::value_type *lastAt(const Points &points, std::uint64_t number)
{
    const std::size_t count = countUpTo(points, number);
    return count == 0 ? nullptr : &points[count - 1];
}

/// The first place from `from` on, before `end`, whose point `isReached(point)`, else `end`; points before
/// one that is reached are taken for not reached, so that few are looked at.
template <class Points, class IsReached>
[[nodiscard]] std::size_t nextWhere(
    const Points &points, std::size_t from, std::size_t end, IsReached isReached)
{
    std::size_t step = 1;
    std::size_t low = from; // all before it are not reached
    while (low < end && !isReached(points[std::min(low + step, end) - 1])) {
        low = std::min(low + step, end);
        step *= 2;
    }
    for (std::size_t high = std::min(low + step, end); low < high;) {
        const std::size_t middle = low + (high - low) / 2;
        if (isReached(points[middle]))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace inspector
