// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/MatrixContent.h"

#include <QPoint>
#include <QWidget>

#include <optional>

class QCPColorMap;
class QCustomPlot;

namespace inspector {

class MatrixCountsItem;
class ThemeController;

/// A matrix of counts: the darker a cell, the more; what is in it stands in it. Draws what it is given.
class MatrixPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixPlot)

public:
    explicit MatrixPlot(ThemeController &theme, QWidget *parent = nullptr);

    void setContent(const MatrixContent &content);
    [[nodiscard]] QWidget *canvas() const;
    /// Where a cell is drawn, in pixels of the plot.
    [[nodiscard]] QRect cellRect(int row, int column) const;

signals:
    void cellClicked(int row, int column);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restyle();
    void fitNames();
    [[nodiscard]] std::optional<QPoint> cellAt(const QPoint &at) const; // x is the column

    ThemeController &m_theme;
    QCustomPlot *m_plot;
    QCPColorMap *m_map;
    MatrixCountsItem *m_counts;
    MatrixContent m_content;
};

} // namespace inspector
