// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <vector>

namespace inspector {

/// Writes the scripts that a game's page takes in (resources/bridge) into a folder, which is made, in place
/// of earlier ones; gives their paths. Errors: `write_failed`, `not_a_file`.
[[nodiscard]] Result<std::vector<std::string>> writeBridge(const std::string &folder);

} // namespace inspector
