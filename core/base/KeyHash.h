// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace inspector {

/// Hash of a key, seeded per process, so that collisions cannot be prepared. Only for look-ups: nothing that
/// is written may depend on it.
[[nodiscard]] std::uint32_t keyHash(std::string_view key);

/// The number that an ECMAScript object sorts `key` by, when it is a canonical array index ("0" …
/// "4294967294").
[[nodiscard]] std::optional<std::uint32_t> arrayIndex(std::string_view key);

} // namespace inspector
