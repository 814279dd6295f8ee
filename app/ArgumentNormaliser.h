// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <vector>

namespace inspector {

/// Arguments (without the program) in the one spelling that QCommandLineParser cannot misread: `--name=value`
/// for each option with a value, `--name` for each flag that is on, files as they came, everything behind
/// `--` a file. Left to itself the parser takes `--dry-run` as the value in `--formats --dry-run`, and
/// refuses `--flag=false`.
///
/// Errors `usage` name the option, say what it takes, and suggest the nearest one.
[[nodiscard]] Result<std::vector<std::string>> normaliseArguments(const std::vector<std::string> &arguments);

} // namespace inspector
