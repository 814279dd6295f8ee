// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace inspector {

class ThemeController;

/// Draws a share of what is allowed, "12 %", as a bar with its number; what is over is drawn full.
class BudgetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BudgetDelegate)

public:
    /// `theme` must outlive it.
    explicit BudgetDelegate(ThemeController &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    ThemeController &m_theme;
};

} // namespace inspector
