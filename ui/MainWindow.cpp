// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "ui/KeyGroups.h"
#include "ui/LiveSessions.h"
#include "ui/PaletteEntries.h"
#include "ui/PictureCommands.h"
#include "ui/SessionCommands.h"
#include "ui/WindowDocks.h"
#include "ui/WindowMenus.h"
#include "ui/WindowTabs.h"
#include "ui/cascades/CascadesView.h"
#include "ui/common/ApplicationIcon.h"
#include "ui/common/Banner.h"
#include "ui/common/SplitterShares.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/compare/CompareView.h"
#include "ui/events/EventsView.h"
#include "ui/exporting/ExportPanel.h"
#include "ui/help/KeySheet.h"
#include "ui/live/InterruptedRecordings.h"
#include "ui/overview/OverviewBar.h"
#include "ui/palette/CommandPalette.h"
#include "ui/performance/PerformanceView.h"
#include "ui/snapshots/SnapshotsView.h"
#include "ui/start/StartPage.h"
#include "ui/status/SessionStatus.h"
#include "ui/transport/TransportBar.h"
#include "ui/transport/TransportKeyFilter.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

MainWindow::MainWindow(const Clock &clock, const NamedCatalogue &catalogue, Folders folders, QWidget *parent)
    : QMainWindow(parent)
    , m_catalogue(catalogue)
    , m_folders(std::move(folders))
    , m_zoom(*this, m_theme)
    , m_source(clock, catalogue.factions)
    , m_cursor(m_source)
    , m_cache(m_source)
    , m_markers(m_source)
    , m_attach(clock, m_folders.dataFolder)
{
    setWindowTitle(tr("Telemetry Inspector"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    m_theme.setMode(m_settings.themeMode());
    m_status = new SessionStatus(m_source, m_theme, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    setCentralWidget(makeCentre());
    makeDocks();
    makeRecordings();
    makeMenus();
    auto *keys = new TransportKeyFilter(m_cursor, *m_transport, this);
    std::vector<QWidget *> plots = m_tabs->canvases();
    plots.insert(plots.end(), {m_transport, m_overview});
    for (QWidget *button : m_transport->findChildren<QToolButton *>())
        plots.push_back(button); // whose own keys would press them, or go from one to the next
    for (QWidget *widget : plots)
        widget->installEventFilter(keys);
    connect(&m_source, &FrameSource::frameChanged, this, &MainWindow::takeFrame);
    connect(m_events, &EventsView::copied, this, &MainWindow::showMessage);
    m_events->setMuted(m_settings.mutedNames());
    connect(
        m_events, &EventsView::mutedChanged, this, [this] { m_settings.setMutedNames(m_events->muted()); });
    m_start->setRecent(m_settings.recentFiles());
    m_theme.dress();
    resize(320 * typography::unit(), 200 * typography::unit());
    m_workspaces->apply(Workspaces::Kind::Default);
    m_defaultLayout = saveState(Settings::layoutVersion);
    m_zoom.setPercent(m_settings.zoomPercent());
    // A bar that is laid out anew shows its widgets again, over a message.
    connect(&m_zoom, &UiZoom::changed, statusBar(), &QStatusBar::clearMessage);
    restoreWindow();
    takeFrame();
}

MainWindow::~MainWindow()
{
    m_attach.turnOff(); // while somebody still notes that the recordings ended
    // Docks tell their views when they go out of sight. Once the members are gone, such a view would look at
    // a session that is not there any more.
    hide();
}

QWidget *MainWindow::makeToolBar()
{
    auto *bar = new QWidget(this);
    bar->setProperty("role", QStringLiteral("panel"));
    bar->setAttribute(Qt::WA_StyledBackground);
    m_transport = new TransportBar(m_source, m_cursor, m_theme, bar);
    m_filterCount = new QLabel(bar);
    m_filterCount->setFont(typography::fixed());
    m_filterCount->setProperty("role", QStringLiteral("secondary"));
    m_filter = new QLineEdit(bar);
    m_filter->setPlaceholderText(tr("Filter: words, type:faction:*, faction:wraith, step:quay"));
    m_filter->setAccessibleName(tr("Filter of the events"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFont(typography::fixed());
    m_filter->setMinimumWidth(30 * typography::unit());
    auto *layout = new QHBoxLayout(bar);
    const int unit = typography::unit();
    layout->setContentsMargins(4 * unit, 2 * unit, 4 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_transport);
    layout->addStretch(1);
    layout->addWidget(m_filterCount);
    layout->addWidget(m_filter, 2);
    auto *exportButton = new QPushButton(tr("Export…"), bar);
    exportButton->setProperty("role", QStringLiteral("primary"));
    exportButton->setToolTip(tr("Export (Ctrl+E)"));
    layout->addWidget(exportButton);
    connect(exportButton, &QPushButton::clicked, this, &MainWindow::showExport);
    return bar;
}

QWidget *MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_banner = new Banner(m_theme, centre);
    m_start = new StartPage(centre);
    m_tabs = new WindowTabs(m_source, m_cursor, m_theme, m_markers, centre);
    QWidget *toolBar = makeToolBar();
    connect(&m_tabs->cascades(), &CascadesView::filterWanted, m_filter, &QLineEdit::setText);
    m_events = new EventsView({m_source, m_cursor, m_theme, m_cache, *m_filter, *m_filterCount}, centre);
    auto *views = makeSplitter(QStringLiteral("views"), Qt::Vertical, {{m_tabs, 13}, {m_events, 4}}, centre);
    auto *session = new QWidget(centre);
    auto *sessionLayout = new QVBoxLayout(session);
    sessionLayout->setContentsMargins(0, 0, 0, 0);
    sessionLayout->setSpacing(0);
    m_overview = new OverviewBar({m_source, m_cursor, m_theme, m_markers}, session);
    sessionLayout->addWidget(toolBar);
    sessionLayout->addWidget(views, 1);
    sessionLayout->addWidget(m_overview);
    m_stack = new QStackedWidget(centre);
    m_stack->addWidget(m_start);
    m_stack->addWidget(session);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    makeCommands();
    return centre;
}

void MainWindow::makeCommands()
{
    m_commands = std::make_unique<SessionCommands>(
        SessionCommands::Parts{*this, *m_transport, m_source, m_cursor, m_markers, m_settings});
    SessionCommands *commands = m_commands.get();
    connect(m_start, &StartPage::openWanted, commands, &SessionCommands::chooseFile);
    connect(m_start, &StartPage::fileWanted, commands, &SessionCommands::openFile);
    connect(m_start, &StartPage::demoWanted, commands, &SessionCommands::openDemo);
    connect(m_start, &StartPage::attachWanted, this, &MainWindow::showAttach);
    connect(m_banner, &Banner::actionWanted, commands, &SessionCommands::reload);
    connect(commands, &SessionCommands::opened, this, [this] {
        m_banner->clear();
        m_start->setRecent(m_settings.recentFiles());
    });
    connect(commands, &SessionCommands::saved, this,
        [this](const QString &path) { showMessage(tr("Saved %1").arg(path)); });
    connect(commands, &SessionCommands::saveProblem, this,
        [this](const QString &text) { m_toolProblems.set(ToolProblems::Thing::Save, text); });
    m_pictures =
        std::make_unique<PictureCommands>(PictureCommands::Parts{*m_tabs, m_source, m_cursor, m_theme});
    connect(m_pictures.get(), &PictureCommands::saved, this,
        [this](const QString &path) { showMessage(tr("Saved %1").arg(path)); });
    connect(m_pictures.get(), &PictureCommands::problemChanged, this,
        [this](const QString &text) { m_toolProblems.set(ToolProblems::Thing::SavePicture, text); });
    connect(&m_toolProblems, &ToolProblems::changed, this, &MainWindow::showBanner);
}

void MainWindow::showMessage(const QString &text)
{
    constexpr int shownMs = 5000;
    statusBar()->showMessage(text, shownMs);
}

void MainWindow::makeMenus()
{
    const auto exportAgain = [this] {
        showExport();
        m_docks->exportPanel().exportNow();
    };
    const auto reportNow = [this] {
        showExport();
        m_docks->exportPanel().reportNow();
    };
    const auto showWorkspace = [this](Workspaces::Kind kind) {
        m_workspaces->apply(kind);
        if (kind == Workspaces::Kind::Default) {
            restoreState(m_defaultLayout, Settings::layoutVersion);
            restoreSplitters(*this, {});
        } else if (kind == Workspaces::Kind::Performance)
            m_tabs->showPerformance();
    };
    m_menus = std::make_unique<WindowMenus>(WindowMenus::Parts{*this, *m_commands, *m_pictures, m_cursor,
        m_theme, m_zoom, m_settings, *m_filter, m_docks->snapshots(), *m_transport, *m_tabs, m_docks->state(),
        m_docks->all().list(), m_tabs->canvases(), [this] { showExport(); }, exportAgain, reportNow,
        [this] { m_tabs->compare().chooseBase(); }, [this] { showAttach(); }, [this] { m_docks->showWhy(); },
        showWorkspace, [this] { showPalette(); }, [this] { showKeys(); }});
}

/// Qt's own actions would hide a dock that stands behind another one, as it is shown in its eyes.
QMenu *MainWindow::createPopupMenu()
{
    auto *menu = new QMenu(this);
    menu->addActions(m_menus->dockActions());
    return menu;
}

void MainWindow::makeDocks()
{
    m_docks = std::make_unique<WindowDocks>(WindowDocks::Parts{*this, m_source, m_cursor, m_theme, m_cache,
        m_markers, m_toolProblems, m_settings, m_attach, *m_commands, m_catalogue, m_folders.slotFolder});
    connect(m_docks.get(), &WindowDocks::told, this, &MainWindow::showMessage);
    connect(&m_docks->exportPanel(), &ExportPanel::told, &m_tabs->performance(), &PerformanceView::takeEvent);
    const CompareView &compare = m_tabs->compare();
    connect(&compare, &CompareView::whyWanted, m_docks.get(), &WindowDocks::explain);
    connect(&compare, &CompareView::told, this, &MainWindow::showMessage);
    connect(&compare, &CompareView::saved, this,
        [this](const QString &path) { showMessage(tr("Saved %1").arg(path)); });
    connect(&compare, &CompareView::problem, this,
        [this](const QString &text) { m_toolProblems.set(ToolProblems::Thing::SaveComparison, text); });
    m_workspaces = std::make_unique<Workspaces>(*this, m_docks->all());
}

void MainWindow::makeRecordings()
{
    m_live = std::make_unique<LiveSessions>(
        LiveSessions::Parts{m_attach, m_source, m_cursor, *m_commands, *m_status});
    connect(m_live.get(), &LiveSessions::told, this, &MainWindow::showMessage);
    m_interrupted = std::make_unique<InterruptedRecordings>(m_attach, m_settings);
    const auto offer = [this] { m_start->setInterrupted(m_interrupted->paths()); };
    connect(m_interrupted.get(), &InterruptedRecordings::changed, this, offer);
    connect(m_start, &StartPage::interruptedWanted, this, [this](const QString &path) {
        m_commands->openFile(path);
        m_interrupted->forget(path);
    });
    offer();
}

void MainWindow::restoreWindow()
{
    if (const QByteArray geometry = m_settings.geometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const QByteArray layout = m_settings.layout(); !layout.isEmpty())
        restoreState(layout, Settings::layoutVersion);
    restoreSplitters(*this, m_settings.splitters());
    m_tabs->setCurrentIndex(m_settings.viewInFront());
}

void MainWindow::showPalette()
{
    auto *palette = new CommandPalette(
        paletteEntries({*menuBar(), m_source, m_cursor, m_markers, *m_filter}), m_theme.theme(), this);
    palette->popUpOver(*this);
}

void MainWindow::showKeys()
{
    (new KeySheet(keyGroups(*menuBar()), *this))->popUp();
}

ExportPanel &MainWindow::exportPanel()
{
    return m_docks->exportPanel();
}

SnapshotsView &MainWindow::snapshots()
{
    return m_docks->snapshots();
}

void MainWindow::showExport()
{
    m_docks->showExport();
}

void MainWindow::showAttach()
{
    m_docks->showAttach();
}

void MainWindow::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    const bool isOpen = frame.phase != InspectorFrame::Phase::Empty &&
                        !(frame.phase == InspectorFrame::Phase::Failed && frame.size() == 0);
    const bool wasOpen = m_stack->currentIndex() == 1;
    m_stack->setCurrentIndex(isOpen ? 1 : 0);
    if (isOpen && !wasOpen)
        m_tabs->goToView(m_tabs->currentIndex(), Qt::OtherFocusReason); // whose keys move the cursor
    setWindowTitle(
        isOpen ? tr("%1 · Telemetry Inspector").arg(m_source.sourceName()) : tr("Telemetry Inspector"));
    showBanner();
}

void MainWindow::showBanner()
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.error)
        m_banner->tell(words::error(*frame.error), tr("Read again"));
    else if (frame.notice)
        m_banner->tell(words::error(*frame.notice), tr("Read again"));
    else if (frame.stateError)
        m_banner->tell(words::error(*frame.stateError), tr("Read again"));
    else if (frame.filtered && frame.filtered->error)
        m_banner->tell(words::error(*frame.filtered->error), tr("Read again"));
    else if (const QStringList problems = m_toolProblems.texts(); !problems.isEmpty())
        m_banner->tell(problems.join(QLatin1Char('\n')));
    else
        m_banner->clear();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindow(saveGeometry(), saveState(Settings::layoutVersion));
    m_settings.setViews(splitterStates(*this), m_tabs->currentIndex());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_commands->openFile(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

} // namespace inspector
