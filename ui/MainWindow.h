// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Workspaces.h"
#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"
#include "ui/common/NamedCatalogue.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Settings.h"
#include "ui/common/ThemeController.h"
#include "ui/common/ToolProblems.h"
#include "ui/common/UiZoom.h"
#include "ui/live/LiveAttach.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace inspector {

class Banner;
class EventsView;
class ExportPanel;
class InterruptedRecordings;
class LiveSessions;
class OverviewBar;
class PictureCommands;
class SessionCommands;
class SessionStatus;
class SnapshotsView;
class StartPage;
class TransportBar;
class WindowDocks;
class WindowMenus;
class WindowTabs;

/// The inspector's window (docs/user-interface.md). Only wires: what happens in a view is the view's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    struct Folders
    {
        QString slotFolder = {}; ///< of the tool's own slots; without one there are none
        QString dataFolder = {}; ///< of recordings, and of the token that a game attaches with
    };

    /// The clock and the factions must outlive it.
    MainWindow(
        const Clock &clock, const NamedCatalogue &catalogue, Folders folders, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] SessionCommands &commands() { return *m_commands; }
    [[nodiscard]] PictureCommands &pictures() { return *m_pictures; }
    [[nodiscard]] FrameSource &source() { return m_source; }
    [[nodiscard]] SessionCursor &cursor() { return m_cursor; }
    [[nodiscard]] ThemeController &theme() { return m_theme; }
    [[nodiscard]] UiZoom &zoom() { return m_zoom; }
    [[nodiscard]] WindowTabs &tabs() { return *m_tabs; }
    [[nodiscard]] ExportPanel &exportPanel();
    [[nodiscard]] Workspaces &workspaces() { return *m_workspaces; }
    [[nodiscard]] LiveAttach &attach() { return m_attach; }
    [[nodiscard]] SnapshotsView &snapshots();
    void showExport();
    /// Lets games attach, and shows how.
    void showAttach();
    void showPalette();
    void showKeys();

    /// Of the right button on the title of a dock.
    QMenu *createPopupMenu() override;

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeCentre();
    void makeDocks();
    void makeCommands();
    void makeMenus();
    void makeRecordings();
    void restoreWindow();
    void takeFrame();
    void showBanner();
    void showMessage(const QString &text);

    NamedCatalogue m_catalogue;
    Folders m_folders;
    Settings m_settings;
    ThemeController m_theme;
    UiZoom m_zoom;
    FrameSource m_source;
    SessionCursor m_cursor;
    RecordCache m_cache;
    MarkerList m_markers;
    ToolProblems m_toolProblems;
    LiveAttach m_attach;
    SessionStatus *m_status = nullptr;
    TransportBar *m_transport = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_filterCount = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    StartPage *m_start = nullptr;
    WindowTabs *m_tabs = nullptr;
    EventsView *m_events = nullptr;
    OverviewBar *m_overview = nullptr;
    std::unique_ptr<WindowDocks> m_docks;
    std::unique_ptr<Workspaces> m_workspaces;
    QByteArray m_defaultLayout;
    std::unique_ptr<SessionCommands> m_commands;
    std::unique_ptr<PictureCommands> m_pictures;
    std::unique_ptr<LiveSessions> m_live;
    std::unique_ptr<InterruptedRecordings> m_interrupted;
    std::unique_ptr<WindowMenus> m_menus;
};

} // namespace inspector
