// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/HistogramPlot.h"

#include "core/base/DurationText.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/plot/PlotStyle.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

constexpr double ten = 10;
constexpr double leastCount = 0.7; // below one, so that a bar of one is seen

/// Powers of ten that hold `least` to `greatest`, `write(value)` at each.
template <class Write>
QSharedPointer<QCPAxisTickerText> decades(double least, double greatest, Write write)
{
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    const int last = static_cast<int>(std::ceil(std::log10(greatest)));
    for (int power = static_cast<int>(std::floor(std::log10(least))); power <= last; ++power) {
        const double value = std::pow(ten, power);
        ticker->addTick(value, write(value));
    }
    return ticker;
}

} // namespace

HistogramPlot::HistogramPlot(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(newPlot(theme, this))
    , m_bars(m_plot->addGraph())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    const int unit = typography::unit();
    m_plot->setMinimumSize(50 * unit, 25 * unit); // it cannot draw on nothing
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_plot->setAccessibleName(tr("How long events took, and how many took how long"));
    m_bars->setLineStyle(QCPGraph::lsStepLeft);
    m_bars->setSelectable(QCP::stNone);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setLabel(tr("events"));
    connect(&theme, &ThemeController::changed, this, &HistogramPlot::restyle);
    restyle();
}

void HistogramPlot::setContent(const HistogramContent &content)
{
    m_content = content;
    showBars();
    showLines();
    replotSafely(*m_plot);
}

QWidget *HistogramPlot::canvas() const
{
    return m_plot;
}

void HistogramPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeLabels();
}

void HistogramPlot::restyle()
{
    const Theme &theme = m_theme.theme();
    applyPlotStyle(*m_plot, theme);
    m_plot->xAxis->grid()->setVisible(false);
    m_bars->setPen(QPen(theme.secondary, 1));
    m_bars->setBrush(theme.tint(theme.secondary, 0.3));
    showLines();
    replotSafely(*m_plot);
}

void HistogramPlot::showBars()
{
    QVector<QCPGraphData> points;
    double least = 100; // ns; a few decades are shown also of little
    double greatest = 1000;
    double most = ten;
    for (const HistogramContent::Bar &bar : m_content.bars) {
        const double begin = std::max(1.0, bar.begin);
        points.append({begin, std::max(bar.count, leastCount / 2)});
        least = std::min(least, begin);
        greatest = std::max(greatest, bar.end);
        most = std::max(most, bar.count);
    }
    if (!points.isEmpty()) {
        points.prepend({points.front().key * 0.999, leastCount / 2});
        points.append({m_content.bars.back().end, leastCount / 2});
    }
    for (const HistogramContent::Line &line : m_content.lines)
        greatest = std::max(greatest, line.ns * 2);
    m_bars->data()->set(points, true);
    m_plot->xAxis->setRange(least / 1.5, greatest * 1.5);
    m_plot->yAxis->setRange(leastCount, most * 2);
    m_plot->xAxis->setTicker(
        decades(least, greatest, [](double ns) { return words::text(latencyText(std::llround(ns))); }));
    m_plot->yAxis->setTicker(decades(
        1, most, [](double count) { return words::count(static_cast<std::uint64_t>(std::llround(count))); }));
}

void HistogramPlot::showLines()
{
    const Theme &theme = m_theme.theme();
    for (const NamedLine &named : m_lines) {
        m_plot->removeItem(named.line);
        m_plot->removeItem(named.text);
    }
    m_lines.clear();
    for (const HistogramContent::Line &content : m_content.lines) {
        const QColor color = content.isLimit ? theme.readable(theme.hostile, theme.panel) : theme.text;
        auto *line = new QCPItemLine(m_plot);
        line->setPen(QPen(color, 1, content.isLimit ? Qt::SolidLine : Qt::DashLine));
        line->setSelectable(false);
        line->setClipToAxisRect(false);
        for (QCPItemPosition *end : {line->start, line->end})
            end->setTypeY(QCPItemPosition::ptAbsolute);
        auto *text = new QCPItemText(m_plot);
        text->setText(content.label);
        text->setFont(typography::table());
        text->setColor(color);
        text->setBrush(theme.panel); // the line of another name may run behind it
        text->setSelectable(false);
        text->setClipToAxisRect(false);
        text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
        text->position->setType(QCPItemPosition::ptAbsolute);
        m_lines.push_back({line, text});
    }
    placeLabels();
}

/// Each in the first row where it does not lie upon another, and inside the plot; above the axes there is as
/// much room as that takes.
void HistogramPlot::placeLabels()
{
    const QFontMetrics metrics(typography::table());
    m_plot->setViewport(m_plot->rect()); // a plot that was hidden hears of its size later
    m_plot->plotLayout()->update(QCPLayoutElement::upMargins);
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
    std::vector<double> taken; // up to where, of each row
    std::vector<std::pair<double, std::size_t>> places;
    for (const HistogramContent::Line &content : m_content.lines) {
        const double half = metrics.horizontalAdvance(content.label) / 2.0 + 2;
        const double middle =
            std::clamp(m_plot->xAxis->coordToPixel(content.ns), half, std::max(half, m_plot->width() - half));
        std::size_t row = 0;
        while (row < taken.size() && middle - half < taken[row] + typography::unit())
            ++row;
        taken.resize(std::max(taken.size(), row + 1));
        taken[row] = middle + half;
        places.emplace_back(middle, row);
    }
    const int head = static_cast<int>(taken.size()) * metrics.height();
    m_plot->axisRect()->setMinimumMargins(QMargins(0, head + typography::unit(), 0, 0));
    m_plot->plotLayout()->update(QCPLayoutElement::upMargins);
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
    const QRect rect = m_plot->axisRect()->rect();
    for (std::size_t i = 0; i < std::min(m_lines.size(), places.size()); ++i) {
        const auto &[middle, row] = places[i];
        const double top = rect.top() - head + metrics.height() * static_cast<double>(row);
        m_lines[i].text->position->setCoords(middle, top);
        m_lines[i].line->start->setCoords(m_content.lines[i].ns, top + metrics.height());
        m_lines[i].line->end->setCoords(m_content.lines[i].ns, rect.bottom());
    }
}

} // namespace inspector
