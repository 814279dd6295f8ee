// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowDocks.h"

#include "ui/SessionCommands.h"
#include "ui/common/DockTitle.h"
#include "ui/common/LayoutFence.h"
#include "ui/common/NamedCatalogue.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Settings.h"
#include "ui/common/ToolProblems.h"
#include "ui/details/DetailsView.h"
#include "ui/diff/DiffView.h"
#include "ui/expect/ExpectationsView.h"
#include "ui/exporting/ExportPanel.h"
#include "ui/inspector/StateView.h"
#include "ui/live/AttachView.h"
#include "ui/live/LiveAttach.h"
#include "ui/log/LogView.h"
#include "ui/markers/MarkersView.h"
#include "ui/overview/OverviewTable.h"
#include "ui/problems/ProblemsView.h"
#include "ui/snapshots/SnapshotsView.h"

#include <QDockWidget>
#include <QMainWindow>

#include <utility>

namespace inspector {

namespace {

void bringUp(QDockWidget &dock)
{
    dock.show();
    dock.raise();
}

} // namespace

WindowDocks::WindowDocks(Parts parts)
    : QObject(&parts.window)
    , m_parts(std::move(parts))
{
    makeLists();
    makeExport();
    makeState();
    makeExpectations();
    makeSnapshots();
    makeAttach();
}

QDockWidget *WindowDocks::add(const QString &name, const QString &title, QWidget *view) const
{
    auto *dock = new QDockWidget(title, &m_parts.window);
    dock->setObjectName(name);
    dock->setWidget(new LayoutFence(view, dock));
    dock->setTitleBarWidget(new DockTitle(*dock, m_parts.theme));
    m_parts.window.addDockWidget(Qt::RightDockWidgetArea, dock);
    return dock;
}

void WindowDocks::makeLists()
{
    auto &[window, source, cursor, theme, cache, markers, problems, settings, attach, commands, catalogue,
        slotFolder] = m_parts;
    m_docks.details =
        add(QStringLiteral("details"), tr("Event"), new DetailsView({source, cursor, theme, cache}, &window));
    auto *list = new ProblemsView({source, cursor, theme, problems}, &window);
    m_docks.problems = add(QStringLiteral("problems"), tr("Problems"), list);
    list->setMuted(settings.mutedProblems());
    connect(list, &ProblemsView::mutedChanged, this,
        [this, list] { m_parts.settings.setMutedProblems(list->muted()); });
    connect(list, &ProblemsView::countChanged, m_docks.problems, [this](int count) {
        m_docks.problems->setWindowTitle(count == 0 ? tr("Problems") : tr("Problems %1").arg(count));
    });
    m_docks.markers = add(
        QStringLiteral("markers"), tr("Markers"), new MarkersView({source, cursor, theme, markers}, &window));
    m_docks.overview =
        add(QStringLiteral("overview"), tr("Overview"), new OverviewTable(source, cursor, theme, &window));
}

void WindowDocks::makeExport()
{
    m_export =
        new ExportPanel({m_parts.source, m_parts.cursor, m_parts.theme, m_parts.catalogue}, &m_parts.window);
    if (const QVariantMap choice = m_parts.settings.exportChoice(); !choice.isEmpty())
        m_export->setChoice(ExportChoice::fromMap(choice));
    connect(m_export, &ExportPanel::choiceChanged, this,
        [this] { m_parts.settings.setExportChoice(m_export->choice().toMap()); });
    connect(m_export, &ExportPanel::problemChanged, this,
        [this](const QString &text) { m_parts.problems.set(ToolProblems::Thing::Export, text); });
    auto *log = new LogView(m_parts.theme, &m_parts.window);
    connect(m_export, &ExportPanel::told, log, &LogView::add);
    m_docks.log = add(QStringLiteral("log"), tr("Log"), log);
    m_docks.exporting = add(QStringLiteral("export"), tr("Export"), m_export);
}

void WindowDocks::makeState()
{
    m_state = new StateView({m_parts.source, m_parts.cursor, m_parts.theme}, &m_parts.window);
    m_docks.state = add(QStringLiteral("state"), tr("State"), m_state);
    m_state->setWatched(m_parts.settings.watchedValues());
    connect(m_state, &StateView::watchedChanged, this,
        [this] { m_parts.settings.setWatchedValues(m_state->watched()); });
    connect(m_state, &StateView::told, this, &WindowDocks::told);
    connect(m_state, &StateView::revealWanted, m_docks.state, [this] { bringUp(*m_docks.state); });
    connect(m_docks.state, &QDockWidget::visibilityChanged, m_state, &StateView::setInSight);
    m_difference = new DiffView(
        {m_parts.source, m_parts.cursor, m_parts.theme, m_parts.cache, m_parts.markers}, &m_parts.window);
    m_docks.difference = add(QStringLiteral("difference"), tr("Diff"), m_difference);
    connect(m_docks.difference, &QDockWidget::visibilityChanged, m_difference, &DiffView::setInSight);
    connect(m_difference, &DiffView::whyWanted, this, &WindowDocks::explain);
}

void WindowDocks::makeExpectations()
{
    m_expectations = new ExpectationsView({m_parts.source, m_parts.cursor, m_parts.theme}, &m_parts.window);
    m_docks.expectations = add(QStringLiteral("expectations"), tr("Expectations"), m_expectations);
    connect(
        m_docks.expectations, &QDockWidget::visibilityChanged, m_expectations, &ExpectationsView::setInSight);
    connect(m_state, &StateView::expectWanted, m_expectations, &ExpectationsView::expect);
    connect(m_expectations, &ExpectationsView::revealWanted, m_docks.expectations,
        [this] { bringUp(*m_docks.expectations); });
    connect(m_expectations, &ExpectationsView::missedChanged, m_docks.expectations, [this](int count) {
        m_docks.expectations->setWindowTitle(
            count == 0 ? tr("Expectations") : tr("Expectations %1").arg(count));
    });
    connect(m_expectations, &ExpectationsView::problem, this,
        [this](const QString &text) { m_parts.problems.set(ToolProblems::Thing::Expectations, text); });
    m_expectations->setFile(m_parts.settings.expectationFile());
    connect(m_expectations, &ExpectationsView::fileChanged, this,
        [this](const QString &path) { m_parts.settings.setExpectationFile(path); });
}

void WindowDocks::makeSnapshots()
{
    m_snapshots = new SnapshotsView(
        {m_parts.source, m_parts.cursor, m_parts.theme, m_parts.slotFolder}, &m_parts.window);
    m_docks.snapshots = add(QStringLiteral("snapshots"), tr("Snapshots"), m_snapshots);
    m_snapshots->setFolder(m_parts.settings.snapshotFolder());
    connect(m_snapshots, &SnapshotsView::folderChanged, this,
        [this](const QString &folder) { m_parts.settings.setSnapshotFolder(folder); });
    connect(m_snapshots, &SnapshotsView::revealWanted, m_docks.snapshots,
        [this] { bringUp(*m_docks.snapshots); });
    connect(m_snapshots, &SnapshotsView::openWanted, &m_parts.commands, &SessionCommands::openFile);
    connect(m_snapshots, &SnapshotsView::saved, this, &WindowDocks::told);
    connect(m_snapshots, &SnapshotsView::saveProblem, this,
        [this](const QString &text) { m_parts.problems.set(ToolProblems::Thing::SaveState, text); });
    connect(m_snapshots, &SnapshotsView::compareWanted, this, &WindowDocks::compareWith);
    connect(m_snapshots, &SnapshotsView::exportWanted, this, [this](SnapshotsView::ExportOf what) {
        using Scope = ExportChoice::Scope;
        using Of = SnapshotsView::ExportOf;
        ExportChoice choice = m_export->choice();
        choice.scope = what == Of::All      ? Scope::AllSnapshots
                       : what == Of::Chosen ? Scope::Snapshot
                                            : Scope::Session;
        m_export->setChoice(choice);
        showExport();
    });
}

void WindowDocks::makeAttach()
{
    if (auto topics = live::readTopics(m_parts.settings.liveTopics().toStdString()))
        m_parts.attach.setTopics(std::move(*topics));
    auto *view = new AttachView(m_parts.attach, m_parts.theme, &m_parts.window);
    m_docks.attach = add(QStringLiteral("attach"), tr("Attach"), view);
    connect(view, &AttachView::openWanted, &m_parts.commands, &SessionCommands::openFile);
    connect(view, &AttachView::topicsWanted, this,
        [this](const QString &topics) { m_parts.settings.setLiveTopics(topics); });
    connect(view, &AttachView::bridgeSaved, this,
        [this](const QString &folder) { emit told(tr("Saved the bridge in %1").arg(folder)); });
    connect(view, &AttachView::bridgeProblem, this,
        [this](const QString &text) { m_parts.problems.set(ToolProblems::Thing::SaveBridge, text); });
    connect(&m_parts.attach, &LiveAttach::problemChanged, this,
        [this](const QString &text) { m_parts.problems.set(ToolProblems::Thing::Attach, text); });
}

void WindowDocks::showExport()
{
    bringUp(*m_docks.exporting);
    m_export->setFocus(Qt::ShortcutFocusReason);
}

void WindowDocks::showAttach()
{
    m_parts.attach.turnOn();
    bringUp(*m_docks.attach);
}

void WindowDocks::showWhy()
{
    if (m_parts.cursor.faction().isEmpty()) {
        emit told(tr("Choose a faction first."));
        return;
    }
    explain({"factions", "byId", m_parts.cursor.faction().toStdString(), "attitude"});
    m_state->setFocus(Qt::ShortcutFocusReason); // so that its keys, such as to watch it, are of use at once
}

void WindowDocks::compareWith(const SnapshotEntry &entry)
{
    bringUp(*m_docks.difference);
    if (entry.origin == SnapshotEntry::Origin::Session)
        m_difference->compareWithRecord(entry.number, entry.label);
    else
        m_difference->compareWithFile(entry.path);
}

void WindowDocks::explain(const ValuePath &path)
{
    bringUp(*m_docks.state);
    m_state->explain(path);
}

} // namespace inspector
