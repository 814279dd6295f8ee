// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plot/PlotStep.h"

#include <QString>

#include <vector>

namespace inspector {

/// What a RatePlot shows: how many a second, each kind as a line of steps over the time since the session's
/// start.
struct RateContent
{
    struct Line
    {
        QString name;
        PlotSteps steps; ///< ms since the start, and how many a second
    };

    double begin = 0, end = 1; ///< of the axis, ms since the start
    std::vector<Line> lines;
};

} // namespace inspector
