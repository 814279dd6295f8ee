// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace inspector {

class ThemeController;

/// Draws a problem in two lines: what it is, and how often and where it occurred.
class ProblemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemDelegate)

public:
    /// `theme` must outlive it.
    explicit ProblemDelegate(ThemeController &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    ThemeController &m_theme;
};

} // namespace inspector
