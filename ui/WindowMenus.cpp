// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowMenus.h"

#include "ui/PictureCommands.h"
#include "ui/SessionCommands.h"
#include "ui/WindowTabs.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Settings.h"
#include "ui/common/ThemeController.h"
#include "ui/common/UiZoom.h"
#include "ui/inspector/StateView.h"
#include "ui/snapshots/SnapshotsView.h"
#include "ui/transport/TransportBar.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

WindowMenus::WindowMenus(Parts parts)
    : m_parts(std::move(parts))
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeGoMenu();
    makeSessionMenu();
    makeHelpMenu();
}

void WindowMenus::makeFileMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&File"));
    SessionCommands &commands = m_parts.commands;
    menu->addAction(tr("&Open…"), QKeySequence::Open, &commands, &SessionCommands::chooseFile);
    makeRecent(*menu->addMenu(tr("Open &recent")));
    menu->addAction(tr("&Attach a game…"), QKeySequence(Qt::CTRL | Qt::Key_L), this, m_parts.showAttach);
    menu->addAction(tr("&Save session…"), QKeySequence::Save, &commands, &SessionCommands::save);
    menu->addAction(tr("Save the last &minutes…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), &commands,
        &SessionCommands::askLastMinutes);
    menu->addAction(tr("Save a &bug bundle…"), QKeySequence(Qt::CTRL | Qt::Key_B), &commands,
        &SessionCommands::askBundle);
    addToPlots(menu->addAction(tr("Save &picture…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        &m_parts.pictures, &PictureCommands::save));
    menu->addAction(tr("&Read again"), QKeySequence(Qt::Key_F5), &commands, &SessionCommands::reload);
    menu->addAction(tr("Play the &demo mission"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), &commands,
        &SessionCommands::openDemo);
    menu->addAction(
        tr("&Stop reading"), QKeySequence(Qt::SHIFT | Qt::Key_F5), &commands, &SessionCommands::stopReading);
    menu->addAction(
        tr("&Close session"), QKeySequence(Qt::CTRL | Qt::Key_W), &commands, &SessionCommands::close);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &m_parts.window, &QWidget::close);
}

void WindowMenus::makeRecent(QMenu &menu)
{
    const auto fill = [this, &menu] {
        menu.clear();
        for (const QString &path : m_parts.settings.recentFiles())
            menu.addAction(path, this, [this, path] { m_parts.commands.openFile(path); });
        if (menu.isEmpty())
            menu.addAction(tr("Nothing yet"))->setEnabled(false);
    };
    fill();
    // Queued: it is by an entry of this menu, which goes with the others, that a file may be opened.
    connect(&m_parts.commands, &SessionCommands::opened, &menu, fill, Qt::QueuedConnection);
    connect(&menu, &QMenu::aboutToShow, this, fill); // another window may have opened more
}

/// Whatever a list offers for what is chosen in it (ListActions.h), below the list's name.
void WindowMenus::makeEditMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&Edit"));
    for (const QWidget *list : m_parts.window.findChildren<QWidget *>()) {
        const QList<QAction *> actions = list->actions();
        const bool isOffering = std::any_of(actions.begin(), actions.end(),
            [](const QAction *action) { return action->shortcutContext() == Qt::WidgetShortcut; });
        if (isOffering && !list->accessibleName().isEmpty())
            menu->addMenu(list->accessibleName())->addActions(actions);
    }
}

void WindowMenus::makeViewMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&View"));
    makeViews(*menu);
    makeViewOptions(*menu);
    menu->addSeparator();
    makeWorkspaces(*menu);
    menu->addSeparator();
    makeThemes(*menu);
    menu->addSeparator();
    makeZoom(*menu);
    menu->addSeparator();
    menu->addAction(tr("&Full screen"), QKeySequence(Qt::Key_F11), &m_parts.window,
        [this] { m_parts.window.setWindowState(m_parts.window.windowState() ^ Qt::WindowFullScreen); });
}

void WindowMenus::makeViews(QMenu &menu)
{
    const auto digit = [](int place) { return static_cast<Qt::Key>(Qt::Key_0 + place); };
    WindowTabs &views = m_parts.views;
    for (int tab = 0; tab < views.count(); ++tab)
        menu.addAction(views.tabText(tab), QKeySequence(Qt::ALT | digit(tab + 1)), &views,
            [&views, tab] { views.goToView(tab); });
    menu.addSeparator();
    int place = 1; // of the docks; 0 stands behind 9, and the minus behind the 0
    for (QDockWidget *dock : m_parts.docks) {
        // Not the dock's own action, for which a tab behind another one is shown: it would be hidden.
        QAction *toggle = menu.addAction(dock->windowTitle());
        toggle->setShortcut(Qt::CTRL | Qt::ALT | (place <= 10 ? digit(place % 10) : Qt::Key_Minus));
        toggle->setCheckable(true);
        m_dockActions << toggle;
        connect(dock, &QDockWidget::windowTitleChanged, toggle, &QAction::setText);
        connect(dock, &QDockWidget::visibilityChanged, toggle, &QAction::setChecked);
        connect(toggle, &QAction::triggered, dock, [dock](bool isWanted) {
            dock->setVisible(isWanted);
            if (isWanted)
                dock->raise();
        });
        ++place;
    }
}

/// What a view offers in its bar (ViewBar.h), below the view's name.
void WindowMenus::makeViewOptions(QMenu &menu)
{
    WindowTabs &views = m_parts.views;
    QMenu *all = menu.addMenu(tr("Choices o&f the views"));
    for (int tab = 0; tab < views.count(); ++tab) {
        const QList<QAction *> actions = views.widget(tab)->actions();
        if (actions.isEmpty())
            continue;
        all->addMenu(views.tabText(tab))->addActions(actions);
        for (const QAction *action : actions)
            connect(action, &QAction::triggered, &views, [&views, tab] { views.setCurrentIndex(tab); });
    }
}

void WindowMenus::makeWorkspaces(QMenu &menu)
{
    using Kind = Workspaces::Kind;
    const auto add = [&](const QString &name, const QKeySequence &key, Kind kind) {
        menu.addAction(name, key, this, [this, kind] { m_parts.showWorkspace(kind); });
    };
    add(tr("Workspace: &QA"), QKeySequence(Qt::CTRL | Qt::Key_1), Kind::Qa);
    add(tr("Workspace: &narrative"), QKeySequence(Qt::CTRL | Qt::Key_2), Kind::Narrative);
    add(tr("Workspace: &performance"), QKeySequence(Qt::CTRL | Qt::Key_3), Kind::Performance);
    add(tr("Default &layout"), QKeySequence(Qt::CTRL | Qt::Key_4), Kind::Default);
}

void WindowMenus::makeThemes(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const std::array<std::pair<QString, ThemeController::Mode>, 3> modes{
        {{tr("Theme: s&ystem"), ThemeController::Mode::System},
            {tr("Theme: &light"), ThemeController::Mode::Light},
            {tr("Theme: &dark"), ThemeController::Mode::Dark}}};
    for (const auto &[name, mode] : modes) {
        QAction *action = group->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_parts.theme.mode() == mode);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            m_parts.theme.setMode(mode);
            m_parts.settings.setThemeMode(mode);
        });
        menu.addAction(action);
    }
}

void WindowMenus::makeZoom(QMenu &menu)
{
    UiZoom &zoom = m_parts.zoom;
    QAction *larger = menu.addAction(tr("Zoom &in"), &zoom, &UiZoom::zoomIn);
    // The plus of most keyboards is the equals sign with Shift; nobody presses that too.
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    menu.addAction(tr("Zoom &out"), QKeySequence(Qt::CTRL | Qt::Key_Minus), &zoom, &UiZoom::zoomOut);
    menu.addAction(tr("Nor&mal size"), QKeySequence(Qt::CTRL | Qt::Key_0), &zoom,
        [&zoom] { zoom.setPercent(UiZoom::normal); });
    connect(&zoom, &UiZoom::changed, this, [this](int percent) { m_parts.settings.setZoomPercent(percent); });
}

void WindowMenus::makeGoMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&Go"));
    SessionCursor &cursor = m_parts.cursor;
    menu->addAction(tr("&Find"), QKeySequence::Find, &m_parts.filter, [this] {
        m_parts.filter.setFocus(Qt::ShortcutFocusReason);
        m_parts.filter.selectAll();
    });
    menu->addAction(tr("&Go to event or time…"), QKeySequence(Qt::CTRL | Qt::Key_G), &m_parts.commands,
        &SessionCommands::askPlace);
    menu->addAction(tr("&Next event"), QKeySequence(Qt::Key_F8), &cursor, [&cursor] { cursor.step(1); });
    menu->addAction(
        tr("&Previous event"), QKeySequence(Qt::SHIFT | Qt::Key_F8), &cursor, [&cursor] { cursor.step(-1); });
    SnapshotsView &snapshots = m_parts.snapshots;
    menu->addAction(
        tr("Next &snapshot"), QKeySequence(Qt::Key_F7), &snapshots, [&snapshots] { snapshots.step(1); });
    menu->addAction(tr("Previous snaps&hot"), QKeySequence(Qt::SHIFT | Qt::Key_F7), &snapshots,
        [&snapshots] { snapshots.step(-1); });
    StateView &state = m_parts.state;
    menu->addAction(tr("Previous &change of the value"), QKeySequence(Qt::Key_F3), &state,
        &StateView::goToPreviousChange);
    menu->addAction(tr("Next change of the &value"), QKeySequence(Qt::SHIFT | Qt::Key_F3), &state,
        &StateView::goToNextChange);
    menu->addAction(tr("&Why the chosen faction is so"), QKeySequence(Qt::Key_F4), this, m_parts.showWhy);
    menu->addAction(tr("Next of the same t&ype"), QKeySequence(Qt::CTRL | Qt::Key_F8), &cursor,
        [&cursor] { cursor.stepSameName(true); });
    menu->addAction(tr("Previous of the same type"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F8), &cursor,
        [&cursor] { cursor.stepSameName(false); });
    menu->addAction(
        tr("The start"), QKeySequence(Qt::ALT | Qt::Key_Home), &cursor, [&cursor] { cursor.goTo(0); });
    menu->addAction(tr("Follow the end"), QKeySequence(Qt::ALT | Qt::Key_End), &cursor,
        [&cursor] { cursor.setMode(SessionCursor::Mode::Live); });
    menu->addSeparator();
    menu->addActions(m_parts.transport.commands());
    menu->addSeparator();
    menu->addAction(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), &cursor, &SessionCursor::back);
    menu->addAction(tr("F&orward"), QKeySequence(Qt::ALT | Qt::Key_Right), &cursor, &SessionCursor::forward);
    menu->addSeparator();
    addToPlots(menu->addAction(tr("&All of the session"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        &cursor, &SessionCursor::showAll));
}

void WindowMenus::makeHelpMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Command palette…"), QKeySequence(Qt::CTRL | Qt::Key_P), this, m_parts.showPalette);
    menu->addAction(tr("&Keys"), QKeySequence(Qt::Key_Question), this, m_parts.showKeys);
}

void WindowMenus::addToPlots(QAction *action) const
{
    for (QWidget *plot : m_parts.plots)
        plot->addAction(action);
}

void WindowMenus::makeSessionMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&Session"));
    addToPlots(menu->addAction(tr("Set a &marker…"), QKeySequence(Qt::CTRL | Qt::Key_M), &m_parts.commands,
        &SessionCommands::askMarker));
    menu->addActions(m_parts.snapshots.commands());
    menu->addSeparator();
    menu->addAction(tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, m_parts.showExport);
    menu->addAction(
        tr("Export &again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this, m_parts.exportAgain);
    menu->addAction(tr("Write a &report"), QKeySequence(Qt::CTRL | Qt::Key_R), this, m_parts.reportNow);
    menu->addAction(tr("&Compare with a session…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), this,
        m_parts.compare);
}

} // namespace inspector
