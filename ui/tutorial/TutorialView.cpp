// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/TutorialView.h"

#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SplitterShares.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TableTwin.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/plot/BarPlot.h"
#include "ui/plot/LaneHover.h"
#include "ui/plot/LanePlot.h"
#include "ui/plot/TimeRuler.h"
#include "ui/tutorial/PromptCard.h"
#include "ui/tutorial/StepDurations.h"
#include "ui/tutorial/TutorialLanes.h"
#include "ui/tutorial/TutorialRows.h"

#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace inspector {

using Look = TextTableModel::Look;

TutorialView::TutorialView(
    FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_theme(theme)
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_plot(new LanePlot(theme, this))
    , m_ruler(new TimeRuler(theme, this))
    , m_prompt(new PromptCard(this))
    , m_tabs(new QTabWidget(this))
    , m_durations(new BarPlot(theme, m_tabs))
    , m_steps(new TextTableModel(
          {{tr("step"), Look::Fixed}, {tr("title"), Look::Text}, {tr("began"), Look::Number},
              {tr("took"), Look::Number}, {tr("ended"), Look::Secondary}},
          this))
    , m_snapshots(new TextTableModel(
          {{tr("time"), Look::Number}, {tr("after"), Look::Text}, {tr("step"), Look::Fixed},
              {tr("done"), Look::Number}, {tr("prompt"), Look::Secondary}},
          this))
    , m_transcript(new TextTableModel(
          {{tr("time"), Look::Number}, {tr("what"), Look::Text}, {tr("prompt"), Look::Fixed},
              {tr("its text"), Look::Text}, {tr("what followed"), Look::Secondary}},
          this))
    , m_empty(new EmptyHint(EmptyHint::Place::View,
          tr("No tutorial event yet.\nSteps, prompts and the transcript show when the session tells of "
             "a tutorial."),
          this))
    , m_stack(new QStackedLayout)
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->addWidget(m_empty);
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(makeHead());
    contentLayout->addWidget(m_plot);
    contentLayout->addWidget(m_ruler);
    contentLayout->addWidget(makeBody(), 1);
    m_stack->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_stack);
    m_plot->setMaximumHeight(40 * typography::unit());
    connect(m_plot, &LanePlot::resized, this, &TutorialView::showLanes);
    connect(m_plot, &LanePlot::placeWanted, &m_cursor, &SessionCursor::goToTime);
    connect(m_plot, &LanePlot::rangeWanted, this, [this](double begin, double end) {
        m_cursor.setVisible({begin, end});
    });
    new LaneHover({*m_plot, *m_ruler, m_source, m_cursor}, this);
    connect(m_plot, &LanePlot::allWanted, &m_cursor, &SessionCursor::showAll);
    connect(&source, &FrameSource::frameChanged, this, &TutorialView::takeFrame);
    connect(&cursor, &SessionCursor::moved, this, &TutorialView::showCursor);
    connect(&cursor, &SessionCursor::visibleChanged, this, &TutorialView::showLanes);
    connect(&theme, &ThemeController::changed, this, [this] {
        for (TextTableModel *model : {m_steps, m_snapshots, m_transcript})
            model->setTheme(m_theme.theme());
        showLanes();
        fillDurations();
    });
    for (TextTableModel *model : {m_steps, m_snapshots, m_transcript})
        model->setTheme(theme.theme());
    takeFrame();
}

QWidget *TutorialView::canvas() const
{
    return m_plot->canvas();
}

BarPlot &TutorialView::durations() const
{
    return *m_durations;
}

void TutorialView::showDurations()
{
    m_tabs->setCurrentWidget(m_durations);
}

QWidget *TutorialView::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    const int unit = typography::unit();
    layout->setContentsMargins(4 * unit, 2 * unit, 4 * unit, 2 * unit);
    layout->setSpacing(3 * unit);
    m_progressText->setFont(typography::table());
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the tutorial"));
    m_progress->setFixedWidth(60 * unit);
    layout->addWidget(m_progress);
    layout->addWidget(m_progressText, 1);
    return head;
}

QWidget *TutorialView::makeBody()
{
    m_tabs->setDocumentMode(true);
    const QTableView *steps = addTable(*m_steps, tr("Steps"));
    tellOfTable(*m_plot->canvas(), *steps);
    addTable(*m_snapshots, tr("Snapshots"));
    addTable(*m_transcript, tr("Transcript"));
    m_durations->canvas()->setAccessibleName(stepDurationsTitle());
    tellOfTable(*m_durations->canvas(), *steps);
    m_tabs->addTab(m_durations, tr("Durations"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &TutorialView::fillDurations);
    connect(m_durations, &BarPlot::rowClicked, this, [this](std::size_t row) {
        m_cursor.goTo(stepBegin(m_source.frame(), m_source.frame().cursor, row));
    });
    auto *holder = new QWidget(this);
    auto *holderLayout = new QVBoxLayout(holder);
    const int unit = typography::unit();
    holderLayout->setContentsMargins(4 * unit, 2 * unit, 2 * unit, 4 * unit);
    holderLayout->addWidget(m_prompt);
    return makeSplitter(QStringLiteral("tutorial"), Qt::Horizontal, {{holder, 2}, {m_tabs, 3}}, this);
}

QTableView *TutorialView::addTable(TextTableModel &model, const QString &title)
{
    auto *table = new QTableView(m_tabs);
    applyTableStyle(*table);
    table->setModel(&model);
    table->setAccessibleName(title);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const auto goThere = [this](const QModelIndex &index) {
        if (const auto number = index.data(TextTableModel::NumberRole).value<quint64>())
            m_cursor.goTo(number);
    };
    connect(table, &QTableView::clicked, this, goThere);
    connect(table, &QTableView::activated, this, goThere);
    m_tabs->addTab(table, title);
    return table;
}

void TutorialView::nameTab(int tab, const QString &title)
{
    if (m_tabs->tabText(tab) == title)
        return; // frames come with each move of the cursor
    m_tabs->setTabText(tab, title);
    m_tabs->widget(tab)->setAccessibleName(title);
}

/// Both lists hold so many entries at most; nobody shall take them for all there were.
void TutorialView::showLimits()
{
    const InspectorFrame &frame = m_source.frame();
    const double snapshots = frame.state.world.get<TutorialSlice>().promptHistorySnapshotLimit;
    nameTab(1, tr("Snapshots (newest %1)").arg(words::value(snapshots)));
    if (frame.timeline)
        nameTab(2, tr("Transcript (newest %1)")
                       .arg(words::count(frame.timeline->options().replay.transcriptEntries)));
}

void TutorialView::takeFrame()
{
    if (!isVisible())
        return; // the newest frame is shown when it is
    const InspectorFrame &frame = m_source.frame();
    const TutorialState &state = frame.state.world.get<TutorialSlice>();
    const bool isEmpty = frame.tracks->tutorial.steps.empty() && !state.lastActionAt;
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_prompt->setPrompt(selectCurrentPrompt(state));
    m_steps->setRows(stepRows(frame, frame.cursor));
    m_snapshots->setRows(promptSnapshotRows(frame));
    m_transcript->setRows(transcriptRows(frame));
    showProgress();
    showLimits();
    showLanes();
    fillDurations();
    showCursor();
}

/// Only where they are in front: each frame of a live session makes their bars anew.
void TutorialView::fillDurations()
{
    if (isVisible() && m_tabs->currentWidget() == m_durations)
        m_durations->setContent(stepDurations(m_source.frame(), m_theme.theme(), m_source.frame().cursor));
}

void TutorialView::showProgress()
{
    const TutorialProgress progress =
        selectTutorialProgress(m_source.frame().state.world.get<TutorialSlice>());
    constexpr int whole = 1000;
    m_progress->setRange(0, whole);
    m_progress->setValue(qRound(progress.fraction * whole));
    const QString state = progress.completed ? tr("completed")
                          : progress.skipped ? tr("skipped")
                          : progress.enabled ? tr("running")
                                             : tr("not begun");
    QString text = tr("%1 of %2 steps done, %3")
                       .arg(words::count(progress.completedSteps), words::value(progress.totalSteps), state);
    if (progress.currentStep)
        text += tr(", at “%1”").arg(words::text(*progress.currentStep));
    m_progressText->setText(text);
}

void TutorialView::showLanes()
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.timeline || !isVisible() || m_stack->currentIndex() != 1)
        return;
    m_axis = TrackAxis(TrackAxis::Unit::Time, frame.timeline->index(), m_cursor.visible());
    m_plot->setRange(m_axis.begin(), m_axis.end());
    m_plot->setLanes(tutorialLanes(frame, m_theme.theme(), m_axis, m_plot->contentWidth()));
    m_plot->setHeads(tutorialHeads(frame));
    m_ruler->setTimes(m_axis.begin(), m_axis.end(), frame.tracks->firstTime);
}

void TutorialView::showCursor()
{
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t number = m_cursor.number();
    if (number == 0 || number > frame.size())
        return m_plot->setCursor({});
    m_plot->setCursor(m_axis.position(number, frame.timeline->index().timeOf(number)));
}

PlotPicture TutorialView::picture() const
{
    if (m_tabs->currentWidget() == m_durations)
        return {stepDurationsTitle(), {}, m_durations->canvas(), nullptr, {}};
    return {tutorialLanesTitle(), {}, m_plot->canvas(), m_ruler, {}};
}

void TutorialView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

} // namespace inspector
