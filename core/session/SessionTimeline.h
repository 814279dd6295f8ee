// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/KeyframeList.h"
#include "core/session/SessionFile.h"
#include "core/session/SessionIndex.h"
#include "core/session/SessionReplay.h"

#include <memory>
#include <utility>
#include <vector>

namespace inspector {

/// What it takes to tell the state at any record of a session: the file, where each record stands in it, and
/// keyframes (docs/architecture.md, "Timeline"). It grows record by record, while a file is read or a game
/// plays; a TimelineReader looks things up in it.
///
/// A value: a copy shares nearly everything and costs some microseconds. What is const may be called from any
/// number of threads at once; while one thread appends, others read copies of their own.
class SessionTimeline
{
public:
    struct Options
    {
        SessionReplay::Options replay; ///< those of the replay that the records are applied to
        KeyframeList::Options keyframes;
        std::size_t maxNames = NameTable::defaultMaxNames;
        std::shared_ptr<ColdFile> cold{}; ///< takes what is long past; all stays in memory where it is absent
    };

    explicit SessionTimeline(std::shared_ptr<const SessionFile> file);
    SessionTimeline(std::shared_ptr<const SessionFile> file, const Options &options);

    /// Takes the record that comes next. `after` is the replay that all records, this one included, were
    /// applied to; it is looked at where a keyframe is due.
    void append(const SessionRecord &record, const RecordPlace &place, const SessionReplay &after)
    {
        append(record, place, after, SessionReplay::changesState(record));
    }
    /// The same where SessionReplay::changesState was asked before: for each record that costs a good part of
    /// what taking it costs.
    void append(
        const SessionRecord &record, const RecordPlace &place, const SessionReplay &after, bool changesState);

    /// How many records there are.
    [[nodiscard]] std::uint64_t size() const { return m_index.size(); }
    [[nodiscard]] const SessionIndex &index() const { return m_index; }
    [[nodiscard]] const KeyframeList &keyframes() const { return m_keyframes; }
    [[nodiscard]] const std::shared_ptr<const SessionFile> &file() const { return m_file; }
    [[nodiscard]] const Options &options() const { return m_options; }

    /// The first record that has a time; 0 where there is none yet.
    [[nodiscard]] std::uint64_t firstTimed() const { return m_firstTimed; }

    /// Record #`number` where no line of the file holds it, such as a bare snapshot; else nullptr.
    [[nodiscard]] const SessionRecord *keptRecord(std::uint64_t number) const;

    /// Index and keyframes, without the records kept; bytes, an upper estimate.
    [[nodiscard]] std::size_t bytesUsed() const { return m_index.bytesUsed() + m_keyframes.bytesUsed(); }

private:
    std::shared_ptr<const SessionFile> m_file;
    Options m_options;
    SessionIndex m_index;
    KeyframeList m_keyframes;
    std::uint64_t m_firstTimed = 0;
    std::vector<std::pair<std::uint64_t, Shared<SessionRecord>>> m_kept;
};

} // namespace inspector
