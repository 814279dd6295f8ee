// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LanePlot.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/plot/LaneHeadItem.h"
#include "ui/plot/LaneItem.h"
#include "ui/plot/LaneMouse.h"
#include "ui/plot/PlotLane.h"
#include "ui/plot/PlotStyle.h"

#include <QMenu>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <cmath>
#include <limits>

namespace inspector {

LanePlot::LanePlot(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(newPlot(theme, this))
    , m_cursorLayer(*m_plot, QStringLiteral("cursor"))
    , m_headLayer(*m_plot, QStringLiteral("heads"))
    , m_mouse(new LaneMouse(*m_plot, [this](const QPointF &at) { return coordinateAt(at).has_value(); }))
{
    m_mouse->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_plot)})
        widget->setProperty("measuresItself", true);
    m_plot->plotLayout()->clear();
    m_plot->setNotAntialiasedElements(QCP::aeAll);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setContextMenuPolicy(
        Qt::PreventContextMenu); // the right button boxes; LaneMouse tells a click from it
    m_plot->setMouseTracking(true);
    m_plot->setAccessibleName(tr("Lanes over time"));
    watchMouse();
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { m_shownLines = lineStrips(); });
    connect(&theme, &ThemeController::changed, this, &LanePlot::takeTheme);
    rebuild(0);
}

LanePlot::~LanePlot() = default;

void LanePlot::setLanes(std::vector<LaneContent> lanes)
{
    m_contents = std::move(lanes);
    if (m_contents.size() != m_lanes.size())
        rebuild(m_contents.size());
    showContents();
    replotAll();
}

void LanePlot::setHeads(const std::vector<LaneHead> &heads)
{
    if (heads == m_heads)
        return;
    m_heads = heads;
    for (std::size_t i = 0; i < std::min(m_lanes.size(), m_heads.size()); ++i)
        m_lanes[i].setHead(m_heads[i]);
    m_headLayer.redraw(QRect(0, 0, headWidth(), m_plot->height()));
}

void LanePlot::setRange(double begin, double end)
{
    end = end > begin ? end : begin + 1;
    if (begin == m_begin && end == m_end)
        return;
    m_begin = begin;
    m_end = end;
    for (const PlotLane &lane : m_lanes)
        lane.setRange(m_begin, m_end);
    placeHover();
    replotAll();
}

void LanePlot::setCursor(std::optional<double> x)
{
    if (x == m_cursor)
        return;
    m_cursor = x;
    for (const PlotLane &lane : m_lanes) {
        lane.cursorLine().setVisible(x.has_value());
        if (x) {
            lane.cursorLine().start->setCoords(*x, 0);
            lane.cursorLine().end->setCoords(*x, 1);
        }
    }
    replotCursor();
}

QWidget *LanePlot::canvas() const
{
    return m_plot;
}

int LanePlot::contentWidth() const
{
    return std::max(1, width() - headWidth() - rightMargin());
}

int LanePlot::rightMargin()
{
    return 4 * typography::unit();
}

int LanePlot::headWidth()
{
    return LaneHeadItem::width();
}

void LanePlot::rebuild(std::size_t count)
{
    m_plot->clearItems();
    m_plot->clearGraphs();
    m_plot->plotLayout()->clear();
    m_plot->plotLayout()->setRowSpacing(typography::unit());
    m_lanes.clear();
    m_heads.clear();
    const int unit = typography::unit();
    m_builtUnit = unit;
    // Not a margin of the first lane, which would be lower than the others by it.
    m_plot->plotLayout()->setMargins({0, 2 * unit, 0, 0});
    // QCustomPlot cannot draw on nothing, and says so.
    m_plot->setMinimumSize(headWidth() + 10 * unit, 10 * unit);
    for (std::size_t i = 0; i < count; ++i) {
        const PlotLane &lane =
            m_lanes.emplace_back(*m_plot, PlotLane::Layers{m_headLayer.name(), m_cursorLayer.name()});
        lane.rect().setMargins({headWidth(), 0, rightMargin(), 0});
        lane.setRange(m_begin, m_end);
    }
    // A line has to stand in some lane's rectangle, also where it is drawn over all of them.
    m_crosshair = count == 0 ? nullptr : addOverlayLine();
    m_link = count == 0 ? nullptr : addOverlayLine();
    if (count > 0) {
        const int lowest = std::max(LaneItem::stripHeight() + 9 * unit, LaneHeadItem::height() + unit);
        setMinimumHeight(static_cast<int>(count) * lowest + 2 * unit);
        setMaximumHeight(
            static_cast<int>(count) * 32 * unit + 2 * unit); // a value is not seen better in a taller lane
    }
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout); // values are drawn for the height of their lane
    const std::optional<double> cursor = std::exchange(m_cursor, std::nullopt);
    placeHover();
    restyle();
    setCursor(cursor);
}

/// Another appearance may come with other sizes of text and space.
void LanePlot::takeTheme()
{
    if (m_builtUnit == typography::unit())
        return restyle();
    const std::vector<LaneHead> heads = std::exchange(m_heads, {});
    rebuild(m_contents.size());
    setHeads(heads);
    showContents();
    placeHover();
    emit resized();
}

/// A line in pixels, over all lanes.
QCPItemLine *LanePlot::addOverlayLine()
{
    auto *line = new QCPItemLine(m_plot);
    line->setLayer(m_cursorLayer.name());
    line->setClipToAxisRect(false);
    line->setVisible(false);
    for (QCPItemPosition *position : {line->start, line->end})
        position->setType(QCPItemPosition::ptAbsolute);
    return line;
}

void LanePlot::showContents()
{
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        m_lanes[i].show(m_contents[i], m_theme.theme(), m_valueZoom);
}

void LanePlot::restyle()
{
    const Theme &theme = m_theme.theme();
    m_plot->setBackground(theme.panel);
    for (const PlotLane &lane : m_lanes) {
        lane.setTheme(theme);
        lane.cursorLine().setPen(QPen(theme.accent, 1));
    }
    if (m_link != nullptr) {
        m_link->setPen(QPen(theme.accent, 1, Qt::DashLine));
        m_crosshair->setPen(QPen(theme.mutedLine(), 1, Qt::DotLine));
    }
    replotAll();
}

void LanePlot::replotAll()
{
    if (m_plot->isVisible() && !m_plot->viewport().isEmpty())
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// The layer of the cursor alone, where one of its lines stands or stood.
void LanePlot::replotCursor()
{
    const QRegion lines = lineStrips();
    m_cursorLayer.redraw(lines + std::exchange(m_shownLines, lines));
}

/// Where the lines of the layer of the cursor stand, pixels.
QRegion LanePlot::lineStrips() const
{
    const int reach = typography::unit();
    QRegion lines;
    const auto add = [&](const QCPItemLine *line) {
        if (line == nullptr || !line->visible())
            return;
        const double x = std::clamp<double>(line->start->pixelPosition().x(), -reach, width() + reach);
        lines += QRect(qRound(x) - reach, 0, 2 * reach, m_plot->height());
    };
    if (!m_lanes.empty())
        add(&m_lanes.front().cursorLine()); // those of the others stand above each other
    add(m_crosshair);
    add(m_link);
    return lines;
}

/// What changed while nobody saw it was not drawn.
void LanePlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    replotAll();
}

void LanePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The free strip at the top has a height in pixels, so that the values have another scale now. A plot
    // that was hidden hears of its own size after this.
    m_plot->setViewport(m_plot->rect());
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
    showContents();
    emit resized();
}

void LanePlot::watchMouse()
{
    connect(m_mouse, &LaneMouse::clicked, this, &LanePlot::click);
    connect(m_mouse, &LaneMouse::hovered, this, &LanePlot::hover);
    connect(m_mouse, &LaneMouse::left, this, &LanePlot::leave);
    connect(m_mouse, &LaneMouse::menuWanted, this, [this](const QPointF &at) {
        QMenu::exec(m_plot->actions(), m_plot->mapToGlobal(at.toPoint()), nullptr, m_plot);
    });
    connect(m_mouse, &LaneMouse::doubleClicked, this, [this] {
        zoomValues(m_valueZoom);
        emit allWanted();
    });
    connect(m_mouse, &LaneMouse::panBegan, this, [this] {
        m_pannedBegin = m_begin;
        m_pannedEnd = m_end;
    });
    connect(m_mouse, &LaneMouse::panned, this, [this](double pixels) {
        const double distance = -pixels * (m_pannedEnd - m_pannedBegin) / contentWidth();
        emit rangeWanted(m_pannedBegin + distance, m_pannedEnd + distance);
    });
    connect(m_mouse, &LaneMouse::timeZoomed, this, [this](const QPointF &at, double factor) {
        const double fixed = *coordinateAt(at);
        emit rangeWanted(fixed - (fixed - m_begin) * factor, fixed + (m_end - fixed) * factor);
    });
    connect(m_mouse, &LaneMouse::valuesZoomed, this, &LanePlot::zoomValues);
    connect(m_mouse, &LaneMouse::boxed, this, [this](double from, double to) {
        if (m_lanes.empty() || to - from < QApplication::startDragDistance())
            return; // a slip of the hand
        const double begin = std::max(m_begin, m_lanes.front().toCoordinate(from));
        const double end = std::min(m_end, m_lanes.front().toCoordinate(to));
        if (begin < end)
            emit rangeWanted(begin, end);
    });
}

/// The values take `factor` times the room; never less than fits.
void LanePlot::zoomValues(double factor)
{
    constexpr double most = 64;
    m_valueZoom = std::clamp(m_valueZoom / factor, 1.0, most);
    showContents();
    replotAll();
}

void LanePlot::click(const QPointF &at)
{
    if (const auto lane = laneAt(at.y()))
        emit laneClicked(m_contents[*lane].id);
    if (const auto x = coordinateAt(at))
        emit placeWanted(*x);
}

void LanePlot::hover(const QPointF &at)
{
    const auto x = coordinateAt(at);
    emit hovered(x.value_or(std::numeric_limits<double>::quiet_NaN()));
    if (m_link == nullptr)
        return;
    const bool wasLinked = m_link->visible();
    showLink(at);
    if (wasLinked || m_link->visible())
        replotCursor();
}

void LanePlot::setHover(std::optional<double> x)
{
    m_hover = x;
    if (m_crosshair == nullptr)
        return;
    const bool wasVisible = m_crosshair->visible();
    placeHover();
    if (wasVisible || m_crosshair->visible())
        replotCursor();
}

/// The line stands in pixels, which another range or size gives to other times.
void LanePlot::placeHover()
{
    if (m_crosshair == nullptr)
        return;
    m_crosshair->setVisible(m_hover && *m_hover >= m_begin && *m_hover <= m_end);
    if (!m_crosshair->visible())
        return;
    const double at = m_lanes.front().toPixel(*m_hover);
    m_crosshair->start->setCoords(at, 0);
    m_crosshair->end->setCoords(at, m_plot->height());
}

void LanePlot::showLink(const QPointF &at)
{
    std::size_t lane = 0;
    const LaneContent::Mark *mark = markAt(at, lane);
    m_link->setVisible(false);
    if (mark == nullptr)
        return;
    QToolTip::showText(m_plot->mapToGlobal(at.toPoint()), mark->text, m_plot);
    for (std::size_t i = 0; i < m_contents.size(); ++i) {
        if (m_contents[i].id != mark->sourceId || i == lane)
            continue;
        const double x = m_lanes[lane].toPixel(mark->x);
        const QRect from = m_lanes[i].rect().rect();
        m_link->start->setCoords(x, i < lane ? from.bottom() : from.top());
        m_link->end->setCoords(x, m_lanes[lane].rect().rect().bottom());
        m_link->setVisible(true);
    }
}

void LanePlot::leave()
{
    emit hovered(std::numeric_limits<double>::quiet_NaN());
    if (m_link == nullptr || !m_link->visible())
        return;
    m_link->setVisible(false);
    replotCursor();
}

const LaneContent::Mark *LanePlot::markAt(const QPointF &at, std::size_t &lane) const
{
    const double reach = 1.5 * typography::unit();
    const auto under = laneAt(at.y());
    if (!under || at.y() < m_lanes[*under].rect().rect().bottom() - 2 * reach)
        return nullptr;
    lane = *under;
    for (const LaneContent::Mark &mark : m_contents[lane].marks) {
        if (std::abs(m_lanes[lane].toPixel(mark.x) - at.x()) <= reach)
            return &mark;
    }
    return nullptr;
}

std::optional<std::size_t> LanePlot::laneAt(double y) const
{
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const QRect rect = m_lanes[i].rect().rect();
        if (y >= rect.top() && y <= rect.bottom())
            return i;
    }
    return std::nullopt;
}

std::optional<double> LanePlot::coordinateAt(const QPointF &at) const
{
    if (m_lanes.empty() || at.x() < headWidth() || at.x() > width() - 3.0 * typography::unit())
        return std::nullopt;
    return m_lanes.front().toCoordinate(at.x());
}

} // namespace inspector
