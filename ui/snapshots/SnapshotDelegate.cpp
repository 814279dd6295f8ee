// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/SnapshotDelegate.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/snapshots/SnapshotModel.h"

#include <QPainter>

namespace inspector {

SnapshotDelegate::SnapshotDelegate(ThemeController &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void SnapshotDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const int unit = typography::unit();
    const QRect room = option.rect.adjusted(3 * unit, 0, -3 * unit, 0);
    const QString name = index.data().toString();
    painter->save();
    if (index.data(SnapshotModel::IsHeadRole).toBool()) {
        painter->setFont(typography::caption());
        painter->setPen(theme.secondary);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(typography::caption()).elidedText(name.toUpper(), Qt::ElideMiddle, room.width()));
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.raised);
    const int line = typography::rowHeight();
    const QRect top(room.left(), room.top() + unit, room.width(), line);
    const QString time = index.data(SnapshotModel::TimeRole).toString();
    painter->setFont(typography::fixed());
    painter->setPen(theme.secondary);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, time);
    const int timeWidth = QFontMetrics(typography::fixed()).horizontalAdvance(time) + 2 * unit;
    painter->setFont(typography::table());
    painter->setPen(theme.text);
    const QRect nameRoom = top.adjusted(0, 0, -timeWidth, 0);
    const QFontMetrics metrics(typography::table());
    painter->drawText(nameRoom, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(name, Qt::ElideMiddle, nameRoom.width()));
    painter->setPen(theme.secondary);
    const QRect bottom = top.translated(0, line - unit);
    painter->drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data(SnapshotModel::DigestRole).toString(), Qt::ElideRight, bottom.width()));
    painter->restore();
}

QSize SnapshotDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const bool isHead = index.data(SnapshotModel::IsHeadRole).toBool();
    const int line = typography::rowHeight();
    return {40 * typography::unit(), isHead ? line + 2 * typography::unit() : 2 * line + typography::unit()};
}

} // namespace inspector
