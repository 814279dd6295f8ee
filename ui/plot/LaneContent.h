// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plot/PlotStep.h"

#include <QColor>
#include <QString>

#include <vector>

namespace inspector {

/// What one lane of a LanePlot shows. Positions on the axis are in its own unit, ms since the epoch or record
/// numbers.
struct LaneContent
{
    /// A stretch with a name, drawn as a strip at the top of the lane over a tinted ground.
    struct Span
    {
        double begin = 0, end = 0;
        QColor color;
        QString label;
        bool isOutlined = false; ///< the one that is going on at the cursor
    };

    /// A triangle at the foot of the lane.
    struct Mark
    {
        double x = 0;
        bool isUp = false;
        QString sourceId; ///< the lane that a line leads to while the mouse is over it; empty for none
        QString text;     ///< the tool tip
    };

    /// A stretch that was not recorded, hatched.
    struct Gap
    {
        double begin = 0, end = 0;

        friend bool operator==(const Gap &, const Gap &) = default;
    };

    QString id;
    QColor color;

    double highest = 100;                    ///< of the values; the least is 0
    PlotSteps solid, dashed;                 ///< what is known
    PlotSteps solidModelled, dashedModelled; ///< what a rule makes of it, dotted
    std::vector<double> stale;               ///< where a value turned out to be another than the one known
    std::vector<Span> spans;
    PlotSteps thinSolid, thinDashed; ///< what it is compared with; then all that is known is drawn full
    std::vector<Span> thinSpans;     ///< the same as a narrow strip below that of the spans, without names
    bool isCompared = false;
    std::vector<Mark> marks;
    std::vector<Gap> gaps;
};

/// What stands at the left of a lane: it changes with the cursor, while what is drawn along the axis stays.
struct LaneHead
{
    QString title;
    QString chip; ///< a word below the title, on a ground of its colour
    QColor chipColor;
    QString detail;
    bool isChosen = false;

    friend bool operator==(const LaneHead &, const LaneHead &) = default;
};

} // namespace inspector
