// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Icon.h"

#include "ui/common/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace inspector {

namespace {

// All shapes are drawn in a square of 16 by 16, with a margin of 2.
constexpr int side = 16;

QPainterPath triangle(double fromX, double toX)
{
    QPainterPath path;
    path.moveTo(fromX, 3);
    path.lineTo(toX, 8);
    path.lineTo(fromX, 13);
    path.closeSubpath();
    return path;
}

QPainterPath bar(double x)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(x, 3, 2, 10), 0.5, 0.5);
    return path;
}

QPainterPath stroked(const QPainterPath &lines)
{
    QPainterPathStroker stroker;
    stroker.setWidth(1.5);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(lines);
}

QPainterPath pathOf(IconShape shape)
{
    QPainterPath path;
    switch (shape) {
    case IconShape::Play:
        return triangle(4, 13);
    case IconShape::Pause:
        path.addPath(bar(4.5));
        path.addPath(bar(9.5));
        return path;
    case IconShape::StepBack:
        return triangle(12, 4);
    case IconShape::StepForward:
        return triangle(4, 12);
    case IconShape::ToStart:
        path.addPath(triangle(13, 5));
        path.addPath(bar(2.5));
        return path;
    case IconShape::ToEnd:
        path.addPath(triangle(3, 11));
        path.addPath(bar(11.5));
        return path;
    case IconShape::Check: {
        QPainterPath lines;
        lines.moveTo(3.5, 8.5);
        lines.lineTo(6.5, 11.5);
        lines.lineTo(12.5, 4.5);
        return stroked(lines);
    }
    case IconShape::Close:
    case IconShape::Cross: {
        QPainterPath lines;
        lines.moveTo(4, 4);
        lines.lineTo(12, 12);
        lines.moveTo(12, 4);
        lines.lineTo(4, 12);
        return stroked(lines);
    }
    case IconShape::Problem:
        path.moveTo(8, 2.5);
        path.lineTo(14, 13.5);
        path.lineTo(2, 13.5);
        path.closeSubpath();
        return path;
    }
    return path;
}

QPixmap drawn(const QPainterPath &path, const QColor &color, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<double>(size) / side, static_cast<double>(size) / side);
    painter.fillPath(path, color);
    return pixmap;
}

QColor colorOf(IconShape shape, const Theme &theme)
{
    switch (shape) {
    case IconShape::Problem:
        return theme.unfriendly;
    case IconShape::Check:
        return theme.friendly;
    case IconShape::Cross:
        return theme.hostile;
    default:
        return theme.text;
    }
}

} // namespace

QIcon iconOf(IconShape shape, const Theme &theme)
{
    const QPainterPath path = pathOf(shape);
    QIcon icon;
    for (const int size : {16, 24, 32, 48}) {
        icon.addPixmap(drawn(path, colorOf(shape, theme), size));
        icon.addPixmap(drawn(path, theme.muted, size), QIcon::Disabled);
    }
    return icon;
}

QPixmap dotOf(const QColor &color, int size)
{
    QPainterPath circle;
    circle.addEllipse(QRectF(0, 0, side, side));
    return drawn(circle, color, size);
}

} // namespace inspector
