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
    constexpr double longest = 1e16; // a clock that is off by more makes no axis that anybody reads
    return axisWidth / std::clamp(end - begin, 1.0, longest);
}

double SvgScale::x(TimeMs at) const
{
    return labelWidth + std::clamp((at - begin) * perMs(), 0.0, axisWidth);
}

std::string SvgScale::ruler(double height) const
{
    constexpr double labelRoom = 110;
    const double step = rulerStep(labelRoom / perMs(), true);
    std::string out;
    constexpr int mostTicks = 20;
    for (int tick = 0; tick < mostTicks && tick * step <= end - begin; ++tick) {
        const double elapsed = tick * step;
        const double at = labelWidth + elapsed * perMs();
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
    constexpr double tenths = 10, whole = 1e15; // beyond that there are no tenths
    if (!(std::abs(value) < whole))
        return numberText(value);
    return numberText(std::round(value * tenths) / tenths);
}

std::string SvgScale::attribute(const char *name, double value)
{
    return std::string(" ").append(name).append("=\"").append(number(value)).append("\"");
}

} // namespace inspector
