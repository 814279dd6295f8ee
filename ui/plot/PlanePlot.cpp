// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlanePlot.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/plot/PlotStyle.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace inspector {

namespace {

constexpr double regionShare = 0.16; // of a region's colour in its ground

/// Where the name of a region fits best: the cell of it that is nearest to the middle of all its cells.
std::optional<QPointF> namePlace(const PlaneContent &content, int region)
{
    double x = 0;
    double y = 0;
    int count = 0;
    const auto forEachCell = [&](auto visit) {
        for (int row = 0; row < content.side; ++row) {
            for (int column = 0; column < content.side; ++column) {
                if (content.regionAt(column, row) == region)
                    visit(column, row);
            }
        }
    };
    forEachCell([&](int column, int row) {
        x += column;
        y += row;
        ++count;
    });
    QPointF best;
    double least = std::numeric_limits<double>::infinity();
    forEachCell([&](int column, int row) {
        const QPointF away(column - x / count, row - y / count);
        if (const double distance = QPointF::dotProduct(away, away); distance < least) {
            least = distance;
            best = QPointF(column, row);
        }
    });
    if (count == 0)
        return std::nullopt; // the rule never gives it
    return best / (content.side - 1) * (content.greatest - content.least) +
           QPointF(content.least, content.least);
}

} // namespace

PlanePlot::PlanePlot(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(newPlot(theme, this))
    , m_map(new QCPColorMap(m_plot->xAxis, m_plot->yAxis))
    , m_path(new QCPCurve(m_plot->xAxis, m_plot->yAxis))
    , m_now(m_plot->addGraph())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setMinimumSize(40 * typography::unit(), 30 * typography::unit()); // it cannot draw on nothing
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_plot->setAccessibleName(tr("Attitudes over fame and infamy"));
    m_plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_path->setScatterStyle(QCPScatterStyle::ssNone);
    m_now->setLineStyle(QCPGraph::lsNone);
    connect(&theme, &ThemeController::changed, this, &PlanePlot::restyle);
    restyle();
}

void PlanePlot::setContent(const PlaneContent &content)
{
    const bool isOtherPlane = content.cells != m_content.cells || content.regions != m_content.regions;
    m_content = content;
    m_plot->xAxis->setLabel(content.xTitle);
    m_plot->yAxis->setLabel(content.yTitle);
    const double margin =
        0.015 * (content.greatest - content.least); // so that what stands at the limits is seen
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setRange(content.least - margin, content.greatest + margin);
    if (isOtherPlane) {
        showRegions();
        showNames();
    }
    showPath();
    replotSafely(*m_plot);
}

QWidget *PlanePlot::canvas() const
{
    return m_plot;
}

void PlanePlot::restyle()
{
    const Theme &theme = m_theme.theme();
    applyPlotStyle(*m_plot, theme);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis})
        axis->grid()->setVisible(false);
    QPen path(theme.secondary, 1);
    m_path->setPen(path);
    m_now->setScatterStyle(
        {QCPScatterStyle::ssCircle, QPen(theme.panel, 2), QBrush(theme.accent), 3.0 * typography::unit()});
    showRegions();
    showNames();
    replotSafely(*m_plot);
}

void PlanePlot::showRegions()
{
    if (m_content.side < 2 || m_content.regions.size() < 2)
        return;
    const Theme &theme = m_theme.theme();
    m_map->data()->setSize(m_content.side, m_content.side);
    const QCPRange limits(m_content.least, m_content.greatest);
    m_map->data()->setRange(limits, limits);
    for (int row = 0; row < m_content.side; ++row) {
        for (int column = 0; column < m_content.side; ++column)
            m_map->data()->setCell(column, row, m_content.regionAt(column, row));
    }
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    const int last = static_cast<int>(m_content.regions.size()) - 1;
    gradient.setLevelCount(last + 1);
    for (int i = 0; i <= last; ++i)
        gradient.setColorStopAt(static_cast<double>(i) / last,
            theme.tint(m_content.regions[static_cast<std::size_t>(i)].color, regionShare));
    m_map->setGradient(gradient);
    m_map->setDataRange(QCPRange(0, last));
}

void PlanePlot::showNames()
{
    for (QCPItemText *name : m_names)
        m_plot->removeItem(name);
    m_names.clear();
    for (int i = 0; i < static_cast<int>(m_content.regions.size()); ++i) {
        const PlaneContent::Region &region = m_content.regions[static_cast<std::size_t>(i)];
        const std::optional<QPointF> place = namePlace(m_content, i);
        if (!place)
            continue;
        auto *name = new QCPItemText(m_plot);
        name->setText(region.label);
        name->setFont(typography::table());
        name->setColor(
            m_theme.theme().readable(region.color, m_theme.theme().tint(region.color, regionShare)));
        name->setSelectable(false);
        const double edge =
            0.03 * (m_content.greatest - m_content.least); // a strip at the edge is too thin for it
        name->position->setCoords(
            place->x(), std::clamp(place->y(), m_content.least + edge, m_content.greatest - edge));
        m_names.push_back(name);
    }
}

void PlanePlot::showPath()
{
    QVector<QCPCurveData> points;
    points.reserve(static_cast<qsizetype>(m_content.path.size()));
    for (std::size_t i = 0; i < m_content.path.size(); ++i)
        points.append({static_cast<double>(i), m_content.path[i].x(), m_content.path[i].y()});
    m_path->data()->set(points, true);
    constexpr qsizetype fewPoints = 200; // more of them would hide the line
    m_path->setScatterStyle(points.size() > fewPoints ? QCPScatterStyle(QCPScatterStyle::ssNone)
                                                      : QCPScatterStyle(QCPScatterStyle::ssDisc,
                                                            m_theme.theme().secondary, typography::unit()));
    m_now->data()->clear();
    if (m_content.now)
        m_now->addData(m_content.now->x(), m_content.now->y());
}

} // namespace inspector
