// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace inspector {

class ThemeController;

/// A row in two lines: an icon and what it is, and below what more there is to say, in the fixed-width font.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TwoLineDelegate)

public:
    enum Role
    {
        SecondLineRole = Qt::UserRole + 100, ///< a text; a row without one has one line only
    };

    explicit TwoLineDelegate(ThemeController &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    ThemeController &m_theme;
};

} // namespace inspector
