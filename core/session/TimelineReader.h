// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/FileWindow.h"
#include "core/session/RecordParser.h"
#include "core/session/SessionTimeline.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// Looks up records and states in a timeline. It remembers where it was, so that the next record on costs
/// one step. For one thread; each thread has its own, on the same timeline or a copy of it.
///
/// Errors of all look-ups: `no_such_record`, `input_changed` where the file does not hold any more what the
/// timeline was made of, `read_failed`. After an error everything may be asked again.
class TimelineReader
{
public:
    explicit TimelineReader(SessionTimeline timeline);

    [[nodiscard]] const SessionTimeline &timeline() const { return m_timeline; }
    /// Goes on with a later copy of the same timeline; what is remembered stays.
    void follow(SessionTimeline grown) { m_timeline = std::move(grown); }

    /// What a replay of the first `number` records is in; 0 is the start.
    [[nodiscard]] Result<ReplayState> stateAt(std::uint64_t number);
    /// Record #`number` with its payload, as the session's reader gave it.
    [[nodiscard]] Result<SessionRecord> recordAt(std::uint64_t number);
    /// As much of record #`number` as StopPoint asks: its number, time, type and event. Mostly out of the
    /// index, without reading the record.
    [[nodiscard]] Result<SessionRecord> outlineAt(std::uint64_t number);
    /// The text of record #`number` as it stands in the file, without its line end.
    [[nodiscard]] Result<std::string> textAt(std::uint64_t number);

private:
    /// Whether there is a record #`number`.
    [[nodiscard]] Result<void> check(std::uint64_t number) const;
    [[nodiscard]] Result<void> playTo(std::uint64_t number);
    /// `last` is the record up to which reading will probably go on.
    [[nodiscard]] Result<void> readRecord(std::uint64_t number, std::uint64_t last);
    [[nodiscard]] bool isAsIndexed(const IndexEntry &entry) const;

    SessionTimeline m_timeline;
    FileWindow m_window;
    RecordParser m_parser;
    SessionReplay m_replay;
    std::optional<std::uint64_t> m_at; // the record that m_replay is just behind
    SessionRecord m_record;
    std::vector<ReadIssue> m_warnings; // were told when the session was read
};

} // namespace inspector
