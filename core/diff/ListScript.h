// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace inspector {

/// How one list becomes another: which elements are kept, and what stands between them.
class ListScript
{
public:
    /// Elements that are replaced, then elements that are kept.
    struct Stretch
    {
        std::size_t base = 0, head = 0; ///< where it begins in each list
        std::size_t removed = 0, added = 0;
        std::size_t kept = 0;

        friend bool operator==(const Stretch &, const Stretch &) = default;
    };

    /// `isSame(i, j)` compares an element of the base with one of the head. As many as can be are kept, as
    /// long as the lists, without what they begin and end with alike, are short enough to compare each
    /// element with each; beyond that, none between beginning and end is.
    [[nodiscard]] static std::vector<Stretch> between(
        std::size_t base, std::size_t head, const std::function<bool(std::size_t, std::size_t)> &isSame);
};

} // namespace inspector
