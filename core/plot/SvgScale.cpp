// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/SvgScale.h"

#include "core/base/ElapsedText.h"
#include "core/base/NumberText.h"
#include "core/plot/RulerStep.h"

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

constexpr double axisWidth = SvgScale::plotWidth - SvgScale::labelWidth;

/// Without more decimals than tell two labels apart.
std::string labelOf(double ms, double step)
{
    constexpr double second = 1000;
    const std::string text = elapsedText(ms);
    return step >= second ? text.substr(0, text.find('.')) : text;
}

} // namespace

double SvgScale::perMs() const
{
    return axisWidth / std::max(end - begin, 1.0);
}

double SvgScale::x(TimeMs at) const
{
    return labelWidth + (std::clamp(at, begin, std::max(begin, end)) - begin) * perMs();
}

std::string SvgScale::ruler(double height) const
{
    constexpr double labelRoom = 110;
    const double step = rulerStep(labelRoom / perMs(), true);
    std::string out;
    for (double elapsed = 0; elapsed <= end - begin; elapsed += step) {
        const double at = x(begin + elapsed);
        if (at > plotWidth - labelRoom / 2)
            break; // the label would be cut off
        out += "<line class=\"tick\"" + attribute("x1", at) + attribute("x2", at) + attribute("y1", 0) +
               attribute("y2", height + 4) + "/><text class=\"time\"" + attribute("x", at) +
               attribute("y", height + 18) + ">" + labelOf(elapsed, step) + "</text>\n";
    }
    return out;
}

std::string SvgScale::number(double value)
{
    constexpr double tenths = 10;
    return numberText(std::round(value * tenths) / tenths);
}

std::string SvgScale::attribute(const char *name, double value)
{
    return std::string(" ").append(name).append("=\"").append(number(value)).append("\"");
}

} // namespace inspector
