// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace inspector {

/// What something takes of sessions of different sizes.
struct ScaleSeries
{
    struct Point
    {
        double records = 0;
        double value = 0; ///< in `unit`; greater than 0
    };

    std::string name;
    std::string unit; ///< "ms" or "MiB"
    std::vector<Point> points;

    /// The exponent with which it grows: of the straight line closest to the points in a plot of logarithms.
    /// 1 is in proportion, 0 not at all. There have to be two points of different sizes.
    [[nodiscard]] double slope() const;
};

/// A table in Markdown: a row a series, a column a size, the slope last. All series have the same sizes.
[[nodiscard]] std::string scaleTable(const std::vector<ScaleSeries> &series);

/// The same as a picture in SVG, both axes logarithmic, each line named at its end; readable on light and
/// dark ground.
[[nodiscard]] std::string scalePlot(const std::vector<ScaleSeries> &series);

} // namespace inspector
