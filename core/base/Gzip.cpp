// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Gzip.h"

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <new>

namespace inspector {

namespace {

constexpr int level = 6;
constexpr int gzipWindowBits = MAX_WBITS + 16; // + 16: zlib's way to say gzip
constexpr int memoryLevel = 8;

} // namespace

std::string gzipped(std::string_view content)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindowBits, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();                   // the only way in which it fails with these arguments
    constexpr std::size_t pieceBytes = 1U << 20U; // zlib counts what is there in 32 bits
    std::string packed(deflateBound(&stream, content.size()), '\0');
    int status = Z_OK;
    while (status != Z_STREAM_END) {
        const std::size_t piece = std::min(content.size(), pieceBytes);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.data())); // zlib only reads it
        stream.avail_in = static_cast<uInt>(piece);
        stream.next_out = reinterpret_cast<Bytef *>(packed.data() + stream.total_out);
        stream.avail_out = static_cast<uInt>(std::min(packed.size() - stream.total_out, 2 * pieceBytes));
        status = deflate(&stream, piece == content.size() ? Z_FINISH : Z_NO_FLUSH);
        content.remove_prefix(piece - stream.avail_in);
    }
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace inspector
