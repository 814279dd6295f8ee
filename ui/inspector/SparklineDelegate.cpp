// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/SparklineDelegate.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/inspector/Sparkline.h"
#include "ui/inspector/WatchModel.h"

#include <QPainter>
#include <QPainterPath>

namespace inspector {

namespace {

/// The value holds until the next one: step by step, never slanted.
QPainterPath stepsOf(const Sparkline &line, const QRectF &room)
{
    QPainterPath path;
    for (const QPointF &point : line.points) {
        const QPointF at(room.left() + point.x() * room.width(), room.bottom() - point.y() * room.height());
        if (path.elementCount() == 0) {
            path.moveTo(at);
            continue;
        }
        path.lineTo(at.x(), path.currentPosition().y());
        path.lineTo(at);
    }
    path.lineTo(room.right(), path.currentPosition().y());
    return path;
}

} // namespace

SparklineDelegate::SparklineDelegate(ThemeController &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void SparklineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // what is behind it
    const auto line = index.data(WatchModel::SparklineRole).value<Sparkline>();
    if (line.points.empty())
        return;
    const int unit = typography::unit();
    const QRectF room = QRectF(option.rect).adjusted(2 * unit, unit, -2 * unit, -unit - 1);
    painter->save();
    painter->setPen(QPen(m_theme.theme().secondary, 1));
    if (line.isNumber) {
        painter->drawPath(stepsOf(line, room));
    } else {
        painter->drawLine(room.bottomLeft(), room.bottomRight());
        for (const QPointF &point : line.points) {
            const double x = room.left() + point.x() * room.width();
            painter->drawLine(QPointF(x, room.bottom()), QPointF(x, room.top()));
        }
    }
    painter->restore();
}

} // namespace inspector
