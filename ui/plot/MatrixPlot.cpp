// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/MatrixPlot.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/plot/MatrixCountsItem.h"
#include "ui/plot/PlotStyle.h"

#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace inspector {

MatrixPlot::MatrixPlot(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_plot(newPlot(theme, this))
    , m_map(new QCPColorMap(m_plot->xAxis, m_plot->yAxis))
    , m_counts(new MatrixCountsItem(*m_plot))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setMinimumSize(40 * typography::unit(), 30 * typography::unit()); // it cannot draw on nothing
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_plot->setMouseTracking(true);
    m_plot->setAccessibleName(tr("Matrix of cascades"));
    m_plot->installEventFilter(this);
    m_plot->yAxis->setRangeReversed(true); // the first row is on top
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_map->removeFromLegend();
    m_counts->setContent(&m_content);
    connect(&theme, &ThemeController::changed, this, [this] {
        restyle();
        fitNames();
    });
    restyle();
}

void MatrixPlot::setContent(const MatrixContent &content)
{
    m_content = content;
    m_counts->setHovered({});
    const int rows = static_cast<int>(content.rows.size());
    const int columns = static_cast<int>(content.columns.size());
    m_plot->xAxis->setRange(-0.5, columns - 0.5);
    m_plot->yAxis->setRange(-0.5, rows - 0.5);
    m_plot->xAxis->setLabel(content.columnTitle);
    m_plot->yAxis->setLabel(content.rowTitle);
    m_map->data()->setSize(columns, rows);
    // From the middle of the first cell to that of the last; a single one has no other middle, and is told by
    // its edges.
    const auto range = [](int cells) { return cells > 1 ? QCPRange(0, cells - 1) : QCPRange(-0.5, 0.5); };
    m_map->data()->setRange(range(columns), range(rows));
    const double greatest =
        content.values.empty() ? 1 : *std::max_element(content.values.begin(), content.values.end());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            m_map->data()->setCell(column, row, MatrixCountsItem::share(content.at(row, column), greatest));
    }
    m_map->setDataRange(QCPRange(0, 1));
    fitNames();
    replotSafely(*m_plot);
}

QRect MatrixPlot::cellRect(int row, int column) const
{
    return m_counts->cellRect(row, column);
}

QWidget *MatrixPlot::canvas() const
{
    return m_plot;
}

void MatrixPlot::restyle()
{
    const Theme &theme = m_theme.theme();
    m_counts->setTheme(&theme);
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorInterpolation(QCPColorGradient::ciRGB);
    gradient.setColorStopAt(0, MatrixCountsItem::shade(theme, 0));
    gradient.setColorStopAt(1, MatrixCountsItem::shade(theme, 1));
    m_map->setGradient(gradient);
    applyPlotStyle(*m_plot, theme);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->grid()->setVisible(false);
        axis->setTickLength(0);
        axis->setBasePen(Qt::NoPen);
    }
    replotSafely(*m_plot);
}

/// Names that are too long for their column stand upright, and all are cut at what leaves room for the cells.
void MatrixPlot::fitNames()
{
    const QFontMetrics metrics(typography::table());
    const int most = 36 * typography::unit();
    const auto ticker = [&](const QStringList &names, int room) {
        QSharedPointer<QCPAxisTickerText> texts(new QCPAxisTickerText);
        for (qsizetype i = 0; i < names.size(); ++i)
            texts->addTick(static_cast<double>(i), metrics.elidedText(names[i], Qt::ElideRight, room));
        return texts;
    };
    m_plot->yAxis->setTicker(ticker(m_content.rows, most));
    const int column =
        (m_plot->width() - most) / std::max<int>(1, static_cast<int>(m_content.columns.size()));
    const bool fits =
        std::all_of(m_content.columns.begin(), m_content.columns.end(), [&](const QString &name) {
            return metrics.horizontalAdvance(name) + 2 * typography::unit() <= column;
        });
    m_plot->xAxis->setTickLabelRotation(fits ? 0 : 60);
    m_plot->xAxis->setTicker(ticker(m_content.columns, most));
}

std::optional<QPoint> MatrixPlot::cellAt(const QPoint &at) const
{
    if (m_content.values.empty() || !m_plot->axisRect()->rect().contains(at))
        return std::nullopt;
    const QPoint cell(static_cast<int>(std::lround(m_plot->xAxis->pixelToCoord(at.x()))),
        static_cast<int>(std::lround(m_plot->yAxis->pixelToCoord(at.y()))));
    if (!QRect(0, 0, static_cast<int>(m_content.columns.size()), static_cast<int>(m_content.rows.size()))
             .contains(cell))
        return std::nullopt;
    return cell;
}

void MatrixPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNames();
    replotSafely(
        *m_plot); // the plot itself has another size by now, and was drawn with the names of the old one
}

bool MatrixPlot::eventFilter(QObject *watched, QEvent *event)
{
    const auto mouse = [&] { return static_cast<QMouseEvent *>(event); };
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
        const auto cell = event->type() == QEvent::Leave ? std::nullopt : cellAt(mouse()->pos());
        if (cell != m_counts->hovered()) {
            m_counts->setHovered(cell);
            m_plot->setCursor(cell ? Qt::PointingHandCursor : Qt::ArrowCursor);
            replotSafely(*m_plot);
        }
    } else if (event->type() == QEvent::MouseButtonRelease && mouse()->button() == Qt::LeftButton) {
        if (const auto cell = cellAt(mouse()->pos()))
            emit cellClicked(cell->y(), cell->x());
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(),
            cell ? QStringLiteral("%1 → %2: %3")
                       .arg(m_content.rows[cell->y()], m_content.columns[cell->x()],
                           words::count(static_cast<std::uint64_t>(m_content.at(cell->y(), cell->x()))))
                 : QString(),
            m_plot);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace inspector
