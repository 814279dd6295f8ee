// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FilterRun.h"

#include "core/base/EcmaJson.h"

#include <algorithm>
#include <utility>

namespace inspector {

FilterRun::FilterRun(EventFilter filter, std::shared_ptr<const SessionFile> file)
    : m_filter(std::move(filter))
    , m_needsText(m_filter.needsText())
    , m_window(std::move(file))
{}

Result<bool> FilterRun::searchSome(const SessionTimeline &timeline, const std::function<bool()> &isEnough)
{
    constexpr std::uint64_t recordsAtOnce = 4096; // some MiB of text
    while (m_searched < timeline.size()) {
        const std::uint64_t last = std::min(m_searched + recordsAtOnce, timeline.size());
        if (const auto searched = searchBlock(timeline, last); !searched)
            return tl::unexpected(searched.error());
        m_searched = last;
        rest(timeline);
        if (isEnough())
            return m_searched < timeline.size();
    }
    return false;
}

/// All of the index is looked at once, and most of it not again soon.
void FilterRun::rest(const SessionTimeline &timeline)
{
    constexpr std::uint64_t betweenRests = 1U << 20U; // records, of 16 bytes
    constexpr std::uint64_t leastAtEnd = 1U << 16U;   // a game that plays comes to its end with each frame
    const std::uint64_t looked = m_searched - m_restedAt;
    const bool isDue = looked >= betweenRests || (m_searched == timeline.size() && looked >= leastAtEnd);
    if (timeline.options().cold == nullptr || !isDue)
        return;
    timeline.options().cold->rest();
    m_restedAt = m_searched;
}

Result<void> FilterRun::searchBlock(const SessionTimeline &timeline, std::uint64_t last)
{
    for (std::uint64_t number = m_searched + 1; number <= last; ++number) {
        const IndexEntry entry = timeline.index().entry(number);
        if (!passesName(timeline, entry.name))
            continue;
        if (!m_needsText) {
            m_matches.append(number, m_cold.get());
            continue;
        }
        if (const SessionRecord *kept = timeline.keptRecord(number)) {
            m_lowered = toJsonText(kept->body, JsonLayout::Compact);
        } else {
            const auto text = m_window.read(entry.offset, entry.length, FileWindow::windowBytes);
            if (!text)
                return tl::unexpected(text.error());
            m_lowered.assign(*text);
        }
        lowerInPlace(m_lowered.data(), m_lowered.size());
        if (m_filter.passesText(m_lowered))
            m_matches.append(number, m_cold.get());
    }
    return {};
}

bool FilterRun::passesName(const SessionTimeline &timeline, NameTable::Id id)
{
    if (id >= m_names.size())
        m_names.resize(id + std::size_t{1});
    if (!m_names[id])
        m_names[id] = m_filter.passesName(timeline.index().names().name(id));
    return *m_names[id];
}

} // namespace inspector
