// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionCopy.h"
#include "ui/common/SessionSaver.h"

#include <QObject>
#include <QString>

class QWidget;

namespace inspector {

class FrameSource;
class MarkerList;
class SessionCursor;
class Settings;

/// What can be done with a session as a whole, whoever asks for it: a menu, a key, a card, a drop.
class SessionCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionCommands)

public:
    /// All must outlive it.
    struct Parts
    {
        QWidget &window; ///< that dialogs belong to
        QWidget &below;  ///< where a field that asks for something opens
        FrameSource &source;
        SessionCursor &cursor;
        MarkerList &markers;
        Settings &settings;
    };

    explicit SessionCommands(const Parts &parts);

    void openFile(const QString &path);
    void openDemo();
    /// Asks for a file and opens it.
    void chooseFile();
    /// The same again, from its start.
    void reload();
    void stopReading();
    void close();
    /// Asks where to go.
    void askPlace();
    /// Asks for the name of a marker at the cursor.
    void askMarker();
    /// Asks where to, and writes the session with its markers there, beside the window.
    void save();
    void saveTo(const QString &path, SessionCut cut = {});
    /// Asks how many minutes, and where to; what is written can be opened on its own.
    void askLastMinutes();
    /// Asks what goes into a bug bundle, and where to, and writes it beside the window.
    void askBundle();

signals:
    void opened();
    void saved(const QString &path);
    /// Why a session is not saved; empty once it may be.
    void saveProblem(const QString &text);

private:
    /// Asks where to, and writes what was open when it began.
    void askAndWrite(const QString &title, SessionCut cut);
    void write(const SessionTimeline &timeline, const std::vector<UserMarker> &markers, const QString &path,
        SessionCut cut);
    [[nodiscard]] bool isSaverFree();
    [[nodiscard]] QString saveLast(const QString &typed);
    [[nodiscard]] QString goTo(const QString &typed);

    Parts m_parts;
    SessionSaver m_saver;
};

} // namespace inspector
