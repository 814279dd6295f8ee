// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Theme.h"

#include "core/factions/AttitudeRule.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inspector {

namespace {

constexpr double forLines = 3.2; // somewhat above 3:1, for lines of one pixel

double luminanceOf(const QColor &color)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor standingOut(const QColor &color, const QColor &ground, double wanted, bool isDark)
{
    constexpr float step = 0.02F;
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    QColor changed = color;
    while (contrastOf(changed, ground) < wanted && lightness > 0 && lightness < 1) {
        lightness = std::clamp(lightness + (isDark ? step : -step), 0.0F, 1.0F);
        changed = QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness);
    }
    return changed;
}

} // namespace

const Theme &Theme::dark()
{
    static const Theme theme{true, 0x14171c, 0x1a1e24, 0x20252d, 0x2b313a, 0x243447, 0xe6e9ee, 0x9aa4b2,
        0x6b7685, 0x5aa9e6, 0x14171c, 0xe5484d, 0xf2955a, 0x8b96a5, 0x54b98a, 0x4aa3f0};
    return theme;
}

const Theme &Theme::light()
{
    static const Theme theme{false, 0xf3f4f7, 0xffffff, 0xf8f9fb, 0xdde2e8, 0xdcebfa, 0x1c2127, 0x596472,
        0x8b95a1, 0x1f6fb2, 0xffffff, 0xc62a2f, 0xb85c12, 0x66707d, 0x1f7a50, 0x1b66b5};
    return theme;
}

QColor Theme::attitude(std::string_view attitude) const
{
    const std::array<QColor, 5> byRank{hostile, unfriendly, neutral, friendly, allied};
    const int rank = attitudeRank(attitude);
    return rank < 0 ? secondary : byRank[static_cast<std::size_t>(rank)];
}

QColor Theme::readable(const QColor &color, const QColor &ground) const
{
    return standingOut(color, ground, 4.6, isDark);
}

QColor Theme::legible(const QColor &color) const
{
    QColor changed = standingOut(color, panel, forLines, isDark);
    for (const QColor &attitude : {hostile, unfriendly, neutral, friendly, allied})
        changed = standingOut(changed, spanTint(attitude), forLines, isDark);
    return changed;
}

QColor Theme::mutedLine() const
{
    return standingOut(legible(muted), selection, forLines, isDark);
}

QColor Theme::tint(const QColor &color, double share) const
{
    const auto mix = [&](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return {
        mix(color.red(), panel.red()), mix(color.green(), panel.green()), mix(color.blue(), panel.blue())};
}

QColor Theme::spanTint(const QColor &color) const
{
    constexpr double share = 0.09;
    return tint(color, share);
}

double contrastOf(const QColor &a, const QColor &b)
{
    constexpr double glare = 0.05;
    const double la = luminanceOf(a) + glare;
    const double lb = luminanceOf(b) + glare;
    return std::max(la, lb) / std::min(la, lb);
}

} // namespace inspector
