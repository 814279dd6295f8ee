// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace inspector {

/// A value in words: where it stands, and why it is what it is; with the ways to its other changes.
class WhyPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyPanel)

public:
    explicit WhyPanel(QWidget *parent = nullptr);

    /// Empty texts where no value is chosen.
    void setText(const QString &path, const QString &why);
    /// Which ways there are.
    void setWays(bool hasPrevious, bool hasNext);
    void setPinned(bool isPinned);

signals:
    void previousWanted();
    void nextWanted();
    void pinWanted(bool isPinned);

private:
    QLabel *m_path, *m_why;
    QPushButton *m_previous, *m_next, *m_pin;
};

} // namespace inspector
