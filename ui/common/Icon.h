// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

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
    Close,
    Problem,
    Check, ///< as it should be
    Cross, ///< not as it should be
};

[[nodiscard]] QIcon iconOf(IconShape shape, const Theme &theme);

/// A filled circle, for a state that is told by a colour beside its word.
[[nodiscard]] QPixmap dotOf(const QColor &color, int size);

} // namespace inspector
