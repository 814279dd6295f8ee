// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"

#include <optional>
#include <string>

namespace inspector {

/// Which output would replace which file that is read, as a sentence; nothing where none would. By whatever
/// name or link: it is looked at whether both are the same file.
[[nodiscard]] std::optional<std::string> outputClash(const Options &options);

} // namespace inspector
