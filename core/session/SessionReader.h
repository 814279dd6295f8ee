// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/session/LineReader.h"
#include "core/session/ReadReport.h"
#include "core/session/RecordParser.h"
#include "core/session/SessionRecord.h"

#include <optional>
#include <vector>

class QIODevice;

namespace inspector {

/// Reads the records of a session, whatever the file is (docs/formats.md): a session file line by line, or a
/// bare world-state snapshot as one snapshot record. What it is is told by its content.
///
/// Bad lines cost themselves only; they and all oddities are told in `report()`.
class SessionReader
{
public:
    static constexpr std::size_t maxSnapshotBytes = 64U << 20U;

    struct Options
    {
        TimeMs snapshotTime =
            0; ///< the time of a bare snapshot: when its file was last changed, ms since the epoch
        RecordParser::PayloadFilter wantsPayload; ///< every payload, where it is empty
    };

    /// `device` is open, at its start and can seek; it must outlive the reader.
    SessionReader(QIODevice &device, Options options);

    /// Reads the next record into `record`; false at the end. Errors: `read_failed`, `not_understood`
    /// (neither a session nor a snapshot), `future_session` (a later major version of the format).
    [[nodiscard]] Result<bool> next(SessionRecord &record);

    [[nodiscard]] const ReadReport &report() const { return m_report; }
    /// For those who find more about the record read last, such as fields of its payload.
    [[nodiscard]] ReadReport &report() { return m_report; }

private:
    enum class Kind
    {
        Undecided,
        Session,
        Snapshot,
    };

    [[nodiscard]] Result<bool> readLine(SessionRecord &record, const LineReader::Line &line);
    [[nodiscard]] Result<bool> recognise();
    [[nodiscard]] Result<bool> readSnapshotFile(SessionRecord &record);
    [[nodiscard]] Result<void> checkSchema(const SessionRecord &record) const;
    void finish(SessionRecord &record, std::uint64_t line);
    void checkSequence(const SessionRecord &record);
    void skip(const LineReader::Line &line, const Error &reason);

    QIODevice &m_device;
    Options m_options;
    LineReader m_lines;
    RecordParser m_parser;
    ReadReport m_report;
    std::vector<ReadIssue> m_warnings; // of the record being read
    Kind m_kind = Kind::Undecided;
    bool m_done = false;
    TimeMs m_previousTime = 0;
    std::optional<double> m_previousSeq;
};

} // namespace inspector
