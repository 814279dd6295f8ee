// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace inspector {

class FrameSource;
class LiveAttach;
class SessionCommands;
class SessionCursor;
class SessionStatus;

/// Shows a game that attached, unless somebody looks at something else, and whether what is open is one.
class LiveSessions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveSessions)

public:
    /// All must outlive it.
    struct Parts
    {
        LiveAttach &attach;
        FrameSource &source;
        SessionCursor &cursor;
        SessionCommands &commands;
        SessionStatus &status;
    };

    explicit LiveSessions(const Parts &parts, QObject *parent = nullptr);

signals:
    void told(const QString &text);

private:
    void take(const QString &path);
    void showStatus();
    [[nodiscard]] bool isShown(const QString &path) const;

    Parts m_parts;
    bool m_goesLive = false; // with the session that is being opened
};

} // namespace inspector
