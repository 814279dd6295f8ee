// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/RatePlot.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/plot/PlotStyle.h"

#include <QMouseEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <array>

namespace inspector {

namespace {

constexpr double msPerSecond = 1000;

/// Of the line at `place`: hues far from each other, and where they come again, another pattern. The order is
/// that of the legend.
QPen penOf(const Theme &theme, std::size_t place)
{
    static constexpr std::array<int, 4> hues{205, 30, 285, 140};
    QPen pen(theme.legible(QColor::fromHsl(hues.at(place % hues.size()), 150, 140)), 1);
    if (place >= hues.size())
        pen.setDashPattern({4, 3});
    return pen;
}

} // namespace

RatePlot::RatePlot(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(newPlot(theme, this))
    , m_cursorLayer(*m_plot, QStringLiteral("cursor"))
    , m_cursor(new QCPItemStraightLine(m_plot))
    , m_ticker(new QCPAxisTickerTime)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setMinimumSize(50 * typography::unit(), 25 * typography::unit()); // it cannot draw on nothing
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_plot->setAccessibleName(tr("Events a second over time"));
    m_cursor->setLayer(m_cursorLayer.name());
    m_cursor->setVisible(false);
    m_plot->yAxis->setLabel(tr("events/s"));
    m_plot->xAxis->setTicker(m_ticker);
    // Above the lines rather than upon them.
    auto *head = new QCPLayoutGrid;
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, head);
    head->addElement(0, 0, m_plot->legend);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setWrap(3); // as many as have room beside each other
    m_plot->legend->setVisible(true);
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent *event) {
        if (event->button() == Qt::LeftButton && m_plot->axisRect()->rect().contains(event->pos()))
            emit placeWanted(m_plot->xAxis->pixelToCoord(event->position().x()) * msPerSecond);
    });
    connect(&theme, &ThemeController::changed, this, &RatePlot::restyle);
    restyle();
}

RatePlot::~RatePlot() = default;

void RatePlot::setContent(const RateContent &content)
{
    m_content = content;
    showLines();
    replotSafely(*m_plot);
}

void RatePlot::setCursor(std::optional<double> ms)
{
    m_cursor->setVisible(ms.has_value());
    if (ms) {
        m_cursor->point1->setCoords(*ms / msPerSecond, 0);
        m_cursor->point2->setCoords(*ms / msPerSecond, 1);
    }
    m_cursorLayer.redraw(m_plot->rect());
}

QWidget *RatePlot::canvas() const
{
    return m_plot;
}

void RatePlot::restyle()
{
    const Theme &theme = m_theme.theme();
    applyPlotStyle(*m_plot, theme);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setFont(typography::table());
    m_plot->legend->setTextColor(theme.text);
    m_plot->legend->setIconSize(4 * typography::unit(), typography::unit());
    m_plot->legend->setColumnSpacing(3 * typography::unit());
    m_plot->legend->setMargins(QMargins(4 * typography::unit(), 0, 4 * typography::unit(), 0));
    m_cursor->setPen(QPen(theme.accent, 1));
    showLines();
    replotSafely(*m_plot);
}

void RatePlot::showLines()
{
    const auto count = static_cast<int>(m_content.lines.size());
    while (m_plot->graphCount() > count)
        m_plot->removeGraph(m_plot->graphCount() - 1);
    while (m_plot->graphCount() < count) {
        QCPGraph *graph = m_plot->addGraph();
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setSelectable(QCP::stNone);
    }
    double most = 1;
    for (int i = 0; i < count; ++i) {
        const RateContent::Line &line = m_content.lines[static_cast<std::size_t>(i)];
        QVector<QCPGraphData> points;
        points.reserve(static_cast<qsizetype>(line.steps.size()));
        for (const PlotStep &step : line.steps) {
            points.append({step.x / msPerSecond, step.y});
            most = std::max(most, step.y);
        }
        m_plot->graph(i)->data()->set(points, true);
        m_plot->graph(i)->setName(line.name);
        m_plot->graph(i)->setPen(penOf(m_theme.theme(), static_cast<std::size_t>(i)));
    }
    constexpr double briefMs = 10'000; // below it, ticks stand at parts of a second
    m_ticker->setTimeFormat(m_content.end - m_content.begin < briefMs ? QStringLiteral("%h:%m:%s.%z")
                                                                      : QStringLiteral("%h:%m:%s"));
    m_plot->xAxis->setRange(m_content.begin / msPerSecond, m_content.end / msPerSecond);
    m_plot->yAxis->setRange(0, most * 1.08);
}

} // namespace inspector
