// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace inspector {

/// An open-addressing table from 32-bit hashes to places in a list, kept in pages that copies share:
/// inserting into one of two copies duplicates the page pointers and one page. Places are never removed.
class HashIndex
{
public:
    /// The place inserted under `hash` for which `isIt(place)` holds, or `none`.
    template <class IsIt>
    [[nodiscard]] std::size_t find(std::uint32_t hash, IsIt isIt) const
    {
        if (m_used == 0)
            return none;
        for (std::size_t at = hash & m_mask;; at = (at + 1) & m_mask) {
            const Slot slot = slotAt(at);
            if (slot.place == 0)
                return none;
            if (slot.hash == hash && isIt(std::size_t{slot.place} - 1))
                return slot.place - 1;
        }
    }

    /// Remembers `place` (below 2^32 - 1) under `hash`; the caller has looked that it is not there yet.
    void insert(std::uint32_t hash, std::size_t place);

    /// Forgets all places; the room for them stays.
    void clear();

    /// Makes room for `count` places at once.
    void reserve(std::size_t count);

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t place = 0; // one above the place; 0 is a free slot
    };
    static constexpr std::size_t pageSize = 512;
    using Page = std::array<Slot, pageSize>;

    [[nodiscard]] Slot slotAt(std::size_t at) const { return (*m_pages[at / pageSize])[at % pageSize]; }
    [[nodiscard]] bool holds(std::size_t count) const { return count * 3 <= m_pages.size() * pageSize * 2; }
    void resize(std::size_t pages);
    void put(Slot slot);

    std::vector<std::shared_ptr<Page>> m_pages;
    std::size_t m_mask = 0;
    std::size_t m_used = 0;
};

} // namespace inspector
