// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotLane.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"
#include "ui/plot/LaneHeadItem.h"
#include "ui/plot/LaneItem.h"

#include <qcustomplot.h>

#include <algorithm>
#include <limits>

namespace inspector {

namespace {

void setSteps(QCPGraph &graph, const PlotSteps &steps)
{
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(steps.size()));
    for (const PlotStep &step : steps)
        data.append({step.x, step.hasValue ? step.y : std::numeric_limits<double>::quiet_NaN()});
    graph.data()->set(data, true);
}

double valueAt(const PlotSteps &steps, double x)
{
    const auto behind = std::upper_bound(
        steps.begin(), steps.end(), x, [](double at, const PlotStep &step) { return at < step.x; });
    return behind == steps.begin() ? 0 : std::prev(behind)->y;
}

QPen patterned(const QColor &color, const QVector<qreal> &pattern, qreal width = 1)
{
    QPen pen(color, width);
    pen.setDashPattern(pattern);
    return pen;
}

} // namespace

PlotLane::PlotLane(QCustomPlot &plot, const Layers &layers)
    : m_rect(new QCPAxisRect(&plot))
{
    m_rect->setAutoMargins(QCP::msNone);
    plot.plotLayout()->addElement(plot.plotLayout()->rowCount(), 0, m_rect);
    for (QCPAxis *axis : m_rect->axes())
        axis->setVisible(false);
    QCPAxis *x = m_rect->axis(QCPAxis::atBottom);
    x->grid()->setVisible(false);
    m_item = new LaneItem(plot, *m_rect);
    m_head = new LaneHeadItem(plot, *m_rect, layers.head);
    for (QCPGraph **graph :
        {&m_dashedModelled, &m_solidModelled, &m_dashed, &m_solid, &m_thinDashed, &m_thinSolid, &m_stale}) {
        *graph = plot.addGraph(x, m_rect->axis(QCPAxis::atLeft));
        (*graph)->setLineStyle(graph == &m_stale ? QCPGraph::lsNone : QCPGraph::lsStepLeft);
        (*graph)->setSelectable(QCP::stNone);
        (*graph)->setAdaptiveSampling(false); // done before
    }
    m_cursorLine = addCursorLine(plot, layers.cursor);
}

QCPItemLine *PlotLane::addCursorLine(QCustomPlot &plot, const QString &layer) const
{
    auto *line = new QCPItemLine(&plot);
    line->setLayer(layer);
    line->setClipAxisRect(m_rect);
    for (QCPItemPosition *position : {line->start, line->end}) {
        position->setAxes(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft));
        position->setAxisRect(m_rect);
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->setVisible(false);
    return line;
}

void PlotLane::show(const LaneContent &content, const Theme &theme, double valueZoom) const
{
    m_item->setContent(&content);
    setSteps(*m_solid, content.solid);
    setSteps(*m_dashed, content.dashed);
    setSteps(*m_solidModelled, content.solidModelled);
    setSteps(*m_dashedModelled, content.dashedModelled);
    setSteps(*m_thinSolid, content.thinSolid);
    setSteps(*m_thinDashed, content.thinDashed);
    PlotSteps stale;
    for (const double x : content.stale)
        stale.push_back({x, valueAt(content.solid, x), true});
    setSteps(*m_stale, stale);
    const qreal width = content.isCompared ? 2 : 1; // full, beside the thin ones
    m_solid->setPen(QPen(content.color, width));
    m_dashed->setPen(patterned(content.color, {4, 3}, width));
    m_thinSolid->setPen(QPen(theme.text, 1));
    m_thinDashed->setPen(patterned(theme.text, {4, 3}));
    for (QCPGraph *modelled : {m_solidModelled, m_dashedModelled})
        modelled->setPen(patterned(content.color, {1, 3}));
    m_stale->setScatterStyle(
        {QCPScatterStyle::ssCircle, QPen(content.color, 1), QBrush(theme.panel), 1.5 * typography::unit()});
    const double height = std::max(1, m_rect->rect().height());
    const double free = std::max(0.2, 1 - (LaneItem::stripHeight() + typography::unit()) / height);
    const double foot = 2.5 * typography::unit() / height; // for the marks
    const double highest = content.highest / valueZoom;
    m_rect->axis(QCPAxis::atLeft)->setRange(-highest * foot / free, highest / free);
}

void PlotLane::setHead(const LaneHead &head) const
{
    m_head->setHead(head);
}

void PlotLane::setTheme(const Theme &theme) const
{
    m_item->setTheme(&theme);
    m_head->setTheme(&theme);
}

void PlotLane::setRange(double begin, double end) const
{
    m_rect->axis(QCPAxis::atBottom)->setRange(begin, end);
}

double PlotLane::toPixel(double x) const
{
    return m_rect->axis(QCPAxis::atBottom)->coordToPixel(x);
}

double PlotLane::toCoordinate(double pixel) const
{
    return m_rect->axis(QCPAxis::atBottom)->pixelToCoord(pixel);
}

} // namespace inspector
