// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/ChangeList.h"

#include <algorithm>

namespace inspector {

namespace {

bool has(FieldMask mask, FieldMask fields, FieldMask flags)
{
    return (mask & fields) != 0 && (flags == 0 || (mask & flags) != 0);
}

} // namespace

void ChangeList::append(std::uint64_t number, FieldMask fields, ColdFile *cold)
{
    if ((fields & ~replaced) == 0 || number > lastNumber)
        return;
    if (m_changes.size() % blockSize == 0)
        m_blocks.push_back(0);
    m_changes.push_back({static_cast<std::uint32_t>(number), fields}, cold);
    m_blocks.back() |= fields;
}

std::size_t ChangeList::countUpTo(std::uint64_t number) const
{
    std::size_t low = 0;
    std::size_t high = m_changes.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_changes[middle].number <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<std::size_t> ChangeList::lastBefore(std::size_t end, FieldMask fields, FieldMask flags) const
{
    while (end > 0) {
        const std::size_t block = (end - 1) / blockSize;
        const std::size_t begin = block * blockSize;
        if (!has(m_blocks[block], fields, flags)) {
            end = begin;
            continue;
        }
        for (; end > begin; --end) {
            if (has(m_changes[end - 1].fields, fields, flags))
                return end - 1;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ChangeList::firstFrom(std::size_t begin, FieldMask fields, FieldMask flags) const
{
    while (begin < m_changes.size()) {
        const std::size_t block = begin / blockSize;
        const std::size_t end = std::min((block + 1) * blockSize, m_changes.size());
        if (!has(m_blocks[block], fields, flags)) {
            begin = end;
            continue;
        }
        for (; begin < end; ++begin) {
            if (has(m_changes[begin].fields, fields, flags))
                return begin;
        }
    }
    return std::nullopt;
}

std::size_t ChangeList::bytesUsed() const
{
    return m_changes.bytesUsed() + m_blocks.capacity() * sizeof(FieldMask);
}

} // namespace inspector
