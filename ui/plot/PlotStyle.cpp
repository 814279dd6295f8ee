// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotStyle.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"

#include <qcustomplot.h>

namespace inspector {

void applyPlotStyle(QCustomPlot &plot, const Theme &theme)
{
    plot.setBackground(theme.panel);
    plot.setNotAntialiasedElements(QCP::aeAll);
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelFont(typography::table());
        axis->setTickLabelColor(theme.secondary);
        axis->setLabelFont(typography::table());
        axis->setLabelColor(theme.secondary);
        axis->setLabelPadding(typography::unit());
        axis->setBasePen(QPen(theme.line, 1));
        axis->setTickPen(QPen(theme.line, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(theme.line, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void replotSafely(QCustomPlot &plot)
{
    if (plot.isVisible() && !plot.viewport().isEmpty())
        plot.replot(QCustomPlot::rpQueuedReplot);
}

} // namespace inspector
