// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector::typography {

namespace {

constexpr double bodyPixels = 13; // at scale 1: what all other sizes are in proportion to

QFont sized(QFont font, double pixels)
{
    const double base = QFontInfo(QApplication::font()).pixelSize();
    font.setPixelSize(std::max(1, qRound(base * pixels / bodyPixels)));
    return font;
}

/// Whether the character stands by itself, whatever is beside it: none that others join, and none above or
/// below another one.
bool isPlain(QChar character)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 6> ranges{{{u' ', u'\u02ff'}, // Latin
        {u'\u0370', u'\u0482'}, {u'\u048a', u'\u052f'},                           // Greek, Cyrillic
        {u'\u2010', u'\u2027'}, {u'\u2030', u'\u205e'}, {u'\u2190', u'\u2bff'}}}; // dashes, arrows, shapes
    return std::any_of(ranges.begin(), ranges.end(), [&](const auto &range) {
        return range.first <= character.unicode() && character.unicode() <= range.second;
    });
}

int scaled(double pixels)
{
    constexpr double lineHeight = 16; // of 13 px text at scale 1
    return std::max(1, qRound(pixels * QFontMetricsF(QApplication::font()).height() / lineHeight));
}

} // namespace

QFont plain(QFont font, QStringView text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        font.setStyleStrategy(
            static_cast<QFont::StyleStrategy>(font.styleStrategy() | QFont::PreferNoShaping));
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
