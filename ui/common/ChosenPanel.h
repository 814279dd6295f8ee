// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace inspector {

/// Below a list, the whole text of the row that is chosen, and what can be done with it.
class ChosenPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChosenPanel)

public:
    /// `name` says what is chosen, for those who cannot see it.
    ChosenPanel(const QString &name, QWidget *parent);

    void setText(const QString &text);
    /// A button behind those that are there.
    [[nodiscard]] QPushButton *addWay(const QString &text = {});

private:
    QLabel *m_text;
    QHBoxLayout *m_ways;
};

} // namespace inspector
