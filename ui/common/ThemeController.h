// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/DesktopColorScheme.h"
#include "ui/common/Theme.h"

#include <QObject>

#include <memory>

namespace inspector {

/// Decides between the light and the dark appearance, and changes the whole application at once: palette,
/// style sheet, and, by the signal, whatever paints itself.
class ThemeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeController)

public:
    enum class Mode
    {
        System, ///< as the desktop has it: by its portal, else by the lightness of the palette at the start
        Light,
        Dark,
    };
    Q_ENUM(Mode)

    explicit ThemeController(QObject *parent = nullptr);
    /// For what is drawn apart from the application, whose appearance it leaves alone.
    explicit ThemeController(const Theme &always);

    [[nodiscard]] const Theme &theme() const { return *m_theme; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// Puts the style sheet on, for once all widgets have their places: while there is one, a widget that
    /// moves to another parent has everything in it styled anew, which took half of the time to the first
    /// paint.
    void dress();
    /// Applies the same appearance again, in other sizes of text and space.
    void refresh();
    /// What the desktop says, now or later; Any leaves it to the palette.
    void setDesktopScheme(DesktopColorScheme::Scheme scheme);

signals:
    void changed();

private:
    void apply();

    const bool m_paletteIsDark;
    bool m_systemIsDark;
    std::unique_ptr<DesktopColorScheme> m_desktop; // where the application follows it
    Mode m_mode = Mode::System;
    bool m_isDressed = false;
    const Theme *m_theme;
};

} // namespace inspector
