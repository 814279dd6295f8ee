// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotStyle.h"

#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"

#include <qcustomplot.h>

namespace inspector {

namespace {

class FramedPlot final : public QCustomPlot
{
public:
    FramedPlot(ThemeController &theme, QWidget *parent)
        : QCustomPlot(parent)
        , m_theme(theme)
    {}

protected:
    /// Who works with the mouse, or has just opened something, looks at lines and not for the keys: no frame
    /// until they are used.
    bool event(QEvent *event) override
    {
        const auto reason = [&] { return static_cast<QFocusEvent *>(event)->reason(); };
        if (event->type() == QEvent::ShortcutOverride && !m_isWanted) {
            m_isWanted = true;
            update();
        } else if (event->type() == QEvent::FocusIn) {
            m_isWanted = m_isWanted || reason() == Qt::TabFocusReason || reason() == Qt::BacktabFocusReason ||
                         reason() == Qt::ShortcutFocusReason;
        } else if (event->type() == QEvent::FocusOut) {
            m_isWanted =
                m_isWanted && reason() == Qt::ActiveWindowFocusReason; // it comes back with the window
        }
        return QCustomPlot::event(event);
    }

    void paintEvent(QPaintEvent *event) override
    {
        QCustomPlot::paintEvent(event);
        if (!m_isWanted || !hasFocus())
            return;
        QPainter painter(this);
        painter.setPen(m_theme.theme().accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    ThemeController &m_theme;
    bool m_isWanted = false;
};

} // namespace

QCustomPlot *newPlot(ThemeController &theme, QWidget *parent)
{
    return new FramedPlot(theme, parent);
}

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
