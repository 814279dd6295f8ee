// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/IndexSegment.h"

#include <algorithm>
#include <limits>

namespace inspector {

namespace {

constexpr std::uint16_t longLength = std::numeric_limits<std::uint16_t>::max();
constexpr std::uint16_t changesBit = 1U << 15U;
constexpr std::uint64_t maxDistance = std::numeric_limits<std::uint32_t>::max();

/// The last of the sorted `exceptions` that is not behind `place`, or the end.
template <class Exceptions>
auto lastUpTo(const Exceptions &exceptions, std::size_t place)
{
    const auto behind = std::upper_bound(exceptions.begin(), exceptions.end(), place,
        [](std::size_t wanted, const auto &exception) { return wanted < exception.place; });
    return behind == exceptions.begin() ? exceptions.end() : std::prev(behind);
}

} // namespace

IndexSegment::IndexSegment(std::uint64_t first)
    : m_first(first)
{}

bool IndexSegment::append(const IndexEntry &entry)
{
    const auto place = static_cast<std::uint32_t>(size());
    if (place == 0) {
        m_firstOffset = entry.offset;
        m_earliest = m_latest = entry.timestamp;
    }
    if (place == maxEntries || entry.offset < m_firstOffset || entry.offset - m_firstOffset > maxDistance)
        return false;
    if (entry.length >= longLength)
        m_lengths.push_back({place, entry.length});
    if (place == 0 || entry.line != lineOf(place - 1) + 1)
        m_lines.push_back({place, entry.line});
    m_slots.push_back({entry.timestamp, static_cast<std::uint32_t>(entry.offset - m_firstOffset),
                          static_cast<std::uint16_t>(std::min<std::uint64_t>(entry.length, longLength)),
                          static_cast<std::uint16_t>(entry.name | (entry.changesState ? changesBit : 0U))},
        maxEntries);
    ++m_size;
    m_earliest = std::min(m_earliest, entry.timestamp);
    m_latest = std::max(m_latest, entry.timestamp);
    m_changes += entry.changesState ? 1 : 0;
    return true;
}

void IndexSegment::close(ColdFile *cold)
{
    m_closed = m_slots.close(cold);
    m_isInMemory = m_closed.get() == m_slots.data();
    m_slots = {};
    m_lengths.shrink_to_fit();
    m_lines.shrink_to_fit();
}

IndexEntry IndexSegment::entry(std::size_t place) const
{
    const Slot &slot = entries()[place];
    IndexEntry entry;
    entry.offset = m_firstOffset + slot.offset;
    entry.length = lengthOf(place);
    entry.line = lineOf(place);
    entry.timestamp = slot.timestamp;
    entry.name = static_cast<NameTable::Id>(slot.nameBits & ~changesBit);
    entry.changesState = (slot.nameBits & changesBit) != 0;
    return entry;
}

std::uint64_t IndexSegment::lineOf(std::size_t place) const
{
    const auto known = lastUpTo(m_lines, place);
    return known->value + (place - known->place);
}

std::uint64_t IndexSegment::lengthOf(std::size_t place) const
{
    const std::uint16_t length = entries()[place].length;
    return length == longLength ? lastUpTo(m_lengths, place)->value : length;
}

std::optional<std::size_t> IndexSegment::nextChange(std::size_t from) const
{
    if (m_changes == 0)
        return std::nullopt;
    for (std::size_t place = from; place < size(); ++place) {
        if ((entries()[place].nameBits & changesBit) != 0)
            return place;
    }
    return std::nullopt;
}

std::optional<std::size_t> IndexSegment::firstNotBefore(TimeMs time) const
{
    if (m_size == 0 || m_latest < time)
        return std::nullopt;
    const Slot *found =
        std::find_if(entries(), entries() + m_size, [&](const Slot &slot) { return slot.timestamp >= time; });
    return static_cast<std::size_t>(found - entries());
}

std::optional<std::size_t> IndexSegment::lastNotAfter(TimeMs time) const
{
    if (m_size == 0 || m_earliest > time)
        return std::nullopt;
    std::size_t behind = m_size;
    while (entries()[behind - 1].timestamp > time)
        --behind;
    return behind - 1;
}

std::size_t IndexSegment::bytesUsed() const
{
    const std::size_t held = m_closed == nullptr ? m_slots.capacity() : m_isInMemory ? m_size : 0;
    return sizeof(*this) + held * sizeof(Slot) +
           (m_lengths.capacity() + m_lines.capacity()) * sizeof(Exception);
}

} // namespace inspector
