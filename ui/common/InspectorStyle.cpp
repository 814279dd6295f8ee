// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/InspectorStyle.h"

#include "ui/common/Typography.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace inspector {

namespace {

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const QPalette &palette = option.palette;
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor accent =
        isEnabled ? palette.color(QPalette::Link) : palette.color(QPalette::Disabled, QPalette::Text);
    const QColor edge = option.state.testFlag(QStyle::State_HasFocus) || isOn
                            ? accent
                            : palette.color(QPalette::PlaceholderText);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(isOn ? accent : palette.color(QPalette::Base));
    painter.drawRoundedRect(box, box.width() / 5, box.width() / 5);
    if (isOn) {
        QPainterPath tick;
        tick.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52);
        tick.lineTo(box.left() + box.width() * 0.44, box.top() + box.height() * 0.72);
        tick.lineTo(box.left() + box.width() * 0.78, box.top() + box.height() * 0.30);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(palette.color(QPalette::Base), box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(tick);
    }
    painter.restore();
}

} // namespace

InspectorStyle::InspectorStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

int InspectorStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    constexpr int usualUnit = 4; // px, which the sizes of Fusion go with
    const int size = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ScrollBarExtent:
        return size * typography::unit() / usualUnit;
    default:
        return size;
    }
}

void InspectorStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox)
        drawCheckBox(*option, *painter);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace inspector
