// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineReader.h"

#include <utility>

namespace inspector {

TimelineReader::TimelineReader(SessionTimeline timeline)
    : m_timeline(std::move(timeline))
    , m_window(m_timeline.file())
    , m_replay(m_timeline.options().replay.withoutHistory())
{}

Result<ReplayState> TimelineReader::stateAt(std::uint64_t number)
{
    if (number == 0)
        return m_timeline.keyframes().nearest(0).state();
    if (const auto there = check(number); !there)
        return tl::unexpected(there.error());
    const Keyframe &keyframe = m_timeline.keyframes().nearest(number);
    if (!m_at || *m_at > number || *m_at < keyframe.number) {
        m_replay.restore(keyframe.state());
        m_at = keyframe.number;
    }
    if (const auto played = playTo(number); !played) {
        m_at.reset();
        return tl::unexpected(played.error());
    }
    ReplayState state = m_replay.state();
    state.firstTime.reset();
    if (const std::uint64_t first = m_timeline.firstTimed(); first != 0 && first <= number)
        state.firstTime = m_timeline.index().timeOf(first);
    state.lastTime = m_timeline.index().entry(number).timestamp;
    return state;
}

Result<SessionRecord> TimelineReader::recordAt(std::uint64_t number)
{
    return check(number).and_then([&] { return readRecord(number, number); }).map([&] { return m_record; });
}

Result<SessionRecord> TimelineReader::outlineAt(std::uint64_t number)
{
    if (const auto there = check(number); !there)
        return tl::unexpected(there.error());
    const IndexEntry entry = m_timeline.index().entry(number);
    const NameTable::Name &name = m_timeline.index().names().name(entry.name);
    if (name.isOthers) // one of very many names; which one, only the record itself says
        return recordAt(number);
    SessionRecord record;
    record.type = name.type;
    record.number = number;
    record.timestamp = entry.timestamp;
    if (name.type == SessionRecord::Type::Event)
        record.event = name.text;
    return record;
}

Result<std::string> TimelineReader::textAt(std::uint64_t number)
{
    if (const auto there = check(number); !there)
        return tl::unexpected(there.error());
    const IndexEntry entry = m_timeline.index().entry(number);
    return m_window.read(entry.offset, entry.length).map([](std::string_view text) {
        return std::string(text);
    });
}

Result<void> TimelineReader::check(std::uint64_t number) const
{
    if (number > 0 && number <= m_timeline.size())
        return {};
    return failure("no_such_record",
        "there is no record #" + std::to_string(number) + " in " + m_timeline.file()->name() +
            ", which has " + std::to_string(m_timeline.size()),
        "Choose a record from 1 on.");
}

Result<void> TimelineReader::playTo(std::uint64_t number)
{
    ReadReport ignored;
    const SessionIndex &index = m_timeline.index();
    while (const auto next = index.nextChange(*m_at + 1, number)) {
        if (auto read = readRecord(*next, number); !read)
            return read;
        m_replay.apply(m_record, ignored);
        m_at = *next;
    }
    m_at = number;
    return {};
}

Result<void> TimelineReader::readRecord(std::uint64_t number, std::uint64_t last)
{
    if (const SessionRecord *kept = m_timeline.keptRecord(number)) {
        m_record = *kept;
        return {};
    }
    const SessionIndex &index = m_timeline.index();
    const IndexEntry entry = index.entry(number);
    const IndexEntry end = index.entry(last);
    const auto text = m_window.read(entry.offset, entry.length, end.offset + end.length - entry.offset);
    if (!text)
        return tl::unexpected(text.error());
    m_warnings.clear();
    m_record.number = number;
    m_record.line = entry.line;
    m_record.timestamp = entry.timestamp; // what it inherits, where it has none of its own
    const auto parsed = m_parser.parse(*text, true, m_record, m_warnings);
    if (!parsed || !isAsIndexed(entry))
        return m_timeline.file()->changed("record #" + std::to_string(number) + " is not there any more");
    return {};
}

bool TimelineReader::isAsIndexed(const IndexEntry &entry) const
{
    return m_record.timestamp == entry.timestamp && m_timeline.index().names().find(m_record) == entry.name;
}

} // namespace inspector
