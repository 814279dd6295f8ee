// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/CompareView.h"

#include "core/compare/AlignedReport.h"
#include "core/telemetry/AtomicFile.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/SplitterShares.h"
#include "ui/common/TableTwin.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/ViewBar.h"
#include "ui/common/Words.h"
#include "ui/compare/CompareLanes.h"
#include "ui/compare/StateDiffTable.h"
#include "ui/compare/VerdictTable.h"
#include "ui/plot/LaneHover.h"
#include "ui/plot/LanePlot.h"
#include "ui/plot/TimeRuler.h"

#include <QAbstractItemView>
#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

namespace inspector {

namespace {

using By = SessionAlignment::Choice::By;

enum Page
{
    EmptyPage,
    ComparedPage,
};

} // namespace

CompareView::CompareView(FrameSource &source, SessionCursor &cursor, ThemeController &theme,
    const MarkerList &markers, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_theme(theme)
    , m_comparer(new SessionComparer(source, markers, this))
    , m_explanation(new QLabel(this))
    , m_choices(new QComboBox(this))
    , m_copy(makeViewAction(*this, tr("Copy"), tr("Copy all that differs as Markdown"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , m_save(makeViewAction(*this, tr("Save…"), tr("Save all that differs as Markdown"),
          QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_S)))
    , m_plot(new LanePlot(theme, this))
    , m_ruler(new TimeRuler(theme, this))
    , m_verdict(new VerdictTable(this))
    , m_states(new StateDiffTable(this))
    , m_empty(new EmptyHint(EmptyHint::Place::View, QString(), this))
    , m_stack(new QStackedLayout)
    , m_drawn(source.clock(), [this] { showLanes(); })
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto *lists =
        makeSplitter(QStringLiteral("compared lists"), Qt::Horizontal, {{m_verdict, 1}, {m_states, 1}}, this);
    auto *all = makeSplitter(QStringLiteral("compared"), Qt::Vertical, {{makeLanes(), 3}, {lists, 2}}, this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    connect(m_comparer, &SessionComparer::changed, this, &CompareView::takeComparison);
    connect(
        m_comparer, &SessionComparer::stateFound, this, [this] { m_states->setDiff(m_comparer->states()); });
    connect(
        m_verdict, &VerdictTable::placeWanted, &cursor, [&cursor](quint64 number) { cursor.goTo(number); });
    connect(m_states, &StateDiffTable::whyWanted, this, &CompareView::whyWanted);
    connect(&source, &FrameSource::frameChanged, this, &CompareView::takeComparison);
    connect(&cursor, &SessionCursor::moved, this, &CompareView::showCursor);
    connect(&cursor, &SessionCursor::visibleChanged, this, &CompareView::showLanes);
    connect(&cursor, &SessionCursor::factionChanged, this, &CompareView::showLanes);
    const auto takeTheme = [this] {
        m_verdict->setTheme(m_theme.theme());
        m_states->setTheme(m_theme.theme());
        showLanes();
    };
    connect(&theme, &ThemeController::changed, this, takeTheme);
    takeTheme();
    takeComparison();
}

QWidget *CompareView::makeBar()
{
    auto *bar = new QWidget(this);
    const int unit = typography::unit();
    m_explanation->setFont(typography::table());
    m_explanation->setProperty("role", QStringLiteral("secondary"));
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_explanation->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_choices->setAccessibleName(tr("What the two are aligned by"));
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choices->setMinimumContentsLength(18);
    auto *choose = new QToolButton(bar);
    choose->setText(tr("Compare with…"));
    choose->setToolTip(tr("Choose the session that this one is compared with (Ctrl+Shift+D)"));
    choose->setFont(typography::table());
    choose->setFixedHeight(typography::rowHeight() + unit);
    connect(choose, &QToolButton::clicked, this, &CompareView::chooseBase);
    connect(m_copy, &QAction::triggered, this, &CompareView::copy);
    connect(m_save, &QAction::triggered, this, &CompareView::save);
    connect(m_choices, &QComboBox::activated, this, &CompareView::chooseAlignment);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    layout->setSpacing(unit);
    layout->addWidget(m_explanation, 1);
    layout->addWidget(m_choices);
    for (QToolButton *button : {choose, makeViewButton(*m_copy, *bar), makeViewButton(*m_save, *bar)})
        layout->addWidget(button);
    m_choices->setFixedHeight(typography::rowHeight() + unit);
    listChoices();
    return bar;
}

QWidget *CompareView::makeLanes()
{
    auto *lanes = new QWidget(this);
    auto *scroll = new QScrollArea(lanes);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *holder = new QWidget(scroll);
    holder->setProperty("role", QStringLiteral("panel"));
    holder->setAttribute(Qt::WA_StyledBackground);
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(0, 0, 0, 0);
    holderLayout->addWidget(m_plot, 1);
    holderLayout->addStretch();
    scroll->setWidget(holder);
    auto *layout = new QVBoxLayout(lanes);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_ruler);
    m_plot->canvas()->setAccessibleName(tr("Two sessions over time"));
    tellOfTable(*m_plot->canvas(), m_verdict->table());
    connect(m_plot, &LanePlot::resized, this, &CompareView::showLanes);
    connect(m_plot, &LanePlot::placeWanted, &m_cursor, &SessionCursor::goToTime);
    connect(m_plot, &LanePlot::rangeWanted, this, [this](double begin, double end) {
        m_cursor.setVisible({begin, end});
    });
    connect(m_plot, &LanePlot::allWanted, &m_cursor, &SessionCursor::showAll);
    connect(m_plot, &LanePlot::laneClicked, &m_cursor, &SessionCursor::chooseFaction);
    new LaneHover({*m_plot, *m_ruler, m_source, m_cursor}, this);
    return lanes;
}

QWidget *CompareView::canvas() const
{
    return m_plot->canvas();
}

void CompareView::chooseBase()
{
    if (m_source.frame().size() == 0)
        return emit told(tr("Open a session first; it is compared with another."));
    emit revealWanted();
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with"));
    if (!path.isEmpty())
        compareWith(path);
}

void CompareView::compareWith(const QString &path)
{
    emit revealWanted();
    m_comparer->setBase(path);
}

/// What can be aligned by, and the names that both have.
void CompareView::listChoices()
{
    constexpr int mostNames = 200;
    if (m_choices->view()->isVisible())
        return; // somebody is choosing
    m_listedRevision = m_comparer->revision();
    m_choices->clear();
    const auto add = [this](const QString &text, const SessionAlignment::Choice &choice) {
        m_choices->addItem(text, words::text(choice.text()));
        if (choice == m_comparer->choice())
            m_choices->setCurrentIndex(m_choices->count() - 1);
    };
    add(tr("Aligned by what happens"), {By::Events});
    add(tr("Aligned by number"), {By::Number});
    add(tr("Aligned by tutorial step"), {By::Step});
    add(tr("Aligned by marker"), {By::Marker});
    const SessionAlignment::Choice &chosen = m_comparer->choice();
    if (chosen.by == By::First) // also where too many names come before it
        add(tr("Aligned by the first %1").arg(words::text(chosen.event)), chosen);
    const SessionComparer::ComparisonPtr &comparison = m_comparer->comparison();
    if (comparison == nullptr)
        return;
    for (const auto &[name, events] : comparison->head->events) {
        if (comparison->base->events.contains(name) && name != chosen.event && m_choices->count() < mostNames)
            add(tr("Aligned by the first %1").arg(words::text(name)), {By::First, name});
    }
}

void CompareView::chooseAlignment()
{
    const auto choice = SessionAlignment::Choice::parse(m_choices->currentData().toString().toStdString());
    if (choice)
        m_comparer->setChoice(*choice);
}

QString CompareView::explanation() const
{
    const SessionComparer::ComparisonPtr &comparison = m_comparer->comparison();
    if (comparison == nullptr)
        return {};
    return tr("base %1, %2; %3 in common")
        .arg(QFileInfo(m_comparer->path()).fileName(),
            words::counted(comparison->base->size(), tr("record"), tr("records")),
            words::count(comparison->alignment.alignedCount()));
}

void CompareView::takeComparison()
{
    if (!isVisible())
        return; // the newest is shown when it is
    const InspectorFrame &frame = m_source.frame();
    const QString name = QFileInfo(m_comparer->path()).fileName();
    const bool isThere = m_comparer->comparison() != nullptr;
    m_copy->setEnabled(isThere);
    m_save->setEnabled(isThere);
    m_explanation->setText(explanation());
    if (frame.size() == 0)
        return tell(tr("Two sessions side by side.\nOpen one first; it is compared with another."));
    if (m_comparer->path().isEmpty())
        return tell(
            tr("Two sessions side by side.\nChoose the one that this one is compared with: Ctrl+Shift+D."));
    if (m_comparer->error())
        return tell(m_comparer->isBaseUnread()
                        ? tr("%1 cannot be compared with.\n%2").arg(name, words::error(*m_comparer->error()))
                        : tr("The two are not compared.\n%1").arg(words::error(*m_comparer->error())));
    if (!isThere)
        return tell(frame.isOpening           ? tr("Reading the session…")
                    : m_comparer->isReading() ? tr("Reading %1…").arg(name)
                                              : tr("Comparing with %1…").arg(name));
    m_stack->setCurrentIndex(ComparedPage);
    if (m_shownRevision != m_comparer->revision()) {
        m_shownRevision = m_comparer->revision();
        m_verdict->setComparison(*m_comparer->comparison());
    }
    if (m_listedRevision != m_comparer->revision())
        listChoices();
    showLanes();
    showCursor();
    compareStates();
}

void CompareView::tell(const QString &text)
{
    m_empty->setText(text);
    m_stack->setCurrentIndex(EmptyPage);
}

void CompareView::showLanes()
{
    const InspectorFrame &frame = m_source.frame();
    const SessionComparer::ComparisonPtr &comparison = m_comparer->comparison();
    if (!frame.timeline || frame.size() == 0 || comparison == nullptr || !isVisible() ||
        m_stack->currentIndex() != ComparedPage)
        return;
    const TrackAxis axis(TrackAxis::Unit::Time, frame.timeline->index(), m_cursor.visible());
    m_plot->setRange(axis.begin(), axis.end());
    m_ruler->setTimes(axis.begin(), axis.end(), frame.tracks->firstTime);
    m_drawn.show(
        {frame.session, frame.tracks, axis, m_plot->contentWidth(), &m_theme.theme(), m_comparer->revision()},
        0, [&] {
            m_plot->setLanes(compareLanes(
                frame, *comparison, {m_source.catalogue(), m_theme.theme(), axis, m_plot->contentWidth()}));
        });
    m_plot->setHeads(
        compareHeads(frame, *comparison, m_source.catalogue(), m_theme.theme(), m_cursor.faction()));
}

void CompareView::showCursor()
{
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t number = m_cursor.number();
    if (number == 0 || number > frame.size())
        return m_plot->setCursor({});
    m_plot->setCursor(frame.timeline->index().timeOf(number));
}

void CompareView::compareStates()
{
    const InspectorFrame &frame = m_source.frame();
    const std::pair wanted(m_comparer->revision(), frame.cursor);
    if (frame.stateError) {
        m_comparedStates = {};
        return m_states->setError(*frame.stateError);
    }
    if (wanted == m_comparedStates)
        return;
    m_comparedStates = wanted;
    m_comparer->compareStates(frame.cursor, frame.state.world);
}

QString CompareView::report(ReportFormat format) const
{
    const SessionComparer::ComparisonPtr &comparison = m_comparer->comparison();
    return comparison == nullptr ? QString() : words::text(alignedReport(*comparison, format));
}

void CompareView::copy() const
{
    QGuiApplication::clipboard()->setText(report(ReportFormat::Markdown));
}

void CompareView::save()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save what differs"), {}, tr("Markdown (*.md);;All files (*)"));
    if (path.isEmpty())
        return;
    const Result<void> written = writeFileAtomically(path, report(ReportFormat::Markdown).toStdString());
    emit problem(written ? QString() : words::error(written.error()));
    if (written)
        emit saved(path);
}

PlotPicture CompareView::picture() const
{
    return {compareLanesTitle(), {}, m_plot->canvas(), m_ruler, {}};
}

void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_comparer->setInSight(true);
    takeComparison();
}

void CompareView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_comparer->setInSight(false);
}

} // namespace inspector
