// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"

#include <QString>

class QCPAxisRect;
class QCPGraph;
class QCPItemLine;
class QCustomPlot;

namespace inspector {

class LaneHeadItem;
class LaneItem;
struct Theme;

/// What QCustomPlot draws for one lane of a LanePlot; the plot owns all of it.
class PlotLane
{
public:
    struct Layers
    {
        QString head, cursor;
    };

    PlotLane(QCustomPlot &plot, const Layers &layers);

    /// The content has to stay where it is until there is another. `valueZoom` times the room for its values
    /// that they need.
    void show(const LaneContent &content, const Theme &theme, double valueZoom) const;
    void setHead(const LaneHead &head) const;
    void setTheme(const Theme &theme) const;
    void setRange(double begin, double end) const;

    [[nodiscard]] QCPAxisRect &rect() const { return *m_rect; }
    [[nodiscard]] QCPItemLine &cursorLine() const { return *m_cursorLine; }
    [[nodiscard]] double toPixel(double x) const;
    [[nodiscard]] double toCoordinate(double pixel) const;

private:
    QCPItemLine *addCursorLine(QCustomPlot &plot, const QString &layer) const;

    QCPAxisRect *m_rect;
    LaneItem *m_item;
    LaneHeadItem *m_head;
    QCPGraph *m_solid = nullptr, *m_dashed = nullptr, *m_solidModelled = nullptr, *m_dashedModelled = nullptr;
    QCPGraph *m_thinSolid = nullptr, *m_thinDashed = nullptr;
    QCPGraph *m_stale = nullptr;
    QCPItemLine *m_cursorLine;
};

} // namespace inspector
