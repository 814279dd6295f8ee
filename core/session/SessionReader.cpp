// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionReader.h"

#include "core/base/EcmaJson.h"
#include "core/session/SnapshotDocument.h"

#include <QIODevice>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace inspector {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string_view withoutMark(std::string_view text)
{
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    return text;
}

/// All that the device still has, but no more than `most` bytes.
Result<std::string> readAll(QIODevice &device, std::size_t most)
{
    constexpr std::size_t blockBytes = 1U << 20U;
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + blockBytes, most));
        const qint64 read = device.read(bytes.data() + before, static_cast<qint64>(bytes.size() - before));
        if (read < 0) {
            return failure("read_failed", "reading stopped: " + device.errorString().toStdString(),
                "Check the file and the disk that it is on.");
        }
        bytes.resize(before + static_cast<std::size_t>(read));
        if (read == 0)
            return bytes;
    }
}

/// Where `text` stands, which is `line` without a byte-order mark.
RecordPlace placeOf(std::string_view text, const LineReader::Line &line)
{
    const std::uint64_t mark = line.text.size() - text.size();
    const bool carriageReturn = text.ends_with('\r');
    return {line.offset + mark, text.size() - (carriageReturn ? 1 : 0), true};
}

} // namespace

SessionReader::SessionReader(QIODevice &device, Options options)
    : m_device(device)
    , m_options(std::move(options))
    , m_lines(device)
    , m_parser(m_options.wantsPayload)
{}

Result<bool> SessionReader::next(SessionRecord &record)
{
    if (m_done)
        return false;
    if (m_kind == Kind::Undecided) {
        if (auto understood = recognise(); !understood)
            return understood;
    }
    if (m_kind == Kind::Document)
        return readDocument(record);
    for (;;) {
        const auto line = m_lines.next();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line) {
            m_done = true;
            return false;
        }
        m_end = {m_lines.position(), (*line)->number, false, (*line)->terminated};
        auto read = readLine(record, **line);
        if (!read || *read)
            return read;
    }
}

std::optional<std::uint64_t> SessionReader::cutOffLine() const
{
    if (!m_end.wasCutOff)
        return std::nullopt;
    return m_end.lines + 1;
}

bool SessionReader::resume()
{
    const auto seekTo = [&](std::uint64_t offset) { return m_device.seek(static_cast<qint64>(offset)); };
    if (!m_done || m_kind != Kind::Session || !seekTo(m_end.offset))
        return false;
    if (const auto line = cutOffLine()) {
        m_report.takeBackSkippedLine(*line);
    } else if (!m_end.isTerminated) {
        std::array<char, 2> next{}; // its line end, which would count as a blank line
        const qint64 came = m_device.read(next.data(), next.size());
        if (came >= 1 && next[0] == '\n')
            m_end.offset += 1;
        else if (came == 2 && next[0] == '\r' && next[1] == '\n')
            m_end.offset += 2;
        if (!seekTo(m_end.offset))
            return false;
    }
    m_end.wasCutOff = false;
    m_end.isTerminated = true;
    m_lines.resumeAt(m_end.offset, m_end.lines);
    m_done = false;
    return true;
}

Result<bool> SessionReader::readLine(SessionRecord &record, const LineReader::Line &line)
{
    const std::string_view text = line.number == 1 ? withoutMark(line.text) : line.text;
    if (!line.tooLong && isBlank(text))
        return false;
    if (line.tooLong) {
        skip(line, {"line_too_long", "the line is longer than 16 MiB", {}});
        return false;
    }
    m_warnings.clear();
    record.timestamp = m_previousTime;
    if (const auto parsed = m_parser.parse(text, true, record, m_warnings); !parsed) {
        skip(line, parsed.error());
        return false;
    }
    if (const auto known = checkSchema(record); !known) {
        m_done = true;
        return tl::unexpected(known.error());
    }
    m_place = placeOf(text, line);
    m_text = text.substr(0, m_place.length);
    finish(record, line.number);
    return true;
}

// Whether this is a session shows within 64 lines; then the reading starts over.
Result<bool> SessionReader::recognise()
{
    constexpr int linesLookedAt = 64;
    int notBlank = 0;
    while (notBlank < linesLookedAt && m_kind == Kind::Undecided) {
        const auto line = m_lines.next();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            break;
        const std::string_view text = (*line)->number == 1 ? withoutMark((*line)->text) : (*line)->text;
        if (!(*line)->tooLong && isBlank(text))
            continue;
        ++notBlank;
        if (!(*line)->tooLong && m_parser.isRecord(text, true))
            m_kind = Kind::Session;
    }
    if (notBlank == 0)
        m_kind = Kind::Session; // empty: a session without records
    if (m_kind == Kind::Undecided)
        m_kind = Kind::Document;
    if (!m_device.seek(0))
        return failure(
            "read_failed", "the input cannot be read from its start again", "Save it to a file first.");
    m_lines.restart();
    return true;
}

Result<bool> SessionReader::readDocument(SessionRecord &record)
{
    m_done = true;
    const Result<std::string> bytes = readAll(m_device, maxDocumentBytes + 1);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() > maxDocumentBytes) {
        return notUnderstood(
            "no line of it is a record, and it is larger than the 64 MiB of a snapshot or a save");
    }
    Result<SnapshotDocument> document = SnapshotDocument::read(withoutMark(*bytes), m_options.modifiedAt);
    if (!document)
        return tl::unexpected(document.error());
    m_warnings = std::move(document->warnings);
    record = {};
    record.type = SessionRecord::Type::Snapshot;
    record.typeName = "snapshot";
    record.timestamp = document->timestamp;
    record.body = JsonObject{
        {"type", "snapshot"}, {"timestamp", record.timestamp}, {"snapshot", std::move(document->snapshot)}};
    m_place = {0, bytes->size(), false};
    finish(record, 1);
    return true;
}

std::string SessionReader::recordText(const SessionRecord &record) const
{
    return m_kind == Kind::Document ? toJsonText(record.body, JsonLayout::Compact) : std::string(m_text);
}

Result<void> SessionReader::checkSchema(const SessionRecord &record) const
{
    constexpr std::string_view format = "telemetry-session/";
    constexpr int knownMajor = 1;
    if (record.type != SessionRecord::Type::Session)
        return {};
    const std::string *schema = (*record.body.asObject())["schema"].asString();
    if (schema == nullptr || !schema->starts_with(format))
        return {};
    int major = 0;
    const auto [end, error] =
        std::from_chars(schema->data() + format.size(), schema->data() + schema->size(), major);
    if ((error == std::errc{} && major > knownMajor) || error == std::errc::result_out_of_range) {
        return failure("future_session",
            "the session is of format " + *schema + "; this version knows telemetry-session/1",
            "Use a newer telemetry-inspector, or record with an older bridge.");
    }
    return {};
}

void SessionReader::finish(SessionRecord &record, std::uint64_t line)
{
    record.number = ++m_records;
    ++m_report.records;
    record.line = line;
    m_previousTime = record.timestamp;
    switch (record.type) {
    case SessionRecord::Type::Event:
        ++m_report.events;
        break;
    case SessionRecord::Type::Snapshot:
        ++m_report.snapshots;
        break;
    case SessionRecord::Type::Marker:
        ++m_report.markers;
        break;
    case SessionRecord::Type::Gap:
        ++m_report.gaps;
        break;
    case SessionRecord::Type::Unknown:
        ++m_report.unknownRecords;
        break;
    case SessionRecord::Type::Session:
        break;
    }
    for (ReadIssue &warning : m_warnings) {
        warning.line = line;
        warning.record = record.number;
        m_report.add(std::move(warning));
    }
    checkSequence(record);
}

void SessionReader::checkSequence(const SessionRecord &record)
{
    const std::optional<double> before = m_sequence.jumpFrom(record);
    if (!before)
        return;
    std::string reason = "\"seq\" jumps from ";
    appendJsonNumber(reason, *before);
    appendJsonNumber(reason += " to ", *record.seq);
    m_report.add({ReadIssue::Kind::Gap, record.line, std::move(reason), "seq", record.number});
}

void SessionReader::skip(const LineReader::Line &line, const Error &reason)
{
    std::string text = reason.message;
    if (!line.terminated && reason.code == "bad_json")
        text = "the last line is torn (" + text + ")";
    m_report.add({ReadIssue::Kind::SkippedLine, line.number, std::move(text), {}});
    if (!line.terminated)
        m_end = {line.offset, line.number - 1, true, false};
}

} // namespace inspector
