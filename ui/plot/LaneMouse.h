// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>

#include <functional>
#include <optional>

class QMouseEvent;
class QRubberBand;
class QWidget;
class QWheelEvent;

namespace inspector {

/// What the hand does on lanes, told as what it means: the wheel zooms, with Ctrl the values, dragging pans,
/// dragging with the right button boxes, a click is a place, a double click fits. Positions in pixels of the
/// canvas.
class LaneMouse final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneMouse)

public:
    /// Watches `canvas`, which must outlive it; `isOverLines` tells where there is something to zoom.
    LaneMouse(QWidget &canvas, std::function<bool(const QPointF &)> isOverLines);
    ~LaneMouse() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void clicked(const QPointF &at);
    void doubleClicked();
    void hovered(const QPointF &at);
    void left();
    void panBegan();
    /// Since panBegan(), to the right.
    void panned(double pixels);
    /// What takes `factor` times the room of before; `at` stays where it is.
    void timeZoomed(const QPointF &at, double factor);
    void valuesZoomed(double factor);
    /// The stretch from one to the other is to fill the lanes.
    void boxed(double fromX, double toX);
    /// The right button, without dragging.
    void menuWanted(const QPointF &at);

private:
    [[nodiscard]] bool wheel(const QWheelEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);

    QWidget &m_canvas;
    std::function<bool(const QPointF &)> m_isOverLines;
    std::optional<QPointF> m_pressed; // where, while a button is down
    bool m_isBoxing = false;
    bool m_isDragging = false;
    QRubberBand *m_box;
};

} // namespace inspector
