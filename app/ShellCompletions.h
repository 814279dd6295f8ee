// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

// What a shell reads to complete the program's options, made of the option table, so that no option can be
// missing. Each is the text of a file.

[[nodiscard]] std::string bashCompletion();
[[nodiscard]] std::string zshCompletion();
[[nodiscard]] std::string fishCompletion();

} // namespace inspector
