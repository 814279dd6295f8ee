// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongList.h"

#include <cstddef>
#include <cstdint>

namespace inspector {

/// The numbers of the records that pass a filter, rising. Grows at its end; a copy shares all.
class RecordMatches
{
public:
    [[nodiscard]] std::size_t size() const { return m_numbers.size(); }
    [[nodiscard]] std::uint64_t operator[](std::size_t i) const { return m_numbers[i]; }

    /// What is full goes to `cold`, where there is one that takes it.
    void append(std::uint64_t number, ColdFile *cold = nullptr) { m_numbers.push_back(number, cold); }

    /// How many are not greater than `number`.
    [[nodiscard]] std::size_t countUpTo(std::uint64_t number) const
    {
        std::size_t low = 0;
        std::size_t high = size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if ((*this)[middle] <= number)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

private:
    LongList<std::uint64_t> m_numbers;
};

} // namespace inspector
