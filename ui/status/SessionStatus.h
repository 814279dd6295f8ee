// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/status/EventRate.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inspector {

class FrameSource;
class ThemeController;

/// The line at the foot of the window: what is open, how far the reading is and how fast, what was read.
class SessionStatus final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionStatus)

public:
    SessionStatus(FrameSource &source, ThemeController &theme, QWidget *parent = nullptr);

private:
    void takeFrame();
    [[nodiscard]] QString loadingText() const;
    [[nodiscard]] QString readyText() const;
    [[nodiscard]] QString readText() const;

    FrameSource &m_source;
    ThemeController &m_theme;
    QLabel *m_dot, *m_state, *m_numbers;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    EventRate m_rate;
    QTimer m_tick;
};

} // namespace inspector
