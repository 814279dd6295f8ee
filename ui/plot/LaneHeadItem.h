// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"

#include <qcustomplot.h>

#include <optional>

namespace inspector {

struct Theme;

/// What stands at the left of a lane.
class LaneHeadItem final : public QCPAbstractItem
{
public:
    /// Draws on `layer`, beside `lane`.
    LaneHeadItem(QCustomPlot &plot, QCPAxisRect &lane, const QString &layer);

    void setHead(const LaneHead &head) { m_head = head; }
    void setTheme(const Theme *theme);

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

    /// What is the same for all that it draws, until there is another theme or scale.
    struct Type
    {
        Type();

        QFont strongFont, tableFont, fixedFont;
        QFontMetrics strong, table, fixed;
        int unit, width, height; // pixels
    };
    std::optional<Type> m_type;
};

} // namespace inspector
