// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ThemeController.h"

#include "ui/common/InspectorStyle.h"
#include "ui/common/StyleSheet.h"

#include <QApplication>
#include <QPalette>

namespace inspector {

namespace {

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Light, theme.raised);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.muted);
    return palette;
}

} // namespace

ThemeController::ThemeController(QObject *parent)
    : QObject(parent)
    , m_paletteIsDark(QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F)
    , m_systemIsDark(m_paletteIsDark)
    , m_desktop(std::make_unique<DesktopColorScheme>())
    , m_theme(m_systemIsDark ? &Theme::dark() : &Theme::light())
{
    QApplication::setStyle(new InspectorStyle); // the application owns it
    apply();
    connect(m_desktop.get(), &DesktopColorScheme::told, this, &ThemeController::setDesktopScheme);
}

ThemeController::ThemeController(const Theme &always)
    : m_paletteIsDark(&always == &Theme::dark())
    , m_systemIsDark(m_paletteIsDark)
    , m_theme(&always)
{}

void ThemeController::setDesktopScheme(DesktopColorScheme::Scheme scheme)
{
    using Scheme = DesktopColorScheme::Scheme;
    m_systemIsDark = scheme == Scheme::Dark || (scheme == Scheme::Any && m_paletteIsDark);
    setMode(m_mode);
}

void ThemeController::setMode(Mode mode)
{
    m_mode = mode;
    const bool isDark = mode == Mode::Dark || (mode == Mode::System && m_systemIsDark);
    const Theme *theme = isDark ? &Theme::dark() : &Theme::light();
    if (theme == m_theme)
        return;
    m_theme = theme;
    refresh();
}

void ThemeController::dress()
{
    m_isDressed = true;
    apply();
}

void ThemeController::refresh()
{
    apply();
    emit changed();
}

void ThemeController::apply()
{
    QApplication::setPalette(paletteOf(*m_theme));
    if (m_isDressed)
        qApp->setStyleSheet(styleSheetOf(*m_theme));
}

} // namespace inspector
