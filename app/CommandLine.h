// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/base/Result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// The value of an environment variable; nothing for one that is not set or empty.
using Environment = std::function<std::optional<std::string>(std::string_view name)>;

/// Reads the arguments (without the program). Needs no application object; changes no file. Errors `usage`
/// name the option or variable, say what it takes and, for one that does not exist, suggest the nearest;
/// `output_clash` where an output would take the place of another file (OutputClash).
[[nodiscard]] Result<Options> parseCommandLine(
    const std::vector<std::string> &arguments, const Environment &environment);

} // namespace inspector
