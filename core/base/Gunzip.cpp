// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

namespace inspector {

namespace {

constexpr std::size_t blockBytes = 1U << 18U;
constexpr int gzipWindowBits = MAX_WBITS + 16; // + 16: zlib's way to say gzip

} // namespace

struct Gunzip::Stream
{
    z_stream zlib{};
    std::array<char, blockBytes> block;
};

Gunzip::Gunzip()
    : m_stream(std::make_unique<Stream>())
{
    if (inflateInit2(&m_stream->zlib, gzipWindowBits) != Z_OK)
        throw std::bad_alloc(); // the only way in which it fails with these arguments
}

Gunzip::~Gunzip()
{
    inflateEnd(&m_stream->zlib);
}

bool Gunzip::feed(std::string_view packed, const Sink &sink)
{
    while (!packed.empty()) {
        if (!m_damage.empty() || (!m_insideMember && !beginMember(packed)))
            return m_damage.empty();
        if (!inflateSome(packed, sink))
            return false;
    }
    return true;
}

bool Gunzip::beginMember(std::string_view &packed)
{
    if (m_anyMember)
        packed.remove_prefix(std::min(packed.find_first_not_of('\0'), packed.size()));
    if (packed.empty())
        return false;
    inflateReset(&m_stream->zlib);
    m_insideMember = true;
    return true;
}

bool Gunzip::inflateSome(std::string_view &packed, const Sink &sink)
{
    z_stream &zlib = m_stream->zlib;
    const std::size_t piece = std::min(packed.size(), blockBytes);
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data())); // zlib only reads it
    zlib.avail_in = static_cast<uInt>(piece);
    int status = Z_OK;
    do {
        zlib.next_out = reinterpret_cast<Bytef *>(m_stream->block.data());
        zlib.avail_out = static_cast<uInt>(blockBytes);
        status = inflate(&zlib, Z_NO_FLUSH);
        const std::size_t unpacked = blockBytes - zlib.avail_out;
        if (unpacked > 0 && !sink({m_stream->block.data(), unpacked}))
            return false;
    } while (status == Z_OK && zlib.avail_out == 0);
    packed.remove_prefix(piece - zlib.avail_in);
    if (status == Z_STREAM_END) {
        m_insideMember = false;
        m_anyMember = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) { // Z_BUF_ERROR: it waits for more
        m_damage = zlib.msg != nullptr ? zlib.msg : "it needs a dictionary";
        return false;
    }
    return true;
}

std::string Gunzip::problem() const
{
    if (!m_damage.empty())
        return "the gzip data is damaged (" + m_damage + ")";
    if (m_insideMember)
        return "the gzip data ends too early";
    return {};
}

} // namespace inspector
