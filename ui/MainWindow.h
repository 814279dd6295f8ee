// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"
#include "ui/common/NamedCatalogue.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Settings.h"
#include "ui/common/ThemeController.h"
#include "ui/common/ToolProblems.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabWidget;

namespace inspector {

class Banner;
class DetailsView;
class EventsView;
class ExportPanel;
class FactionsView;
class OverviewBar;
class ProblemsView;
class SessionCommands;
class StartPage;
class TransportBar;
class TutorialView;
class WindowMenus;

/// The inspector's window (docs/user-interface.md). Only wires: what happens in a view is the view's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// The clock and the factions must outlive it.
    MainWindow(const Clock &clock, const NamedCatalogue &catalogue, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] SessionCommands &commands() { return *m_commands; }
    [[nodiscard]] FrameSource &source() { return m_source; }
    [[nodiscard]] SessionCursor &cursor() { return m_cursor; }
    [[nodiscard]] ThemeController &theme() { return m_theme; }
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }
    [[nodiscard]] ExportPanel &exportPanel() { return *m_export; }
    void showExport();
    void showPalette();
    void showKeys();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeCentre();
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *view, Qt::DockWidgetArea area);
    void makeDocks();
    void makeCommands();
    void makeMenus();
    void setDefaultLayout();
    void restoreWindow();
    void takeFrame();
    void showBanner();
    void showMessage(const QString &text);

    NamedCatalogue m_catalogue;
    Settings m_settings;
    ThemeController m_theme;
    FrameSource m_source;
    SessionCursor m_cursor;
    RecordCache m_cache;
    MarkerList m_markers;
    ToolProblems m_toolProblems;
    TransportBar *m_transport = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_filterCount = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    StartPage *m_start = nullptr;
    QTabWidget *m_tabs = nullptr;
    FactionsView *m_factions = nullptr;
    TutorialView *m_tutorial = nullptr;
    ExportPanel *m_export = nullptr;
    EventsView *m_events = nullptr;
    OverviewBar *m_overview = nullptr;
    QDockWidget *m_detailsDock = nullptr, *m_problemsDock = nullptr, *m_exportDock = nullptr,
                *m_markersDock = nullptr, *m_logDock = nullptr;
    QByteArray m_defaultLayout;
    std::unique_ptr<SessionCommands> m_commands;
    std::unique_ptr<WindowMenus> m_menus;
};

} // namespace inspector
