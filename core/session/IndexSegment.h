// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/AppendBlock.h"
#include "core/session/IndexEntry.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace inspector {

/// A run of consecutive index entries in 16 bytes each: offsets count from the first one's, and lengths and
/// line numbers that are out of the ordinary stand apart. Exact values come back.
class IndexSegment
{
public:
    static constexpr std::size_t maxEntries = 16'384;

    /// `first` is the number of the record that comes first.
    explicit IndexSegment(std::uint64_t first = 1);

    /// False where the entry needs a segment of its own: this one is full, or the offset is too far from its
    /// first.
    [[nodiscard]] bool append(const IndexEntry &entry);
    /// Makes room for as many as it takes.
    void reserve() { m_slots.reserve(maxEntries); }
    /// Takes no more entries; those that there are go to `cold`, where there is one that takes them.
    void close(ColdFile *cold);

    [[nodiscard]] std::uint64_t first() const { return m_first; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] IndexEntry entry(std::size_t place) const;

    /// The first place from `from` on whose record changes state.
    [[nodiscard]] std::optional<std::size_t> nextChange(std::size_t from) const;
    /// The first place whose time is not before, the last whose time is not after `time`.
    [[nodiscard]] std::optional<std::size_t> firstNotBefore(TimeMs time) const;
    [[nodiscard]] std::optional<std::size_t> lastNotAfter(TimeMs time) const;

    [[nodiscard]] std::size_t bytesUsed() const;

private:
    struct Slot
    {
        TimeMs timestamp;
        std::uint32_t offset;   // from m_firstOffset
        std::uint16_t length;   // longLength where it stands in m_lengths
        std::uint16_t nameBits; // the name, and changesBit
    };
    struct Exception // of the entry at `place`; a line number holds for those behind it as well
    {
        std::uint32_t place;
        std::uint64_t value;
    };

    [[nodiscard]] const Slot *entries() const
    {
        return m_closed == nullptr ? m_slots.data() : m_closed.get();
    }
    [[nodiscard]] std::uint64_t lineOf(std::size_t place) const;
    [[nodiscard]] std::uint64_t lengthOf(std::size_t place) const;

    std::uint64_t m_first;
    std::uint64_t m_firstOffset = 0;
    AppendBlock<Slot> m_slots; // until it is closed
    std::shared_ptr<const Slot> m_closed;
    std::size_t m_size = 0;
    bool m_isInMemory = true;
    std::vector<Exception> m_lengths, m_lines; // sorted by place
    TimeMs m_earliest = 0;
    TimeMs m_latest = 0;
    std::size_t m_changes = 0;
};

} // namespace inspector
