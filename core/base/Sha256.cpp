// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <nettle/sha2.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace inspector {

namespace {

std::string toHex(const std::array<std::uint8_t, SHA256_DIGEST_SIZE> &bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr unsigned bitsPerDigit = 4;
    constexpr unsigned lastDigit = 0xf;
    std::string hex;
    hex.reserve(2 * bytes.size());
    for (const unsigned byte : bytes) {
        hex += digits[byte >> bitsPerDigit];
        hex += digits[byte & lastDigit];
    }
    return hex;
}

} // namespace

Sha256::Sha256()
    : m_context(std::make_unique<sha256_ctx>())
{
    sha256_init(m_context.get());
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes)
{
    // char and std::uint8_t are one thing to the library; their pointers are not one type.
    const void *data = bytes.data();
    sha256_update(m_context.get(), bytes.size(), static_cast<const std::uint8_t *>(data));
}

std::string Sha256::takeHex()
{
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(m_context.get(), digest.size(), digest.data()); // begins anew
    return toHex(digest);
}

std::string sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.takeHex();
}

} // namespace inspector
