// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/TransportKeyFilter.h"

#include "ui/common/SessionCursor.h"
#include "ui/transport/TransportBar.h"

#include <QKeyEvent>

namespace inspector {

TransportKeyFilter::TransportKeyFilter(SessionCursor &cursor, TransportBar &transport, QObject *parent)
    : QObject(parent)
    , m_cursor(cursor)
    , m_transport(transport)
{}

QList<QPair<QString, QString>> TransportKeyFilter::keys()
{
    return {{tr("Space"), tr("Play and pause")}, {tr("Left, Right"), tr("One event back and on")},
        {tr("Shift+Left/Right"), tr("Ten events")}, {tr("Ctrl+Left/Right"), tr("Of the same name")},
        {tr("Home"), tr("The start")}, {tr("End"), tr("Follow the end")},
        {QStringLiteral(", ."), tr("Slower, faster")}};
}

bool TransportKeyFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handle(*static_cast<QKeyEvent *>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

bool TransportKeyFilter::handle(const QKeyEvent &event)
{
    if (event.modifiers().testFlag(Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        m_transport.togglePlaying();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        step(event, event.key() == Qt::Key_Right);
        return true;
    case Qt::Key_Home:
        m_cursor.goTo(0);
        return true;
    case Qt::Key_End:
        m_cursor.setMode(SessionCursor::Mode::Live);
        return true;
    case Qt::Key_Comma:
    case Qt::Key_Period:
        m_transport.changeSpeed(event.key() == Qt::Key_Period);
        return true;
    default:
        return false;
    }
}

void TransportKeyFilter::step(const QKeyEvent &event, bool forward)
{
    constexpr std::int64_t manySteps = 10;
    if (event.modifiers().testFlag(Qt::ControlModifier))
        return m_cursor.stepSameName(forward);
    const std::int64_t distance = event.modifiers().testFlag(Qt::ShiftModifier) ? manySteps : 1;
    m_cursor.step(forward ? distance : -distance);
}

} // namespace inspector
