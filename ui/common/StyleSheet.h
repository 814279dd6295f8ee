// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inspector {

struct Theme;

/// How the standard widgets look in a theme: hairlines, no shadows, no gradients. Roles that a widget can
/// take by its property `role`: "primary" of a button, "panel", "caption", "secondary", "banner".
[[nodiscard]] QString styleSheetOf(const Theme &theme);

} // namespace inspector
