// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/SessionSaver.h"
#include "ui/common/Settings.h"
#include "ui/common/ThemeController.h"

#include <QMainWindow>

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
class SessionStatus;
class StartPage;
class TransportBar;
class TutorialView;

/// The inspector's window (docs/user-interface.md). Only wires: what happens in a view is the view's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Both must outlive it.
    explicit MainWindow(const Clock &clock, const FactionCatalogue &catalogue, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openFile(const QString &path);
    void openDemo();
    /// Writes the session with its markers, beside the window.
    void saveSessionTo(const QString &path);

    [[nodiscard]] FrameSource &source() { return m_source; }
    [[nodiscard]] SessionCursor &cursor() { return m_cursor; }
    [[nodiscard]] ThemeController &theme() { return m_theme; }
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }
    [[nodiscard]] ExportPanel &exportPanel() { return *m_export; }
    void showExport();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeCentre();
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *view, Qt::DockWidgetArea area);
    void makeDocks();
    void makeMenus();
    void makeFileMenu();
    void makeSessionMenu();
    void makeViewMenu();
    void makeGoMenu();
    void setDefaultLayout();
    void restoreWindow();
    void chooseFile();
    void askPlace();
    void askMarker();
    void saveSession();
    void save(const SessionTimeline &timeline, const std::vector<UserMarker> &markers, const QString &path);
    void reload();
    void exportAgain();
    void takeFrame();
    void showBanner();

    Settings m_settings;
    ThemeController m_theme;
    FrameSource m_source;
    SessionCursor m_cursor;
    RecordCache m_cache;
    MarkerList m_markers;
    SessionSaver m_saver;
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
    QString m_saveProblem; // of the last time; empty where there was none
};

} // namespace inspector
