// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inspector {

/// The program that shows the window (docs/decisions/0007-two-programs.md), looked for from the folder that
/// holds this one: beside it, as in a build folder, then where it is installed,
/// ../libexec/telemetry-inspector. The error `no_window` says that it is not here.
Result<std::filesystem::path> findWindowProgram(const std::filesystem::path &ownFolder);

/// Becomes that program, under the same process id and with the same standard streams. Returns only when that
/// fails, with the error `no_window`.
Error becomeWindowProgram(const std::filesystem::path &program, const std::vector<std::string> &arguments);

} // namespace inspector
