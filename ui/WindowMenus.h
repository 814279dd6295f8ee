// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <vector>

class QDockWidget;
class QLineEdit;
class QMainWindow;
class QMenu;

namespace inspector {

class SessionCommands;
class SessionCursor;
class Settings;
class ThemeController;

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
        SessionCursor &cursor;
        ThemeController &theme;
        Settings &settings;
        QLineEdit &filter;
        std::vector<QDockWidget *> docks;
        std::function<void()> showExport, exportAgain, restoreLayout, showPalette, showKeys;
    };

    explicit WindowMenus(Parts parts);

private:
    void makeFileMenu();
    void makeViewMenu();
    void makeThemes(QMenu &menu);
    void makeGoMenu();
    void makeSessionMenu();
    void makeHelpMenu();

    Parts m_parts;
};

} // namespace inspector
