// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/ListScript.h"

#include <algorithm>
#include <cstdint>

namespace inspector {

namespace {

using Stretch = ListScript::Stretch;

/// Puts stretches together as they come.
class Script
{
public:
    void keep()
    {
        ++last().kept;
        ++m_base;
        ++m_head;
    }
    void remove()
    {
        ++open().removed;
        ++m_base;
    }
    void add()
    {
        ++open().added;
        ++m_head;
    }
    std::vector<Stretch> stretches;

private:
    Stretch &last()
    {
        if (stretches.empty())
            stretches.push_back({m_base, m_head, 0, 0, 0});
        return stretches.back();
    }
    /// One to which nothing was kept yet.
    Stretch &open()
    {
        if (stretches.empty() || stretches.back().kept > 0)
            stretches.push_back({m_base, m_head, 0, 0, 0});
        return stretches.back();
    }

    std::size_t m_base = 0, m_head = 0;
};

} // namespace

std::vector<Stretch> ListScript::between(
    std::size_t base, std::size_t head, const std::function<bool(std::size_t, std::size_t)> &isSame)
{
    constexpr std::size_t mostComparisons = 1'000'000;
    const std::size_t shorter = std::min(base, head);
    std::size_t front = 0;
    while (front < shorter && isSame(front, front))
        ++front;
    std::size_t back = 0;
    while (back < shorter - front && isSame(base - 1 - back, head - 1 - back))
        ++back;
    const std::size_t rows = base - front - back;
    const std::size_t columns = head - front - back;
    Script script;
    for (std::size_t i = 0; i < front; ++i)
        script.keep();
    if (rows == 0 || columns == 0 || rows > mostComparisons / columns) {
        for (std::size_t i = 0; i < rows; ++i)
            script.remove();
        for (std::size_t j = 0; j < columns; ++j)
            script.add();
    } else {
        // The longest common subsequence: how long it is of the rests from (i, j) on.
        std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
        std::vector<bool> same(rows * columns, false);
        const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t & {
            return longest[i * (columns + 1) + j];
        };
        for (std::size_t i = rows; i-- > 0;) {
            for (std::size_t j = columns; j-- > 0;) {
                same[i * columns + j] = isSame(front + i, front + j);
                at(i, j) =
                    same[i * columns + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < rows || j < columns) {
            if (i < rows && j < columns && same[i * columns + j]) {
                script.keep();
                ++i;
                ++j;
            } else if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
                script.remove();
                ++i;
            } else {
                script.add();
                ++j;
            }
        }
    }
    for (std::size_t i = 0; i < back; ++i)
        script.keep();
    return std::move(script.stretches);
}

} // namespace inspector
