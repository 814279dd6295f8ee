// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/BarPlot.h"

#include "core/plot/RulerStep.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/plot/PlotStyle.h"
#include "ui/plot/TimeRuler.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QScrollBar>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

constexpr double barWidth = 0.6; // of a row
constexpr double leastMs = 1;    // at the axis, so that there is one for durations of nothing

int rowHeight()
{
    return 5 * typography::unit();
}

int mostNameWidth()
{
    return 36 * typography::unit();
}

} // namespace

BarPlot::BarPlot(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(newPlot(theme, this))
    , m_scroll(new QScrollBar(Qt::Vertical, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_scroll);
    m_plot->setMinimumSize(50 * typography::unit(), 15 * typography::unit()); // it cannot draw on nothing
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_plot->yAxis->setRangeReversed(true); // the first row is on top
    m_plot->yAxis2->setRangeReversed(true);
    m_plot->yAxis2->setVisible(true);
    m_scroll->setVisible(false);
    connect(m_scroll, &QScrollBar::valueChanged, this, &BarPlot::showRows);
    connect(m_plot, &QCustomPlot::mouseWheel, m_scroll,
        [this](QWheelEvent *event) { QApplication::sendEvent(m_scroll, event); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent *event) { click(*event); });
    connect(&theme, &ThemeController::changed, this, &BarPlot::restyle);
    restyle();
}

void BarPlot::setContent(const BarContent &content)
{
    if (m_content == content)
        return;
    const bool isAtEnd = m_scroll->value() == m_scroll->maximum();
    m_content = content;
    layOut();
    if (isAtEnd)
        m_scroll->setValue(m_scroll->maximum());
    showRows();
}

QWidget *BarPlot::canvas() const
{
    return m_plot;
}

QRect BarPlot::barRect(std::size_t row) const
{
    const std::size_t first = firstRow();
    if (row < first || row >= std::min(first + rowsInSight(), m_content.rows.size()))
        return {};
    const auto at = static_cast<double>(row);
    const auto pixel = [](const QCPAxis *axis, double value) {
        return static_cast<int>(std::lround(axis->coordToPixel(value)));
    };
    return {QPoint(pixel(m_plot->xAxis, 0), pixel(m_plot->yAxis, at - barWidth / 2)),
        QPoint(pixel(m_plot->xAxis, m_content.rows[row].ms), pixel(m_plot->yAxis, at + barWidth / 2))};
}

int BarPlot::heightFor(std::size_t rows)
{
    return static_cast<int>(rows + 2) * rowHeight() + QFontMetrics(typography::table()).height();
}

void BarPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
    showRows();
}

void BarPlot::restyle()
{
    const Theme &theme = m_theme.theme();
    applyPlotStyle(*m_plot, theme);
    m_plot->yAxis2->setTickLabelFont(typography::fixed());
    m_plot->yAxis2->setTickLabelColor(theme.text);
    m_plot->yAxis->setTickLabelColor(theme.text);
    m_plot->xAxis->setTickLabelFont(typography::fixed());
    for (QCPAxis *axis : {m_plot->yAxis, m_plot->yAxis2}) {
        axis->grid()->setVisible(false);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setBasePen(Qt::NoPen);
        axis->setSubTicks(false);
    }
    m_plot->xAxis->setSubTicks(false);
    for (const Bars &bars : m_bars)
        m_plot->removePlottable(bars.bars);
    m_bars.clear(); // they are made again in colours of now
    showRows();
}

/// How many rows there is room for, and what the scroll bar has to say about it.
void BarPlot::layOut()
{
    m_plot->setViewport(m_plot->rect()); // a plot that was hidden hears of its size later
    m_plot->plotLayout()->update(QCPLayoutElement::upMargins);
    m_plot->plotLayout()->update(QCPLayoutElement::upLayout);
    const auto count = static_cast<int>(m_content.rows.size());
    const auto room = static_cast<int>(rowsInSight());
    m_scroll->setPageStep(room);
    m_scroll->setRange(0, std::max(0, count - room));
    m_scroll->setVisible(count > room);
}

void BarPlot::showRows()
{
    const QFontMetrics metrics(typography::table());
    const std::size_t first = firstRow();
    const std::size_t end = std::min(first + rowsInSight(), m_content.rows.size());
    const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    const QSharedPointer<QCPAxisTickerText> lengths(new QCPAxisTickerText);
    for (const Bars &bars : m_bars)
        bars.bars->data()->clear();
    qsizetype widest = 0;
    for (std::size_t row = first; row < end; ++row)
        widest = std::max(widest, m_content.rows[row].length.size());
    for (std::size_t row = first; row < end; ++row) {
        const BarContent::Row &content = m_content.rows[row];
        const auto at = static_cast<double>(row);
        barsLike(content).addData(at, content.ms);
        names->addTick(at, metrics.elidedText(content.name, Qt::ElideRight, mostNameWidth()));
        lengths->addTick(at, content.length.rightJustified(widest)); // in a font of one width
    }
    const double top = static_cast<double>(first) - 0.5;
    const double rows = std::max(1.0, static_cast<double>(m_plot->axisRect()->height()) / rowHeight());
    for (const auto &[axis, ticker] : {std::pair(m_plot->yAxis, names), std::pair(m_plot->yAxis2, lengths)}) {
        axis->setRange(top, top + rows);
        axis->setTicker(ticker);
    }
    double greatest = leastMs;
    for (const BarContent::Row &row : m_content.rows) // so that bars stay as long as they are when scrolled
        greatest = std::max(greatest, row.ms);
    showAxis(greatest);
    replotSafely(*m_plot);
}

void BarPlot::showAxis(double greatest)
{
    m_plot->xAxis->setRange(0, greatest * 1.02);
    const int label = QFontMetrics(typography::fixed()).horizontalAdvance(QStringLiteral("00:00:00.000"));
    const int width = std::max(label, m_plot->axisRect()->width());
    const double step = rulerStep(1.4 * label * greatest / width, true);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (int i = 0; i * step <= greatest; ++i)
        ticker->addTick(i * step, rulerLabel(i * step, step, true));
    m_plot->xAxis->setTicker(ticker);
}

void BarPlot::click(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_plot->rect().contains(event.pos()))
        return;
    const double row = std::round(m_plot->yAxis->pixelToCoord(event.pos().y()));
    const auto end = static_cast<double>(std::min(firstRow() + rowsInSight(), m_content.rows.size()));
    if (row >= 0 && row < end)
        emit rowClicked(static_cast<std::size_t>(row));
}

QCPBars &BarPlot::barsLike(const BarContent::Row &row)
{
    for (const Bars &bars : m_bars) {
        if (bars.color == row.color && bars.isOutlined == row.isOutlined)
            return *bars.bars;
    }
    auto *bars = new QCPBars(m_plot->yAxis, m_plot->xAxis);
    bars->setWidth(barWidth);
    bars->setSelectable(QCP::stNone);
    bars->setBrush(row.color);
    bars->setPen(row.isOutlined ? QPen(m_theme.theme().text, 1) : QPen(Qt::NoPen));
    m_bars.push_back({row.color, row.isOutlined, bars});
    return *bars;
}

std::size_t BarPlot::firstRow() const
{
    return static_cast<std::size_t>(m_scroll->value());
}

std::size_t BarPlot::rowsInSight() const
{
    return static_cast<std::size_t>(std::max(1, m_plot->axisRect()->height() / rowHeight()));
}

} // namespace inspector
