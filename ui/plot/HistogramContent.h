// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <vector>

namespace inspector {

/// What a HistogramPlot shows: how many durations there are in each stretch, both on axes of powers of ten.
struct HistogramContent
{
    struct Bar
    {
        double begin = 0, end = 0; ///< ns
        double count = 0;
    };

    /// A place on the axis with a name.
    struct Line
    {
        double ns = 0;
        QString label;
        bool isLimit = false;
    };

    std::vector<Bar> bars; ///< one behind the other
    std::vector<Line> lines;
};

} // namespace inspector
