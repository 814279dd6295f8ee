// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"

#include <optional>
#include <string>

namespace inspector {

/// Which output that is named by an option would replace a file that is read, or what another one writes, as
/// a sentence; nothing where none would. By whatever name or link.
[[nodiscard]] std::optional<std::string> outputClash(const Options &options);

} // namespace inspector
