// SPDX-License-Identifier: GPL-3.0-or-later
// What the arguments say before they are read: all that there is where they hold a mistake.
#pragma once

#include "app/Options.h"

#include <string>
#include <vector>

namespace inspector {

/// Whether the arguments ask for an export, even if they are not right otherwise.
[[nodiscard]] bool asksForExport(const std::vector<std::string> &arguments);

/// Where and how a mistake in the arguments is told, as far as they say so: --result and --log-format.
[[nodiscard]] Options outputOptions(const std::vector<std::string> &arguments);

} // namespace inspector
