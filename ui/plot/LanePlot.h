// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"
#include "ui/plot/PlotLayer.h"

#include <QRegion>
#include <QWidget>

#include <optional>
#include <vector>

class QCPItemLine;
class QCustomPlot;

namespace inspector {

class LaneMouse;
class PlotLane;
class ThemeController;

/// Lanes, one below the other, over one axis: lines of steps, spans and marks, with a cursor through all of
/// them. Draws what it is given, and decides nothing: what the hand wants (LaneMouse) is told by signals.
class LanePlot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanePlot)

public:
    explicit LanePlot(ThemeController &theme, QWidget *parent = nullptr);
    ~LanePlot() override;

    void setLanes(std::vector<LaneContent> lanes);
    /// As many as there are lanes. Cheap: the lanes are not painted again.
    void setHeads(const std::vector<LaneHead> &heads);
    void setRange(double begin, double end);
    /// Nothing for no cursor.
    void setCursor(std::optional<double> x);
    /// The dotted line of the mouse, which may be over another view; nothing for none.
    void setHover(std::optional<double> x);
    /// Where keys go that move along the session.
    [[nodiscard]] QWidget *canvas() const;
    /// Of the part with the lines, in pixels.
    [[nodiscard]] int contentWidth() const;
    /// Of the part at the left with the heads, in pixels.
    [[nodiscard]] static int headWidth();
    /// Of the part at the right that is free.
    [[nodiscard]] static int rightMargin();

signals:
    void placeWanted(double x);
    void rangeWanted(double begin, double end);
    void allWanted();
    void laneClicked(const QString &id);
    /// The position of the mouse over the lines; NaN when it left them.
    void hovered(double x);
    /// The lanes have another width, so that they can be made with more or fewer points.
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void rebuild(std::size_t count);
    void showContents();
    void takeTheme();
    void restyle();
    void replotAll();
    void replotCursor();
    [[nodiscard]] QRegion lineStrips() const;
    void watchMouse();
    void click(const QPointF &at);
    void zoomValues(double factor);
    void hover(const QPointF &at);
    void showLink(const QPointF &at);
    QCPItemLine *addOverlayLine();
    void placeHover();
    void leave();
    [[nodiscard]] const LaneContent::Mark *markAt(const QPointF &at, std::size_t &lane) const;
    [[nodiscard]] std::optional<std::size_t> laneAt(double y) const;
    [[nodiscard]] std::optional<double> coordinateAt(const QPointF &at) const;

    ThemeController &m_theme;
    QCustomPlot *m_plot;
    PlotLayer m_cursorLayer, m_headLayer;
    QRegion m_shownLines; // of the layer of the cursor
    int m_builtUnit = 0;  // the unit of space that the lanes were made with
    std::vector<PlotLane> m_lanes;
    std::vector<LaneContent> m_contents;
    std::vector<LaneHead> m_heads;
    QCPItemLine *m_crosshair = nullptr; // where the mouse is
    QCPItemLine *m_link = nullptr;      // from a mark to the lane that it came from
    double m_begin = 0, m_end = 1;
    std::optional<double> m_cursor, m_hover;
    LaneMouse *m_mouse;
    double m_pannedBegin = 0, m_pannedEnd = 0; // where panning began from
    double m_valueZoom = 1;
};

} // namespace inspector
