// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotLayer.h"
#include "ui/plot/RateContent.h"

#include <QSharedPointer>
#include <QWidget>

#include <optional>

class QCPAxisTickerTime;
class QCPItemStraightLine;
class QCustomPlot;

namespace inspector {

class ThemeController;

/// How many a second over time, with a legend and the cursor. Draws what it is given.
class RatePlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RatePlot)

public:
    explicit RatePlot(ThemeController &theme, QWidget *parent = nullptr);
    ~RatePlot() override;

    void setContent(const RateContent &content);
    /// ms since the start; nothing for no cursor.
    void setCursor(std::optional<double> ms);
    [[nodiscard]] QWidget *canvas() const;

signals:
    /// A click: ms since the start.
    void placeWanted(double ms);

private:
    void restyle();
    void showLines();

    ThemeController &m_theme;
    QCustomPlot *m_plot;
    PlotLayer m_cursorLayer;
    QCPItemStraightLine *m_cursor;
    QSharedPointer<QCPAxisTickerTime> m_ticker;
    RateContent m_content;
};

} // namespace inspector
