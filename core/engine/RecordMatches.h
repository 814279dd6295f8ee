// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace inspector {

/// The numbers of the records that pass a filter, rising. Grows at its end; a copy shares all but the newest.
class RecordMatches
{
public:
    [[nodiscard]] std::size_t size() const { return m_full.size() * blockSize + m_tail.size(); }
    [[nodiscard]] std::uint64_t operator[](std::size_t i) const
    {
        const std::size_t block = i / blockSize;
        return block < m_full.size() ? (*m_full[block])[i % blockSize] : m_tail[i % blockSize];
    }

    void append(std::uint64_t number)
    {
        m_tail.push_back(number);
        if (m_tail.size() == blockSize) {
            m_full.push_back(std::make_shared<const std::vector<std::uint64_t>>(std::move(m_tail)));
            m_tail = {};
        }
    }

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
    static constexpr std::size_t blockSize = 8192;

    std::vector<std::shared_ptr<const std::vector<std::uint64_t>>> m_full;
    std::vector<std::uint64_t> m_tail;
};

} // namespace inspector
