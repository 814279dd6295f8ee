// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/HistogramContent.h"

#include <QWidget>

class QCPGraph;
class QCPItemLine;
class QCPItemText;
class QCustomPlot;

namespace inspector {

class ThemeController;

/// Durations by how many there are of each, with places on their axis named above it. Draws what it is given.
class HistogramPlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistogramPlot)

public:
    explicit HistogramPlot(ThemeController &theme, QWidget *parent = nullptr);

    void setContent(const HistogramContent &content);
    [[nodiscard]] QWidget *canvas() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void showBars();
    void showLines();
    void placeLabels();

    struct NamedLine
    {
        QCPItemLine *line;
        QCPItemText *text;
    };

    ThemeController &m_theme;
    QCustomPlot *m_plot;
    QCPGraph *m_bars;
    std::vector<NamedLine> m_lines;
    HistogramContent m_content;
};

} // namespace inspector
