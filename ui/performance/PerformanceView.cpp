// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/performance/PerformanceView.h"

#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/SplitterShares.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TableTwin.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/ViewBar.h"
#include "ui/common/Words.h"
#include "ui/performance/BudgetDelegate.h"
#include "ui/plot/HistogramPlot.h"
#include "ui/plot/RatePlot.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QSysInfo>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace inspector {

using Look = TextTableModel::Look;

namespace {

constexpr int soonMs = 100; // between two looks, while a session grows

/// The least time between two looks at the clock that told different ones: no finer is what it measures.
std::int64_t clockStepOf(const Clock &clock)
{
    constexpr int looks = 64;
    std::int64_t finest = 0;
    std::int64_t before = clock.monotonicNs();
    for (int i = 0; i < looks; ++i) {
        const std::int64_t now = clock.monotonicNs();
        if (now > before && (finest == 0 || now - before < finest))
            finest = now - before;
        before = now;
    }
    return finest;
}

} // namespace

PerformanceView::PerformanceView(
    FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_explanation(new QLabel(this))
    , m_dispatchNote(new QLabel(this))
    , m_rateNote(new QLabel(this))
    , m_writerNote(new QLabel(this))
    , m_showTable(makeViewToggle(
          *this, tr("Table"), tr("All figures as a table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)))
    , m_copy(makeViewAction(*this, tr("Copy as text"), tr("All figures, with versions, for a bug report"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , m_histogram(new HistogramPlot(theme, this))
    , m_rates(new RatePlot(theme, this))
    , m_writerModel(
          new TextTableModel({{tr("writer"), Look::Text}, {tr("clock"), Look::Secondary},
                                 {tr("written"), Look::Number}, {tr("failed"), Look::Number},
                                 {tr("each"), Look::Number}, {tr("in the slowest batch"), Look::Number},
                                 {tr("of %1").arg(words::duration(artifactLimitMs)), Look::Text}},
              this))
    , m_allModel(new TextTableModel({{tr("figure"), Look::Text}, {tr("value"), Look::Text},
                                        {tr("limit"), Look::Number}, {tr("clock"), Look::Secondary}},
          this))
    , m_writers(new QTableView(this))
    , m_all(new QTableView(this))
    , m_stack(new QStackedLayout)
{
    m_figures.ownStepNs = clockStepOf(source.clock());
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &PerformanceView::measure);
    m_stack->addWidget(new EmptyHint(
        EmptyHint::Place::View, tr("Nothing measured yet.\nThe figures come with the first session."), this));
    m_stack->addWidget(makePlots());
    m_stack->addWidget(m_all);
    applyTableStyle(*m_all);
    m_all->setModel(m_allModel);
    m_all->setAccessibleName(tr("Performance as a table"));
    tellOfTable(*m_histogram->canvas(), *m_all);
    tellOfTable(*m_rates->canvas(), *m_all);
    m_all->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    connect(&source, &FrameSource::frameChanged, this, &PerformanceView::measureSoon);
    connect(&cursor, &SessionCursor::visibleChanged, this, &PerformanceView::measureSoon);
    connect(&cursor, &SessionCursor::moved, this, &PerformanceView::showCursor);
    connect(m_rates, &RatePlot::placeWanted, this,
        [this](double ms) { m_cursor.goToTime(m_source.frame().tracks->firstTime + ms); });
    const auto takeTheme = [this, &theme] {
        m_writerModel->setTheme(theme.theme());
        m_allModel->setTheme(theme.theme());
    };
    connect(&theme, &ThemeController::changed, this, takeTheme);
    takeTheme();
    m_writers->setItemDelegateForColumn(
        m_writerModel->columnCount() - 1, new BudgetDelegate(theme, m_writers));
}

QWidget *PerformanceView::makeBar()
{
    m_explanation->setText(tr("How long the tool takes, and how much the game tells"));
    m_showTable->setObjectName(QStringLiteral("table"));
    connect(m_showTable, &QAction::toggled, this, &PerformanceView::showFigures);
    connect(m_copy, &QAction::triggered, this, &PerformanceView::copy);
    return makeViewBar(*m_explanation, {m_copy, m_showTable}, this);
}

QWidget *PerformanceView::makeSection(const QString &title, QLabel &note, QWidget &content)
{
    auto *section = new QWidget(this);
    auto *head = new QLabel(title, section);
    head->setFont(typography::caption());
    note.setFont(typography::table());
    note.setProperty("role", QStringLiteral("secondary"));
    note.setWordWrap(true);
    note.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const int unit = typography::unit();
    auto *heads = new QVBoxLayout;
    heads->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    heads->setSpacing(0);
    heads->addWidget(head);
    heads->addWidget(&note);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heads);
    layout->addWidget(&content, 1);
    return section;
}

QWidget *PerformanceView::makePlots()
{
    makeWriters();
    auto *plots = makeSplitter(QStringLiteral("performance plots"), Qt::Horizontal,
        {{makeSection(tr("DISPATCH OF AN EVENT"), *m_dispatchNote, *m_histogram), 2},
            {makeSection(tr("EVENTS A SECOND"), *m_rateNote, *m_rates), 3}},
        this);
    return makeSplitter(QStringLiteral("performance"), Qt::Vertical,
        {{plots, 2}, {makeSection(tr("WRITERS"), *m_writerNote, *m_writers), 1}}, this);
}

void PerformanceView::makeWriters()
{
    applyTableStyle(*m_writers);
    m_writers->setModel(m_writerModel);
    m_writers->setAccessibleName(tr("Writers"));
    m_writers->setMinimumHeight(3 * typography::rowHeight());
    m_writers->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_writers->horizontalHeader()->setSectionResizeMode(
        m_writerModel->columnCount() - 1, QHeaderView::Stretch);
}

void PerformanceView::takeEvent(const Event &event)
{
    addWriters(m_figures.ownWriters, event.payload);
    measureSoon();
}

void PerformanceView::measureSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void PerformanceView::measure()
{
    constexpr int pixelsAStep = 3;
    constexpr std::uint64_t recordsAStep = 8; // with fewer, chance is all that would be seen
    const InspectorFrame &frame = m_source.frame();
    if (!isVisible())
        return; // what nobody sees is not measured
    if (frame.session != m_measured.session) {
        m_measuring.cancel(); // that was of another session
        m_figures.session = {};
    }
    if (m_measuring.isRunning())
        return; // looks again when that is done
    m_figures.dispatches = *frame.dispatches;
    const Subject subject{frame.session, frame.size(), m_cursor.visible().begin, m_cursor.visible().end,
        static_cast<std::size_t>(
            std::min<std::uint64_t>(static_cast<std::uint64_t>(std::max(1, m_rates->width() / pixelsAStep)),
                frame.size() / recordsAStep + 1))};
    if (subject == m_measured)
        return showFigures();
    m_measured = subject;
    if (!frame.timeline) {
        m_figures.session = {};
        return showFigures();
    }
    m_measuring.start(
        [timeline = *frame.timeline, subject](const StopFlag &stop) {
            return sessionFigures(timeline, subject.begin, subject.end, subject.steps, stop);
        },
        [this, started = m_source.clock().monotonicNs()](SessionFigures figures) {
            m_figures.session = std::move(figures);
            showFigures();
            // The session may have grown meanwhile; where it did not, nothing is measured. Where it takes
            // long, it takes a small part of the time only.
            constexpr std::int64_t nsPerMs = 1'000'000;
            constexpr std::int64_t pauses = 10;
            constexpr std::int64_t mostMs = 10'000;
            const std::int64_t tookMs = (m_source.clock().monotonicNs() - started) / nsPerMs;
            m_soon.start(static_cast<int>(std::clamp<std::int64_t>(pauses * tookMs, soonMs, mostMs)));
        });
}

void PerformanceView::showFigures()
{
    const InspectorFrame &frame = m_source.frame();
    const bool isEmpty = frame.size() == 0 && m_figures.ownWriters.empty();
    m_stack->setCurrentIndex(isEmpty ? 0 : m_showTable->isChecked() ? 2 : 1);
    m_histogram->setContent(histogramContent(m_figures.dispatches));
    m_rates->setContent(rateContent(m_figures.session.rates, frame.tracks->firstTime));
    m_writerModel->setRows(writerRows(m_figures));
    m_allModel->setRows(performanceRows(m_figures));
    m_dispatchNote->setText(m_figures.dispatches.samples() == 0 ? tr("No event that changes the state yet.")
                                                                : tr("%1 timed; clock: %2")
                                                                      .arg(timedText(m_figures.dispatches),
                                                                          ownClockText(m_figures.ownStepNs)));
    m_rateNote->setText(tr("By domain, in steps of %1; clock: %2")
                            .arg(words::duration(m_figures.session.rates.stepMs),
                                gameClockText(m_figures.session.finestStepMs)));
    m_writerNote->setText(m_writerModel->rowCount() == 0
                              ? tr("An export from here, or one that the session tells of, fills this.")
                              : tr("An artifact may take %1").arg(words::duration(artifactLimitMs)));
    showCursor();
    emit shown();
}

void PerformanceView::showCursor()
{
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t number = m_cursor.number();
    if (!isVisible())
        return;
    if (number == 0 || number > frame.size())
        m_rates->setCursor({});
    else
        m_rates->setCursor(frame.timeline->index().timeOf(number) - frame.tracks->firstTime);
}

QString PerformanceView::text() const
{
    const QString head =
        tr("telemetry-inspector %1, Qt %2, %3 (%4)\n%5, %6\n")
            .arg(QStringLiteral(INSPECTOR_VERSION), QString::fromLatin1(qVersion()),
                QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), m_source.sourceName(),
                words::counted(m_source.frame().size(), tr("record"), tr("records")));
    return head + performanceText(performanceRows(m_figures));
}

void PerformanceView::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

PlotPicture PerformanceView::picture() const
{
    return {tr("Events by how long their dispatch took, and events a second"), {}, m_histogram->canvas(),
        m_rates->canvas(), {}};
}

void PerformanceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    measureSoon();
}

} // namespace inspector
