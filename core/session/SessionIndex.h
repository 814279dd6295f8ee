// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedList.h"
#include "core/session/IndexSegment.h"
#include "core/session/RecordPlace.h"

#include <memory>

namespace inspector {

/// Where each record of a session stands in its file, when it was and what it is called: 16 bytes a record.
/// Records are numbered from 1.
///
/// A value: a copy shares all but the newest entries. What is const may be called from any number of threads
/// at once; who appends needs a copy of its own.
class SessionIndex
{
public:
    explicit SessionIndex(std::size_t maxNames = NameTable::defaultMaxNames);

    /// Takes the record that comes next; `changesState` is kept for `nextChange`.
    /// What is full goes to `cold`, where there is one that takes it.
    void append(
        const SessionRecord &record, const RecordPlace &place, bool changesState, ColdFile *cold = nullptr);

    [[nodiscard]] std::uint64_t size() const { return m_tail.first() - 1 + m_tail.size(); }
    /// Of record #`number`, which must be there.
    [[nodiscard]] IndexEntry entry(std::uint64_t number) const;
    [[nodiscard]] const NameTable &names() const { return m_names; }
    /// When record #`number` was. A session record that has no time of its own, as it need not, was when the
    /// one behind it was.
    [[nodiscard]] TimeMs timeOf(std::uint64_t number) const;

    /// The first record from #`from` to #`last`, both included, that changes state. Stretches without any
    /// cost next to nothing.
    [[nodiscard]] std::optional<std::uint64_t> nextChange(std::uint64_t from, std::uint64_t last) const;

    /// The first record of all whose time is not before `time`. The clock of a game may go back, so that
    /// later ones may be before it.
    [[nodiscard]] std::optional<std::uint64_t> firstNotBefore(TimeMs time) const;
    /// The last record of all whose time is not after `time`; earlier ones may be after it.
    [[nodiscard]] std::optional<std::uint64_t> lastNotAfter(TimeMs time) const;

    [[nodiscard]] std::size_t bytesUsed() const;

private:
    [[nodiscard]] const IndexSegment &segment(std::size_t at) const
    {
        return at < m_full.size() ? *m_full[at] : m_tail;
    }
    /// Which segment holds record #`number`.
    [[nodiscard]] std::size_t segmentOf(std::uint64_t number) const;

    NameTable m_names;
    SharedList<std::shared_ptr<const IndexSegment>> m_full;
    IndexSegment m_tail;
};

} // namespace inspector
