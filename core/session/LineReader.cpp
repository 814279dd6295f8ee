// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LineReader.h"

#include "core/base/JsonReader.h"

#include <QIODevice>

#include <cstring>

namespace inspector {

namespace {
constexpr std::size_t blockBytes = 1U << 20U; // what is asked of the device at once
constexpr std::size_t aroundBytes = 4;        // a byte-order mark and a carriage return are no part of a line

bool isTooLong(std::string_view text)
{
    if (text.size() <= LineReader::maxLineBytes)
        return false;
    const std::size_t around =
        (text.starts_with("\xef\xbb\xbf") ? 3U : 0U) + (text.ends_with('\r') ? 1U : 0U);
    return text.size() - around > LineReader::maxLineBytes;
}
} // namespace

LineReader::LineReader(QIODevice &device)
    : m_device(device)
{}

LineReader::~LineReader() = default;

Result<std::optional<LineReader::Line>> LineReader::next()
{
    std::size_t searched = 0;
    for (;;) {
        const std::size_t length = m_end - m_begin;
        const char *from = m_buffer.get() + m_begin;
        const void *found =
            length > searched ? std::memchr(from + searched, '\n', length - searched) : nullptr;
        if (found != nullptr)
            return take(static_cast<std::size_t>(static_cast<const char *>(found) - from), true);
        if (m_atEnd) {
            if (length == 0 && !m_discarding)
                return std::nullopt;
            return take(length, false);
        }
        searched = length;
        if (length > maxLineBytes + aroundBytes) {
            m_discarding = true;
            m_handled += length;
            m_begin = m_end;
            searched = 0;
        }
        if (const auto more = fill(); !more)
            return tl::unexpected(more.error());
    }
}

void LineReader::restart()
{
    resumeAt(0, 0);
}

void LineReader::resumeAt(std::uint64_t offset, std::uint64_t linesBefore)
{
    m_begin = 0;
    m_end = 0;
    m_lines = linesBefore;
    m_handled = offset;
    m_lineStart = offset;
    m_discarding = false;
    m_atEnd = false;
}

LineReader::Line LineReader::take(std::size_t length, bool terminated)
{
    Line line;
    line.number = ++m_lines;
    line.offset = m_lineStart;
    line.terminated = terminated;
    const std::string_view text(m_buffer.get() + m_begin, length);
    line.tooLong = m_discarding || isTooLong(text);
    if (!line.tooLong)
        line.text = text;
    m_begin += length + (terminated ? 1 : 0);
    m_handled += length + (terminated ? 1 : 0);
    m_lineStart = m_handled;
    m_discarding = false;
    return line;
}

Result<bool> LineReader::fill()
{
    const std::size_t kept = m_end - m_begin;
    if (m_begin > 0 && kept > 0)
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, kept);
    m_begin = 0;
    m_end = kept;
    if (m_capacity < kept + blockBytes) {
        const std::size_t capacity =
            kept + kept / 2 + 2 * blockBytes; // so that usual lines make it grow once
        // Not zeroed: a small session would pay for memory that it never touches.
        auto buffer = std::make_unique_for_overwrite<char[]>(capacity + JsonReader::padding);
        if (kept > 0)
            std::memcpy(buffer.get(), m_buffer.get(), kept);
        m_buffer = std::move(buffer);
        m_capacity = capacity;
    }
    const qint64 read = m_device.read(m_buffer.get() + m_end, static_cast<qint64>(blockBytes));
    if (read < 0) {
        return failure("read_failed",
            "reading stopped after line " + std::to_string(m_lines) + ": " +
                m_device.errorString().toStdString(),
            "Check the file and the disk that it is on.");
    }
    m_end += static_cast<std::size_t>(read);
    std::memset(m_buffer.get() + m_end, 0, JsonReader::padding); // parsers look into it
    m_atEnd = read == 0;
    return !m_atEnd;
}

} // namespace inspector
