// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowMenus.h"

#include "ui/PictureCommands.h"
#include "ui/SessionCommands.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Settings.h"
#include "ui/common/ThemeController.h"
#include "ui/common/UiZoom.h"
#include "ui/inspector/StateView.h"
#include "ui/snapshots/SnapshotsView.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>

#include <array>
#include <utility>

namespace inspector {

WindowMenus::WindowMenus(Parts parts)
    : m_parts(std::move(parts))
{
    makeFileMenu();
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
    QMenu *recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        for (const QString &path : m_parts.settings.recentFiles())
            recent->addAction(path, this, [this, path] { m_parts.commands.openFile(path); });
        if (recent->isEmpty())
            recent->addAction(tr("Nothing yet"))->setEnabled(false);
    });
    menu->addAction(tr("&Attach a game…"), QKeySequence(Qt::CTRL | Qt::Key_L), this, m_parts.showAttach);
    menu->addAction(tr("&Save session…"), QKeySequence::Save, &commands, &SessionCommands::save);
    menu->addAction(tr("Save the last &minutes…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), &commands,
        &SessionCommands::askLastMinutes);
    menu->addAction(tr("Save a &bug bundle…"), QKeySequence(Qt::CTRL | Qt::Key_B), &commands,
        &SessionCommands::askBundle);
    addToPlots(menu->addAction(tr("Save &picture…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        &m_parts.pictures, &PictureCommands::save));
    menu->addAction(tr("&Read again"), QKeySequence(Qt::Key_F5), &commands, &SessionCommands::reload);
    menu->addAction(tr("Play the &demo mission"), &commands, &SessionCommands::openDemo);
    menu->addAction(tr("&Stop reading"), &commands, &SessionCommands::stopReading);
    menu->addAction(
        tr("&Close session"), QKeySequence(Qt::CTRL | Qt::Key_W), &commands, &SessionCommands::close);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &m_parts.window, &QWidget::close);
}

void WindowMenus::makeViewMenu()
{
    QMenu *menu = m_parts.window.menuBar()->addMenu(tr("&View"));
    for (const QDockWidget *dock : m_parts.docks)
        menu->addAction(dock->toggleViewAction());
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

void WindowMenus::makeWorkspaces(QMenu &menu)
{
    using Kind = Workspaces::Kind;
    const auto add = [&](const QString &name, const QKeySequence &key, Kind kind) {
        menu.addAction(name, key, this, [this, kind] { m_parts.showWorkspace(kind); });
    };
    add(tr("Workspace: &QA"), QKeySequence(Qt::CTRL | Qt::Key_1), Kind::Qa);
    add(tr("Workspace: &narrative"), QKeySequence(Qt::CTRL | Qt::Key_2), Kind::Narrative);
    add(tr("Workspace: &performance"), QKeySequence(Qt::CTRL | Qt::Key_3), Kind::Performance);
    menu.addAction(tr("Default &layout"), this, [this] { m_parts.showWorkspace(Kind::Default); });
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
    SnapshotsView &snapshots = m_parts.snapshots;
    menu->addAction(tr("Save state into a &slot…"), &snapshots, &SnapshotsView::askSlot);
    menu->addAction(tr("Save state into a &file…"), &snapshots, &SnapshotsView::askFile);
    menu->addAction(tr("&Browse a folder of snapshots…"), &snapshots, &SnapshotsView::chooseFolder);
    menu->addSeparator();
    menu->addAction(tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, m_parts.showExport);
    menu->addAction(
        tr("Export &again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this, m_parts.exportAgain);
    menu->addAction(tr("Write a &report"), QKeySequence(Qt::CTRL | Qt::Key_R), this, m_parts.reportNow);
    menu->addAction(tr("&Compare with a session…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), this,
        m_parts.compare);
}

} // namespace inspector
