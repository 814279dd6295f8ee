// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlaneContent.h"

#include <QWidget>

class QCPColorMap;
class QCPCurve;
class QCPGraph;
class QCPItemText;
class QCustomPlot;

namespace inspector {

class ThemeController;

/// Regions of a plane and a path through them. Draws what it is given.
class PlanePlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanePlot)

public:
    explicit PlanePlot(ThemeController &theme, QWidget *parent = nullptr);

    void setContent(const PlaneContent &content);
    [[nodiscard]] QWidget *canvas() const;

private:
    void restyle();
    void showRegions();
    void showPath();
    void showNames();

    ThemeController &m_theme;
    QCustomPlot *m_plot;
    QCPColorMap *m_map;
    QCPCurve *m_path;
    QCPGraph *m_now;
    std::vector<QCPItemText *> m_names;
    PlaneContent m_content;
};

} // namespace inspector
