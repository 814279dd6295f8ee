// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Workspaces.h"

#include <QList>
#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QDockWidget;
class QLineEdit;
class QMainWindow;
class QMenu;
class QWidget;

namespace inspector {

class PictureCommands;
class SessionCommands;
class SessionCursor;
class Settings;
class SnapshotsView;
class StateView;
class ThemeController;
class TransportBar;
class UiZoom;
class WindowTabs;

/// The window's menus, and with them its keys (docs/user-interface.md, "Keys").
class WindowMenus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMenus)

public:
    /// All must outlive it.
    struct Parts
    {
        QMainWindow &window;
        SessionCommands &commands;
        PictureCommands &pictures;
        SessionCursor &cursor;
        ThemeController &theme;
        UiZoom &zoom;
        Settings &settings;
        QLineEdit &filter;
        SnapshotsView &snapshots;
        TransportBar &transport;
        WindowTabs &views;
        StateView &state;
        std::vector<QDockWidget *> docks;
        std::vector<QWidget *> plots; ///< get a menu of their own
        std::function<void()> showExport, exportAgain, reportNow, compare, showAttach, showWhy;
        std::function<void(Workspaces::Kind)> showWorkspace;
        std::function<void()> showPalette, showKeys;
    };

    explicit WindowMenus(Parts parts);

    /// Those that show a dock and put it away.
    [[nodiscard]] const QList<QAction *> &dockActions() const { return m_dockActions; }

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeRecent(QMenu &menu);
    void makeViews(QMenu &menu);
    void makeViewOptions(QMenu &menu);
    void makeWorkspaces(QMenu &menu);
    void makeThemes(QMenu &menu);
    void makeZoom(QMenu &menu);
    void makeGoMenu();
    void makeSessionMenu();
    void makeHelpMenu();
    void addToPlots(QAction *action) const;

    Parts m_parts;
    QList<QAction *> m_dockActions;
};

} // namespace inspector
