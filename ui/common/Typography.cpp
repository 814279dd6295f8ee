// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <utility>

namespace inspector::typography {

namespace {

constexpr double bodyPixels = 13; // at scale 1: what all other sizes are in proportion to

QFont sized(QFont font, double pixels)
{
    const double base = QFontInfo(QApplication::font()).pixelSize();
    font.setPixelSize(std::max(1, qRound(base * pixels / bodyPixels)));
    return plain(std::move(font));
}

int scaled(double pixels)
{
    constexpr double lineHeight = 16; // of 13 px text at scale 1
    return std::max(1, qRound(pixels * QFontMetricsF(QApplication::font()).height() / lineHeight));
}

} // namespace

QFont plain(QFont font)
{
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(font.styleStrategy() | QFont::PreferNoShaping));
    return font;
}

QFont body()
{
    return sized(QApplication::font(), bodyPixels);
}

QFont table()
{
    return sized(QApplication::font(), 12);
}

QFont fixed()
{
    return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), 11.5);
}

QFont caption()
{
    QFont font = sized(QApplication::font(), 10.5);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont strong()
{
    QFont font = body();
    font.setWeight(QFont::DemiBold);
    return font;
}

int unit()
{
    return scaled(4);
}

int rowHeight()
{
    return scaled(20);
}

int controlHeight()
{
    return scaled(28);
}

} // namespace inspector::typography
