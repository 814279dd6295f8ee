// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCPLayer;
class QCustomPlot;
class QRegion;

namespace inspector {

/// A layer of a plot that is drawn by itself, above those that are there when it is made. QCustomPlot would
/// put all of the plot on the screen again for it; this puts what changed there.
class PlotLayer
{
public:
    PlotLayer(QCustomPlot &plot, const QString &name);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// `changed` is where it looks other than before, pixels. Does nothing while the plot cannot be seen.
    void redraw(const QRegion &changed) const;

private:
    QCustomPlot &m_plot;
    QString m_name;
    QCPLayer *m_layer;
};

} // namespace inspector
