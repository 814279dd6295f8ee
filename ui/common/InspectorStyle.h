// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace inspector {

/// Fusion, with the marks of check boxes in the colours of the palette: its own are hardly seen on a dark
/// ground.
class InspectorStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectorStyle)

public:
    InspectorStyle();

    /// Icons and boxes grow with the unit of space.
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
};

} // namespace inspector
