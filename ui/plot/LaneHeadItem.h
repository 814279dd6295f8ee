// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"

#include <qcustomplot.h>

namespace inspector {

struct Theme;

/// What stands at the left of a lane.
class LaneHeadItem final : public QCPAbstractItem
{
public:
    /// Draws on `layer`, beside `lane`.
    LaneHeadItem(QCustomPlot &plot, QCPAxisRect &lane, const QString &layer);

    void setHead(const LaneHead &head) { m_head = head; }
    void setTheme(const Theme *theme) { m_theme = theme; }

    double selectTest(const QPointF & /*pos*/, bool /*onlySelectable*/, QVariant * /*details*/) const override
    {
        return -1;
    }

    /// Of every head, pixels.
    [[nodiscard]] static int width();
    /// That a head of three rows takes, pixels.
    [[nodiscard]] static int height();

protected:
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QCPAxisRect &m_lane;
    LaneHead m_head;
    const Theme *m_theme = nullptr;
};

} // namespace inspector
