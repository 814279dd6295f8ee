// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/KeyGroup.h"

#include <vector>

class QMenuBar;

namespace inspector {

/// Every key of the window: those of the menus, and those that work where the focus is.
[[nodiscard]] std::vector<KeyGroup> keyGroups(const QMenuBar &menus);

} // namespace inspector
