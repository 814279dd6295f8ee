// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"

#include <qcustomplot.h>

namespace inspector {

struct Theme;

/// What stands along the axis of a lane but its lines: the spans, and the marks at its foot. Below the lines.
class LaneItem final : public QCPAbstractItem
{
public:
    LaneItem(QCustomPlot &plot, QCPAxisRect &lane);

    void setContent(const LaneContent *content) { m_content = content; }
    void setTheme(const Theme *theme) { m_theme = theme; }

    double selectTest(const QPointF & /*pos*/, bool /*onlySelectable*/, QVariant * /*details*/) const override
    {
        return -1;
    }

    /// Of the strip and its labels, which lines stay out of; pixels.
    [[nodiscard]] static int stripHeight();

protected:
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    void drawSpans(QCPPainter &painter) const;
    void drawThinSpans(QCPPainter &painter) const;
    void drawGaps(QCPPainter &painter) const;
    void drawMarks(QCPPainter &painter) const;

    QCPAxisRect &m_lane;
    const LaneContent *m_content = nullptr;
    const Theme *m_theme = nullptr;
};

} // namespace inspector
