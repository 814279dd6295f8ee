// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace inspector {

class ThemeController;

/// A line across the window that says what is wrong and what to do about it. Never in the way: it can be put
/// away.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(ThemeController &theme, QWidget *parent = nullptr);

    /// Shows a text, with a button where `action` has a name. The same text again, once it was put away,
    /// stays away.
    void tell(const QString &text, const QString &action = {});
    /// There is nothing to say any more.
    void clear();
    [[nodiscard]] QString text() const;

signals:
    void actionWanted();

private:
    void restyle();

    ThemeController &m_theme;
    QLabel *m_icon, *m_label;
    QPushButton *m_action;
    QToolButton *m_close;
    QString m_putAway;
};

} // namespace inspector
