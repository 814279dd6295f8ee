// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/UiZoom.h"

#include "ui/common/ThemeController.h"

#include <QApplication>
#include <QFontInfo>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace inspector {

namespace {

constexpr std::array<int, 11> steps{50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200};

/// The font that the application started with, whatever windows made of it since.
QFont unzoomedFont()
{
    constexpr const char *key = "unzoomedFont";
    if (!qApp->property(key).isValid())
        qApp->setProperty(key, QApplication::font());
    return qApp->property(key).value<QFont>();
}

} // namespace

UiZoom::UiZoom(QWidget &window, ThemeController &theme)
    : m_window(window)
    , m_theme(theme)
    , m_font(unzoomedFont())
{
    QApplication::setFont(m_font);
}

void UiZoom::setPercent(int percent)
{
    constexpr double hundred = 100;
    const int wanted = *std::min_element(steps.begin(), steps.end(),
        [&](int a, int b) { return std::abs(a - percent) < std::abs(b - percent); });
    if (wanted == m_scale.percent())
        return;
    QFont font = m_font;
    if (wanted != normal)
        font.setPixelSize(std::max(1, qRound(QFontInfo(m_font).pixelSize() * wanted / hundred)));
    QApplication::setFont(font);
    m_theme.refresh(); // first: a new style sheet gives widgets the fonts that they had
    m_scale.apply(m_window, wanted);
    emit changed(wanted);
}

void UiZoom::zoomIn()
{
    const auto *const next = std::upper_bound(steps.begin(), steps.end(), percent());
    if (next != steps.end())
        setPercent(*next);
}

void UiZoom::zoomOut()
{
    const auto *const here = std::lower_bound(steps.begin(), steps.end(), percent());
    if (here != steps.begin())
        setPercent(*std::prev(here));
}

} // namespace inspector
