// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/status/EventRate.h"
#include "ui/status/LiveLag.h"

#include <QColor>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inspector {

class FrameSource;
class ThemeController;

/// The line at the foot of the window: what is open, how far the reading is and how fast, what was read; of a
/// game that is attached, how late it is seen and whether anything of it is missing.
class SessionStatus final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionStatus)

public:
    SessionStatus(FrameSource &source, ThemeController &theme, QWidget *parent = nullptr);

    /// Whether what is open is a game that is attached now.
    void setAttached(bool isAttached);

private:
    void takeFrame();
    void measure();
    void showDot(const QColor &color);
    [[nodiscard]] QString loadingText() const;
    [[nodiscard]] QString readyText() const;
    [[nodiscard]] QString liveText() const;
    [[nodiscard]] QString readText() const;

    FrameSource &m_source;
    ThemeController &m_theme;
    QLabel *m_dot, *m_state, *m_numbers;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    EventRate m_rate;
    LiveLag m_lag;
    std::uint64_t m_seen = 0; // records
    bool m_isAttached = false;
    QColor m_dotColor;
    int m_dotSize = 0; // pixels
    QTimer m_tick;
};

} // namespace inspector
