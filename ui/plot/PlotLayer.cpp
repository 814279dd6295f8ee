// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotLayer.h"

#include <qcustomplot.h>

namespace inspector {

PlotLayer::PlotLayer(QCustomPlot &plot, const QString &name)
    : m_plot(plot)
    , m_name(name)
{
    plot.addLayer(name);
    m_layer = plot.layer(name);
    m_layer->setMode(QCPLayer::lmBuffered);
}

void PlotLayer::redraw(const QRegion &changed) const
{
    // While the plot has no size there is nothing to draw on, and QCustomPlot complains.
    if (!m_plot.isVisible() || m_plot.viewport().isEmpty())
        return;
    bool isWholePlot = false; // where the other layers were not drawn yet either
    const auto watch =
        QObject::connect(&m_plot, &QCustomPlot::afterReplot, &m_plot, [&] { isWholePlot = true; });
    // By the attribute: to enable updates again by their setter would ask for one of everything.
    const bool wasDisabled = m_plot.testAttribute(Qt::WA_UpdatesDisabled);
    m_plot.setAttribute(Qt::WA_UpdatesDisabled);
    m_layer->replot();
    m_plot.setAttribute(Qt::WA_UpdatesDisabled, wasDisabled);
    QObject::disconnect(watch);
    if (isWholePlot)
        m_plot.update();
    else
        m_plot.update(changed);
}

} // namespace inspector
