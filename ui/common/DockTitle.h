// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace inspector {

class ThemeController;

/// The slim title of a dock: its name in capitals, and a button that hides it.
class DockTitle final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DockTitle)

public:
    DockTitle(QDockWidget &dock, ThemeController &theme);

private:
    void restyle();

    ThemeController &m_theme;
    QLabel *m_label;
    QToolButton *m_close;
};

} // namespace inspector
