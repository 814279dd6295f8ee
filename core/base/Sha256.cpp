// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <nettle/sha2.h>

#include <QByteArray>

#include <cstdint>

namespace inspector {

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
    QByteArray digest(SHA256_DIGEST_SIZE, '\0');
    void *bytes = digest.data();
    sha256_digest(m_context.get(), SHA256_DIGEST_SIZE, static_cast<std::uint8_t *>(bytes)); // begins anew
    return digest.toHex().toStdString();
}

std::string sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.takeHex();
}

} // namespace inspector
