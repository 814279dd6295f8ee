// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/HashIndex.h"

#include "core/base/SoleOwner.h"

#include <bit>
#include <utility>

namespace inspector {

void HashIndex::insert(std::uint32_t hash, std::size_t place)
{
    if (!holds(m_used + 1))
        resize(m_pages.empty() ? 1 : m_pages.size() * 2);
    put({hash, static_cast<std::uint32_t>(place + 1)});
    ++m_used;
}

void HashIndex::put(Slot slot)
{
    std::size_t at = slot.hash & m_mask;
    while (slotAt(at).place != 0)
        at = (at + 1) & m_mask;
    std::shared_ptr<Page> &page = m_pages[at / pageSize];
    if (!isSoleOwner(page))
        page = std::make_shared<Page>(*page);
    (*page)[at % pageSize] = slot;
}

void HashIndex::clear()
{
    m_used = 0;
    for (std::shared_ptr<Page> &page : m_pages) {
        if (isSoleOwner(page))
            page->fill({});
        else
            page = std::make_shared<Page>();
    }
}

void HashIndex::reserve(std::size_t count)
{
    if (!holds(count))
        resize(std::bit_ceil((count * 3 / 2 + pageSize) / pageSize));
}

void HashIndex::resize(std::size_t pages)
{
    const std::vector<std::shared_ptr<Page>> old = std::exchange(m_pages, {});
    m_pages.resize(pages);
    for (auto &page : m_pages)
        page = std::make_shared<Page>();
    m_mask = m_pages.size() * pageSize - 1;
    for (const auto &page : old) {
        for (const Slot &slot : *page) {
            if (slot.place != 0)
                put(slot);
        }
    }
}

} // namespace inspector
