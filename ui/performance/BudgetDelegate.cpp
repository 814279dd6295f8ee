// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/performance/BudgetDelegate.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace inspector {

BudgetDelegate::BudgetDelegate(ThemeController &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void BudgetDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle &style = option.widget == nullptr ? *QApplication::style() : *option.widget->style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QString text = index.data().toString();
    constexpr double whole = 100;
    const double share = text.section(QLatin1Char(' '), 0, 0).toDouble() / whole;
    const Theme &theme = m_theme.theme();
    const int unit = typography::unit();
    const QFontMetrics metrics(typography::fixed());
    const int number = metrics.horizontalAdvance(QStringLiteral("10000 %"));
    const QRect room = option.rect.adjusted(2 * unit, 0, -2 * unit, 0);
    const QRect bar(room.left() + number + 2 * unit, room.center().y() - unit / 2,
        std::max(0, room.width() - number - 2 * unit), unit + unit / 2);
    const bool isOver = share > 1;
    painter->save();
    painter->setFont(typography::fixed());
    painter->setPen(isOver ? theme.readable(theme.hostile, theme.panel) : theme.text);
    painter->drawText(
        QRect(room.left(), room.top(), number, room.height()), Qt::AlignRight | Qt::AlignVCenter, text);
    painter->fillRect(bar, theme.line);
    painter->fillRect(
        QRect(bar.left(), bar.top(),
            std::max(share > 0 ? 1 : 0, static_cast<int>(bar.width() * std::min(share, 1.0))), bar.height()),
        isOver ? theme.hostile : theme.secondary);
    painter->restore();
}

} // namespace inspector
