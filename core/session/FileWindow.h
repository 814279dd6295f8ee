// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionFile.h"

#include <array>

namespace inspector {

/// One reader's view of a SessionFile: the pieces looked at last stay in memory, up to `maxWindows` of at
/// most about 1 MiB, so that what stands close together is read once. For one thread.
class FileWindow
{
public:
    static constexpr std::size_t maxWindows = 4;
    static constexpr std::size_t windowBytes = 1U << 20U;

    explicit FileWindow(std::shared_ptr<const SessionFile> file);

    /// The bytes from `offset` on, exactly `size` of them; valid until the next call, JsonReader::padding
    /// readable bytes follow. `ahead` tells how many bytes from `offset` on will probably be asked for next.
    /// Errors: `input_changed` where the file has become shorter, `read_failed`.
    [[nodiscard]] Result<std::string_view> read(
        std::uint64_t offset, std::size_t size, std::uint64_t ahead = 0);

    [[nodiscard]] const SessionFile &file() const { return *m_file; }

private:
    struct Piece
    {
        std::unique_ptr<char[]> bytes;
        std::size_t capacity = 0;
        std::uint64_t offset = 0;
        std::size_t size = 0;
        std::uint64_t usedAt = 0;

        [[nodiscard]] bool holds(std::uint64_t from, std::size_t length) const
        {
            return from >= offset && length <= size && from - offset <= size - length;
        }
    };

    [[nodiscard]] Result<void> load(
        Piece &piece, std::uint64_t offset, std::size_t size, std::uint64_t ahead);
    [[nodiscard]] Piece &pieceFor(std::uint64_t offset, std::size_t size);

    std::shared_ptr<const SessionFile> m_file;
    std::array<Piece, maxWindows> m_pieces;
    std::uint64_t m_reads = 0;
};

} // namespace inspector
