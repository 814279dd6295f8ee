// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

class QIODevice;

namespace inspector {

/// Cuts a byte stream into lines, in memory bounded by the longest line allowed.
class LineReader
{
public:
    static constexpr std::size_t maxLineBytes = 16U << 20U;

    struct Line
    {
        std::uint64_t number = 0; ///< from 1
        std::uint64_t offset = 0; ///< of its first byte, from where the reading began
        std::string_view
            text; ///< without its `\n`; valid until the next call, JsonReader::padding bytes follow it
        bool terminated = true; ///< false for a last line without a newline
        bool tooLong = false;   ///< over maxLineBytes, without byte-order mark and `\r`; then `text` is empty
    };

    /// Reads from the device's current position; the device must outlive the reader.
    explicit LineReader(QIODevice &device);
    ~LineReader();

    /// The next line, nothing at the end. Error: `read_failed`.
    [[nodiscard]] Result<std::optional<Line>> next();

    /// Where the lines taken so far end in the device, bytes.
    [[nodiscard]] std::uint64_t position() const { return m_handled; }

    /// Goes on behind an end that was reached, where the device has grown: behind the last line, or at its
    /// start where that is to be read again because it was not complete. The device must stand there.
    void resumeAt(std::uint64_t offset, std::uint64_t linesBefore);

    /// Begins anew, at the device's current position; what a long line needed of memory stays.
    void restart();

private:
    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Line take(std::size_t length, bool terminated);

    QIODevice &m_device;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_capacity = 0;
    std::size_t m_begin = 0; // of what no line was made of yet
    std::size_t m_end = 0;
    std::uint64_t m_lines = 0;
    std::uint64_t m_handled = 0; // bytes that lines were made of, or that were discarded
    std::uint64_t m_lineStart = 0;
    bool m_discarding = false; // inside a line that is too long
    bool m_atEnd = false;
};

} // namespace inspector
