// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

namespace inspector {

/// The program's icon as a square of `side` pixels (resources/icons).
[[nodiscard]] QPixmap applicationPixmap(int side);

/// The program's icon, in all sizes that a desktop asks for.
[[nodiscard]] QIcon applicationIcon();

} // namespace inspector
