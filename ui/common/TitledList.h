// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemView;
class QHBoxLayout;
class QLabel;

namespace inspector {

/// A list with what it is of above it.
class TitledList : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TitledList)

public:
    /// Takes the list.
    explicit TitledList(QAbstractItemView &list, QWidget *parent = nullptr);

    void setTitle(const QString &text);

protected:
    /// Puts a widget at the right of the title.
    void addBeside(QWidget &widget);

private:
    QLabel *m_title;
    QHBoxLayout *m_head;
};

} // namespace inspector
