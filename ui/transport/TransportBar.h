// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionPlayer.h"

#include <QElapsedTimer>
#include <QList>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace inspector {

class FrameSource;
class SessionCursor;
class SteadyLabel;
class ThemeController;

/// LIVE, PAUSED or REPLAY, the ways to move along the session, and where the cursor is.
class TransportBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransportBar)

public:
    TransportBar(
        FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

    void togglePlaying();
    /// One step in the row of speeds, 1/8 to 64.
    void changeSpeed(bool faster);
    void setSpeed(double speed);
    [[nodiscard]] double speed() const { return m_player.speed(); }

    /// To play, at what speed, and whether over idle time: what the window's menu has of it.
    [[nodiscard]] const QList<QAction *> &commands() const { return m_commands; }

signals:
    void speedChanged();

private:
    QToolButton *addButton(const QString &name, const QString &keys, void (TransportBar::*pressed)());
    void toStart();
    void toEnd();
    void stepBack();
    void stepForward();
    void play();
    void tick();
    void showMode();
    void showPlace();
    void showWhatEndDoes();
    void restyle();
    /// Whether the state goes on by itself, so that there is something to pause.
    [[nodiscard]] bool isRunning() const;
    void makeCommands();
    QMenu *speedMenu();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    SessionPlayer m_player;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    QToolButton *m_mode;
    QToolButton *m_toStart, *m_back, *m_play, *m_forward, *m_toEnd;
    QToolButton *m_speed;
    SteadyLabel *m_number;
    QLabel *m_count;
    SteadyLabel *m_time;
    QToolButton *m_new;
    QList<QAction *> m_commands;
    bool m_isShownRunning = false;
    bool m_isShownGrowing = false;
};

} // namespace inspector
