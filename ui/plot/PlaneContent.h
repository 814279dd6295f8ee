// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace inspector {

/// What a PlanePlot shows: regions of a square of two values, a path through it, and where it is now.
struct PlaneContent
{
    struct Region
    {
        QString label;
        QColor color;

        friend bool operator==(const Region &, const Region &) = default;
    };

    QString xTitle, yTitle;
    double least = 0, greatest = 1; ///< of both values
    int side = 0;                   ///< cells along each value; the first and the last stand at the limits
    std::vector<int> cells;         ///< the region of each, x by x within each y
    std::vector<Region> regions;
    std::vector<QPointF> path; ///< in the order of time
    std::optional<QPointF> now;

    [[nodiscard]] int regionAt(int column, int row) const
    {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                     static_cast<std::size_t>(column)];
    }

    friend bool operator==(const PlaneContent &, const PlaneContent &) = default;
};

} // namespace inspector
