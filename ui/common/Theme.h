// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <string_view>

namespace inspector {

/// The colours of one appearance. Data is the only thing that is saturated; `accent` is for what can be acted
/// on, and for the cursor.
struct Theme
{
    bool isDark = false;
    QColor window, panel, raised; ///< surfaces, from the back to the front
    QColor line, selection;
    QColor text, secondary, muted; ///< muted is for what need not be read
    QColor accent, onAccent;       ///< onAccent is text on a surface of the accent's colour
    QColor hostile, unfriendly, neutral, friendly, allied;

    [[nodiscard]] static const Theme &dark();
    [[nodiscard]] static const Theme &light();

    /// Of an attitude; `secondary` for one that the game's rule does not know.
    [[nodiscard]] QColor attitude(std::string_view attitude) const;

    /// A colour changed in lightness only, until it stands out from `ground` as text has to (4.5:1).
    [[nodiscard]] QColor readable(const QColor &color, const QColor &ground) const;
    /// The same for lines (3:1) on `panel` and on the tint of any attitude's span, for colours of the game's.
    [[nodiscard]] QColor legible(const QColor &color) const;
    /// `muted` for lines and bars: on `selection` too.
    [[nodiscard]] QColor mutedLine() const;
    /// `color` over `panel`: a tint for a surface. Opaque, because blending while painting is slow.
    [[nodiscard]] QColor tint(const QColor &color, double share) const;
    /// The ground of an attitude's span, of which this is the colour.
    [[nodiscard]] QColor spanTint(const QColor &color) const;
};

/// The contrast of two opaque colours, from 1 to 21, as WCAG 2 has it.
[[nodiscard]] double contrastOf(const QColor &a, const QColor &b);

} // namespace inspector
