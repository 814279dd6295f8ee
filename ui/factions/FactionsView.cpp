// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factions/FactionsView.h"

#include "ui/common/AttitudeWords.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SplitterShares.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TableTwin.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/ViewBar.h"
#include "ui/common/Words.h"
#include "ui/factions/AttitudeHistory.h"
#include "ui/factions/FactionLanes.h"
#include "ui/factions/FactionModel.h"
#include "ui/plot/LaneHover.h"
#include "ui/plot/LanePlot.h"
#include "ui/plot/TimeRuler.h"

#include <QAction>
#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

#include <cmath>

namespace inspector {

namespace {

FactionModel::Ids untoldOf(const InspectorFrame &frame)
{
    FactionModel::Ids untold;
    frame.state.world.get<FactionSlice>().byId.forEach([&](std::string_view id, const FactionRecord &) {
        if (std::string key(id); !isReputationTold(frame, key))
            untold.insert(std::move(key));
    });
    return untold;
}

} // namespace

FactionsView::FactionsView(
    FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_theme(theme)
    , m_model(new FactionModel(source.catalogue(), this))
    , m_explanation(new QLabel(this))
    , m_showTable(makeViewToggle(*this, tr("Table"), tr("The state at the cursor as a table"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)))
    , m_byNumber(makeViewToggle(*this, tr("By event number"), tr("Lanes over record numbers instead of time"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)))
    , m_plot(new LanePlot(theme, this))
    , m_ruler(new TimeRuler(theme, this))
    , m_hover(new LaneHover({*m_plot, *m_ruler, source, cursor}, this))
    , m_empty(new EmptyHint(EmptyHint::Place::View,
          tr("No faction event yet.\nThe lanes fill when the session tells of a faction."), this))
    , m_table(new QTableView(this))
    , m_history(new AttitudeHistory(this))
    , m_stack(new QStackedLayout)
    , m_drawn(source.clock(), [this] { showLanes(); })
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeLanes());
    m_stack->addWidget(makeTable());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    connect(&source, &FrameSource::frameChanged, this, &FactionsView::takeFrame);
    connect(&cursor, &SessionCursor::moved, this, &FactionsView::showCursor);
    connect(&cursor, &SessionCursor::visibleChanged, this, &FactionsView::showLanes);
    connect(&cursor, &SessionCursor::factionChanged, this, &FactionsView::showFaction);
    connect(&theme, &ThemeController::changed, this, [this] {
        m_model->setTheme(m_theme.theme());
        m_history->setTheme(m_theme.theme());
        showLanes();
    });
    m_model->setTheme(theme.theme());
    m_history->setTheme(theme.theme());
    takeFrame();
}

QWidget *FactionsView::canvas() const
{
    return m_plot->canvas();
}

QWidget *FactionsView::makeBar()
{
    connect(m_byNumber, &QAction::toggled, this,
        [this](bool on) { setUnit(on ? TrackAxis::Unit::Number : TrackAxis::Unit::Time); });
    connect(m_showTable, &QAction::toggled, this, &FactionsView::takeFrame);
    return makeViewBar(*m_explanation, {m_byNumber, m_showTable}, this);
}

QWidget *FactionsView::makeLanes()
{
    auto *lanes = new QWidget(this);
    auto *scroll = new QScrollArea(lanes);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget(scroll);
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(0, 0, 0, 0);
    holderLayout->addWidget(m_plot, 1);
    holderLayout->addStretch();
    holder->setProperty("role", QStringLiteral("panel"));
    holder->setAttribute(Qt::WA_StyledBackground);
    scroll->setWidget(holder);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(lanes);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_ruler);
    connect(m_plot, &LanePlot::resized, this, &FactionsView::showLanes);
    connect(m_plot, &LanePlot::placeWanted, this, &FactionsView::goTo);
    connect(m_plot, &LanePlot::rangeWanted, this, &FactionsView::zoomTo);
    connect(m_plot, &LanePlot::allWanted, &m_cursor, &SessionCursor::showAll);
    connect(m_plot, &LanePlot::laneClicked, &m_cursor, &SessionCursor::chooseFaction);
    return lanes;
}

QWidget *FactionsView::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Factions at the cursor"));
    tellOfTable(*m_plot->canvas(), *m_table);
    applyTableStyle(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FactionsView::chooseRow);
    connect(m_history, &AttitudeHistory::timeWanted, &m_cursor, &SessionCursor::goToTime);
    return makeSplitter(QStringLiteral("faction table"), Qt::Vertical, {{m_table, 3}, {m_history, 2}}, this);
}

void FactionsView::takeFrame()
{
    if (!isVisible())
        return; // the newest frame is shown when it is
    const InspectorFrame &frame = m_source.frame();
    // Nobody sees the table's words where the lanes are in front, as they are for each frame of a live
    // session.
    m_model->setState(frame.state.world, frame.tracks->firstTime,
        m_showTable->isChecked() ? untoldOf(frame) : FactionModel::Ids());
    const bool isEmpty = frame.tracks->factions.empty();
    m_stack->setCurrentIndex(isEmpty ? 0 : m_showTable->isChecked() ? 2 : 1);
    showLanes();
    showCursor();
    showFaction();
}

void FactionsView::showLanes()
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.timeline || !isVisible() || m_stack->currentIndex() != 1)
        return;
    m_axis = TrackAxis(m_unit, frame.timeline->index(), m_cursor.visible());
    m_plot->setRange(m_axis.begin(), m_axis.end());
    if (m_unit == TrackAxis::Unit::Time)
        m_ruler->setTimes(m_axis.begin(), m_axis.end(), frame.tracks->firstTime);
    else
        m_ruler->setNumbers(m_axis.begin(), m_axis.end());
    const std::int64_t leastMs = frame.isOpening ? 250 : 0; // reading is what is waited for then
    m_drawn.show(
        {frame.session, frame.tracks, m_axis, m_plot->contentWidth(), &m_theme.theme()}, leastMs, [&] {
            m_plot->setLanes(
                factionLanes(frame, {m_source.catalogue(), m_theme.theme(), m_axis, m_plot->contentWidth()}));
        });
    m_plot->setHeads(factionHeads(frame, m_source.catalogue(), m_theme.theme(), m_cursor.faction()));
}

void FactionsView::showCursor()
{
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t number = m_cursor.number();
    if (number == 0 || number > frame.size())
        return m_plot->setCursor({});
    m_plot->setCursor(m_axis.position(number, frame.timeline->index().timeOf(number)));
}

void FactionsView::showFaction()
{
    const QString &id = m_cursor.faction();
    const int row = m_model->rowOf(id);
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model->index(row, 0));
    const std::string key = id.toStdString();
    const FactionRecord *record = m_source.frame().state.world.get<FactionSlice>().byId.find(key);
    const QString name = words::text(m_source.catalogue().nameOf(key));
    if (id.isEmpty())
        m_explanation->setText(tr("Fame solid, infamy dashed; dotted: modelled by the game's rule, not told "
                                  "by an event; ○ another than was known"));
    else if (record == nullptr)
        m_explanation->setText(tr("%1: no data yet").arg(name));
    else if (!isReputationTold(m_source.frame(), key))
        m_explanation->setText(
            tr("%1, %2: fame and infamy not told yet").arg(name, words::attitude(record->attitude)));
    else if (m_source.catalogue().find(key) == nullptr)
        m_explanation->setText(
            tr("%1, %2: the catalogue has no rule for it").arg(name, words::attitude(record->attitude)));
    else
        m_explanation->setText(
            QStringLiteral("%1, %2").arg(name, nextAttitudes(m_source.catalogue().find(key), *record)));
    if (m_showTable->isChecked())
        showHistory(name, record);
    if (sender() == &m_cursor)
        showLanes();
}

void FactionsView::showHistory(const QString &name, const FactionRecord *record)
{
    if (m_cursor.faction().isEmpty())
        m_history->setNone();
    else
        m_history->setFaction(name, record, m_source.frame().tracks->firstTime);
}

void FactionsView::chooseRow()
{
    m_cursor.chooseFaction(m_model->idAt(m_table->currentIndex().row()));
}

void FactionsView::setUnit(TrackAxis::Unit unit)
{
    m_unit = unit;
    m_hover->setUnit(unit);
    showLanes();
    showCursor();
}

void FactionsView::zoomTo(double begin, double end)
{
    if (m_unit == TrackAxis::Unit::Time)
        return m_cursor.setVisible({begin, end});
    const InspectorFrame &frame = m_source.frame();
    const auto timeOf = [&](double number) {
        const double last = static_cast<double>(frame.size());
        return frame.timeline->index().timeOf(static_cast<std::uint64_t>(std::clamp(number, 1.0, last)));
    };
    if (frame.size() > 0)
        m_cursor.setVisible({timeOf(begin), timeOf(end)});
}

void FactionsView::goTo(double x)
{
    if (m_unit == TrackAxis::Unit::Time)
        m_cursor.goToTime(x);
    else
        m_cursor.goTo(static_cast<std::uint64_t>(std::max(0.0, std::round(x))));
}

PlotPicture FactionsView::picture() const
{
    return {factionLanesTitle(m_unit), {}, m_plot->canvas(), m_ruler, {}};
}

void FactionsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

} // namespace inspector
