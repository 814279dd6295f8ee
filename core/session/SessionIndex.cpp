// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionIndex.h"

#include <algorithm>
#include <utility>

namespace inspector {

SessionIndex::SessionIndex(std::size_t maxNames)
    : m_names(maxNames)
{}

void SessionIndex::append(
    const SessionRecord &record, const RecordPlace &place, bool changesState, ColdFile *cold)
{
    const IndexEntry entry{
        place.offset, place.length, record.line, record.timestamp, m_names.add(record), changesState};
    if (m_tail.append(entry))
        return;
    IndexSegment next(size() + 1);
    next.reserve(); // a session of that length goes on
    m_tail.close(cold);
    m_full.push_back(std::make_shared<const IndexSegment>(std::exchange(m_tail, std::move(next))));
    [[maybe_unused]] const bool taken = m_tail.append(entry); // an empty one takes any
}

IndexEntry SessionIndex::entry(std::uint64_t number) const
{
    const IndexSegment &holder = segment(segmentOf(number));
    return holder.entry(static_cast<std::size_t>(number - holder.first()));
}

TimeMs SessionIndex::timeOf(std::uint64_t number) const
{
    const IndexEntry own = entry(number);
    const bool hasNone = own.timestamp == 0 && m_names.name(own.name).type == SessionRecord::Type::Session;
    return hasNone && number < size() ? entry(number + 1).timestamp : own.timestamp;
}

std::size_t SessionIndex::segmentOf(std::uint64_t number) const
{
    if (number >= m_tail.first())
        return m_full.size();
    std::size_t at = 0;
    for (std::size_t end = m_full.size(); end - at > 1;) {
        const std::size_t middle = at + (end - at) / 2;
        (m_full[middle]->first() <= number ? at : end) = middle;
    }
    return at;
}

std::optional<std::uint64_t> SessionIndex::nextChange(std::uint64_t from, std::uint64_t last) const
{
    last = std::min(last, size());
    if (from > last)
        return std::nullopt;
    for (std::size_t at = segmentOf(from); at <= m_full.size() && segment(at).first() <= last; ++at) {
        const IndexSegment &each = segment(at);
        const std::uint64_t start = std::max(from, each.first());
        if (const auto place = each.nextChange(static_cast<std::size_t>(start - each.first()))) {
            const std::uint64_t number = each.first() + *place;
            return number <= last ? std::optional(number) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<std::uint64_t> SessionIndex::firstNotBefore(TimeMs time) const
{
    for (std::size_t at = 0; at <= m_full.size(); ++at) {
        if (const auto place = segment(at).firstNotBefore(time))
            return segment(at).first() + *place;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> SessionIndex::lastNotAfter(TimeMs time) const
{
    for (std::size_t at = m_full.size() + 1; at-- > 0;) {
        if (const auto place = segment(at).lastNotAfter(time))
            return segment(at).first() + *place;
    }
    return std::nullopt;
}

std::size_t SessionIndex::bytesUsed() const
{
    std::size_t bytes = m_names.bytesUsed() + m_tail.bytesUsed();
    for (const auto &each : m_full)
        bytes += each->bytesUsed() + sizeof each;
    return bytes;
}

} // namespace inspector
