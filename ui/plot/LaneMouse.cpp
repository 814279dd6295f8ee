// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LaneMouse.h"

#include <QApplication>
#include <QMouseEvent>
#include <QRubberBand>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace inspector {

LaneMouse::LaneMouse(QWidget &canvas, std::function<bool(const QPointF &)> isOverLines)
    : m_canvas(canvas)
    , m_isOverLines(std::move(isOverLines))
    , m_box(new QRubberBand(QRubberBand::Rectangle, &canvas))
{
    m_canvas.installEventFilter(this);
}

LaneMouse::~LaneMouse() = default;

bool LaneMouse::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent *>(event));
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::MouseButtonDblClick:
        m_pressed.reset();
        emit doubleClicked();
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        return false;
    case QEvent::Leave:
        emit left();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool LaneMouse::wheel(const QWheelEvent &event)
{
    constexpr double perNotch = 0.8;
    constexpr double notch = 120;
    const int delta = event.angleDelta().y();
    if (delta == 0 || !m_isOverLines(event.position()))
        return false; // over the heads it scrolls
    const double factor = std::pow(perNotch, delta / notch);
    if (event.modifiers().testFlag(Qt::ControlModifier))
        emit valuesZoomed(factor);
    else
        emit timeZoomed(event.position(), factor);
    return true;
}

void LaneMouse::press(const QMouseEvent &event)
{
    if (m_pressed || (event.button() != Qt::LeftButton && event.button() != Qt::RightButton))
        return;
    m_pressed = event.position();
    m_isBoxing = event.button() == Qt::RightButton;
    m_isDragging = false;
}

void LaneMouse::move(const QMouseEvent &event)
{
    const Qt::MouseButton button = m_isBoxing ? Qt::RightButton : Qt::LeftButton;
    if (m_pressed && !event.buttons().testFlag(button)) {
        m_pressed.reset(); // let go where nobody saw it
        m_box->hide();
    }
    if (!m_pressed) {
        emit hovered(event.position());
        return;
    }
    const QPointF distance = event.position() - *m_pressed;
    if (!m_isDragging && distance.manhattanLength() < QApplication::startDragDistance())
        return;
    const bool begins = !std::exchange(m_isDragging, true);
    if (m_isBoxing) {
        const QRectF box(QPointF(m_pressed->x(), 0), QPointF(event.position().x(), m_canvas.height()));
        m_box->setGeometry(box.normalized().toRect());
        m_box->show();
        return;
    }
    if (begins)
        emit panBegan();
    emit panned(distance.x());
}

void LaneMouse::release(const QMouseEvent &event)
{
    const bool isOurs = event.button() == (m_isBoxing ? Qt::RightButton : Qt::LeftButton);
    if (!m_pressed || !isOurs)
        return;
    const QPointF from = *std::exchange(m_pressed, std::nullopt);
    m_box->hide();
    if (m_isBoxing && m_isDragging)
        emit boxed(std::min(from.x(), event.position().x()), std::max(from.x(), event.position().x()));
    else if (m_isBoxing)
        emit menuWanted(event.position());
    else if (!m_isDragging)
        emit clicked(event.position());
}

} // namespace inspector
