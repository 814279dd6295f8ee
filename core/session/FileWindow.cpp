// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileWindow.h"

#include "core/base/JsonReader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace inspector {

namespace {
constexpr std::uint64_t grainBytes = 16U << 10U; // a jump to somewhere else costs at least this much reading
constexpr std::size_t largestKept = 2 * FileWindow::windowBytes; // a larger piece goes at the next jump
} // namespace

FileWindow::FileWindow(std::shared_ptr<const SessionFile> file)
    : m_file(std::move(file))
{}

Result<std::string_view> FileWindow::read(std::uint64_t offset, std::size_t size, std::uint64_t ahead)
{
    Piece &piece = pieceFor(offset, size);
    piece.usedAt = ++m_reads;
    if (!piece.holds(offset, size)) {
        if (const auto loaded = load(piece, offset, size, ahead); !loaded)
            return tl::unexpected(loaded.error());
    }
    if (!piece.holds(offset, size))
        return m_file->changed("it is shorter now");
    return std::string_view(piece.bytes.get() + (offset - piece.offset), size);
}

FileWindow::Piece &FileWindow::pieceFor(std::uint64_t offset, std::size_t size)
{
    const auto holding = std::find_if(
        m_pieces.begin(), m_pieces.end(), [&](const Piece &piece) { return piece.holds(offset, size); });
    if (holding != m_pieces.end())
        return *holding;
    return *std::min_element(
        m_pieces.begin(), m_pieces.end(), [](const Piece &a, const Piece &b) { return a.usedAt < b.usedAt; });
}

Result<void> FileWindow::load(Piece &piece, std::uint64_t offset, std::size_t size, std::uint64_t ahead)
{
    const std::uint64_t begin = offset - offset % grainBytes;
    const std::uint64_t wanted = std::max<std::uint64_t>(size, std::min<std::uint64_t>(ahead, windowBytes));
    const std::uint64_t length = (offset - begin + wanted + grainBytes - 1) / grainBytes * grainBytes;
    for (Piece &each : m_pieces) {
        if (each.capacity > largestKept)
            each = {};
    }
    piece.size = 0;
    if (piece.capacity < length) {
        piece.bytes = std::make_unique<char[]>(length + JsonReader::padding);
        piece.capacity = length;
    }
    piece.offset = begin;
    const Result<std::size_t> filled = m_file->readSome(begin, piece.bytes.get(), length);
    if (!filled)
        return tl::unexpected(filled.error());
    piece.size = *filled;
    return {};
}

} // namespace inspector
