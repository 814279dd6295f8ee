// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace inspector {

/// A SHA-256 digest that is made piece by piece.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::string_view bytes);

    /// The digest of all that was added, lower-case hex. Begins anew.
    [[nodiscard]] std::string takeHex();

private:
    std::unique_ptr<sha256_ctx> m_context;
};

/// The SHA-256 digest of `bytes`, lower-case hex.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace inspector
