// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// `text` as it may be printed where a CI provider reads along: control characters as \xNN, and the
/// beginnings of provider commands broken up, because Azure takes `##vso[` anywhere in a line, GitHub
/// `::error` at its start. What the game or a file says must never become a command.
[[nodiscard]] std::string safeForLog(std::string_view text);

/// The same for JSON text, which stays the same JSON: the characters are written as \uNNNN.
[[nodiscard]] std::string safeJsonForLog(std::string_view json);

} // namespace inspector
