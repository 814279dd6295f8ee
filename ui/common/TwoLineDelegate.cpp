// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TwoLineDelegate.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"

#include <QIcon>
#include <QPainter>

namespace inspector {

TwoLineDelegate::TwoLineDelegate(ThemeController &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void TwoLineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_theme.theme();
    const int unit = typography::unit();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.raised);
    const QRect room = option.rect.adjusted(3 * unit, unit, -3 * unit, 0);
    const int line = typography::rowHeight() - unit / 2;
    const int icon = 3 * unit;
    const QRect iconRoom(room.left(), room.top() + (line - icon) / 2, icon, icon);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRoom);
    const QRect first(room.left() + 5 * unit, room.top(), room.width() - 5 * unit, line);
    painter->setFont(typography::table());
    painter->setPen(theme.text);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(typography::table()).elidedText(index.data().toString(), Qt::ElideRight, first.width()));
    painter->setFont(typography::fixed());
    painter->setPen(theme.secondary);
    const QString second = index.data(SecondLineRole).toString();
    painter->drawText(first.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(typography::fixed()).elidedText(second, Qt::ElideRight, first.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const int unit = typography::unit();
    const int lines = index.data(SecondLineRole).toString().isEmpty() ? 1 : 2;
    return {unit, lines * (typography::rowHeight() - unit / 2) + 2 * unit};
}

} // namespace inspector
