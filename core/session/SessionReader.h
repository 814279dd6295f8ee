// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/session/LineReader.h"
#include "core/session/ReadReport.h"
#include "core/session/RecordParser.h"
#include "core/session/RecordPlace.h"
#include "core/session/SequenceWatch.h"
#include "core/session/SessionRecord.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class QIODevice;

namespace inspector {

/// Reads the records of a session, whatever the file is (docs/formats.md): a session file line by line, or a
/// bare world-state snapshot or a save as one snapshot record. What it is is told by its content.
///
/// Bad lines cost themselves only; they and all oddities are told in `report()`.
class SessionReader
{
public:
    static constexpr std::size_t maxDocumentBytes = 64U << 20U; ///< of a snapshot or a save

    struct Options
    {
        TimeMs modifiedAt = 0; ///< when the file was last changed: the time of a bare snapshot, ms since 1970
        RecordParser::PayloadFilter wantsPayload; ///< every payload, where it is empty
    };

    /// `device` is open, at its start and can seek; it must outlive the reader.
    SessionReader(QIODevice &device, Options options);

    /// Reads the next record into `record`; false at the end. Errors: `read_failed`, `not_understood`
    /// (nothing that can be opened), `future_session` and `future_version` (a later version of the format of
    /// sessions or saves).
    [[nodiscard]] Result<bool> next(SessionRecord &record);

    /// Behind the end of a session file that has grown since: `next` then goes on with what came. A last line
    /// that was cut off then is read again, and is no skipped line any more. False for what is one document,
    /// or when the end was not reached.
    [[nodiscard]] bool resume();

    /// The line, from 1, that was cut off at the end and counts as skipped until `resume`.
    [[nodiscard]] std::optional<std::uint64_t> cutOffLine() const;

    /// Whether what is read is one document, a snapshot or a save; known once a record was read.
    [[nodiscard]] bool isDocument() const { return m_kind == Kind::Document; }

    /// The line of a session file that stands for `record`, which must be the one read last.
    [[nodiscard]] std::string recordText(const SessionRecord &record) const;
    /// Where the record read last stands in the device.
    [[nodiscard]] const RecordPlace &recordPlace() const { return m_place; }

    [[nodiscard]] const ReadReport &report() const { return m_report; }
    /// For those who find more about the record read last, such as fields of its payload.
    [[nodiscard]] ReadReport &report() { return m_report; }
    /// Hands over what was found since it was last handed over; `report()` then begins anew. What `resume`
    /// takes back has to be taken back by whoever has it (`cutOffLine`).
    [[nodiscard]] ReadReport takeReport() { return std::exchange(m_report, {}); }

private:
    enum class Kind
    {
        Undecided,
        Session,
        Document,
    };

    [[nodiscard]] Result<bool> readLine(SessionRecord &record, const LineReader::Line &line);
    [[nodiscard]] Result<bool> recognise();
    [[nodiscard]] Result<bool> readDocument(SessionRecord &record);
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
    RecordPlace m_place;
    Kind m_kind = Kind::Undecided;
    bool m_done = false;
    std::uint64_t m_records = 0; // read so far
    TimeMs m_previousTime = 0;
    SequenceWatch m_sequence;
    std::string_view m_text; // of the record read last, where it is a line

    struct End
    {
        std::uint64_t offset = 0; // behind the last line, or of its start where it was cut off
        std::uint64_t lines = 0;  // before that
        bool wasCutOff = false;
        bool isTerminated = true; // whether the last line has its line end
    };
    End m_end;
};

} // namespace inspector
