// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace inspector {

/// Which rows of a list that grows without end a table is given: it keeps 12 bytes for each that it has. All
/// of them as long as there are not more than `most`, then those around a row that somebody wants to see.
struct RowWindow
{
    std::uint64_t most = std::uint64_t{1} << 20U; ///< rows of the table
    std::uint64_t total = 0;                      ///< rows of the list
    std::uint64_t first = 0;                      ///< row of the list that is the table's first
    std::uint64_t size = 0;                       ///< rows of the table, now

    [[nodiscard]] std::uint64_t end() const { return first + size; }
    [[nodiscard]] bool hasEarlier() const { return first > 0; }
    [[nodiscard]] bool hasLater() const { return end() < total; }

    /// After the list has grown: what ended at its end does so again, until the table has as many as it can.
    [[nodiscard]] RowWindow grownTo(std::uint64_t rows) const
    {
        RowWindow grown{most, rows, first, size};
        if (end() == total)
            grown.size = std::min(most, rows - first);
        return grown;
    }

    /// With a row of the list, and with some before and after it where there are any. As it is where it has
    /// them, else with as many on both sides, so that it lasts while somebody goes on, or the list does.
    [[nodiscard]] RowWindow around(std::uint64_t row) const
    {
        const std::uint64_t margin = most / 16;
        const bool hasBefore = first == 0 || row >= first + margin;
        const bool hasAfter = end() == total ? row < end() : row + margin < end();
        if (hasBefore && hasAfter)
            return *this;
        const std::uint64_t begin = row > most / 2 ? row - most / 2 : 0;
        return {most, total, begin, std::min(most, total - begin)};
    }

    friend bool operator==(const RowWindow &, const RowWindow &) = default;
};

} // namespace inspector
