// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// The SHA-256 digest of `bytes`, lower-case hex.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace inspector
