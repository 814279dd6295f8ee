// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/BarContent.h"

#include <QWidget>

class QCPBars;
class QCustomPlot;
class QMouseEvent;
class QScrollBar;

namespace inspector {

class ThemeController;

/// Durations as bars beside each other on one axis from zero on, each with its name and its length in words.
/// Rows keep their height; what has no room is scrolled to. Draws what it is given.
class BarPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BarPlot)

public:
    explicit BarPlot(ThemeController &theme, QWidget *parent = nullptr);

    /// Where the last row was in sight, the last one stays in sight.
    void setContent(const BarContent &content);
    [[nodiscard]] QWidget *canvas() const;
    /// Of the row's bar in the canvas, from the axis on; empty where it is scrolled away.
    [[nodiscard]] QRect barRect(std::size_t row) const;
    /// In pixels, for a plot that shows so many rows.
    [[nodiscard]] static int heightFor(std::size_t rows);

signals:
    void rowClicked(std::size_t row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void layOut();
    void showRows();
    void showAxis(double greatest);
    void click(const QMouseEvent &event);
    [[nodiscard]] QCPBars &barsLike(const BarContent::Row &row);
    [[nodiscard]] std::size_t firstRow() const;
    [[nodiscard]] std::size_t rowsInSight() const;

    /// The bars of one colour; QCustomPlot draws a set of bars in one.
    struct Bars
    {
        QColor color;
        bool isOutlined;
        QCPBars *bars;
    };

    ThemeController &m_theme;
    QCustomPlot *m_plot;
    QScrollBar *m_scroll;
    std::vector<Bars> m_bars;
    BarContent m_content;
};

} // namespace inspector
