// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace inspector {

struct Theme;

/// The icons of the window: one family, drawn as paths in the colours of the theme, sharp at any size.
enum class IconShape
{
    Play,
    Pause,
    StepBack,
    StepForward,
    ToStart,
    ToEnd,
    Marker,
    Close,
    Export,
    Problem,
};

[[nodiscard]] QIcon iconOf(IconShape shape, const Theme &theme);

/// Of the application, for the window and the desktop.
[[nodiscard]] QIcon applicationIcon();

} // namespace inspector
