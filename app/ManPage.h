// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

/// The manual page of the program, in the man macros of troff, made of the option table.
[[nodiscard]] std::string manPage();

} // namespace inspector
