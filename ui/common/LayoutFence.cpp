// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/LayoutFence.h"

#include <QEvent>

#include <utility>

namespace inspector {

LayoutFence::LayoutFence(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    content->setParent(this);
    content->show();
    constexpr int quietMs = 1000; // as long as somebody goes from record to record
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] { setLeast(need()); });
}

QSize LayoutFence::sizeHint() const
{
    return m_content->sizeHint();
}

QSize LayoutFence::minimumSizeHint() const
{
    return m_least.expandedTo(need());
}

QSize LayoutFence::need() const
{
    return m_content->minimumSizeHint().expandedTo(m_content->minimumSize());
}

void LayoutFence::setLeast(const QSize &least)
{
    if (std::exchange(m_least, least) != least)
        updateGeometry();
}

bool LayoutFence::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setLeast({}); // of another scale
    // What a widget without a layout hears when what is in it wants another size.
    if (event->type() == QEvent::LayoutRequest) {
        setLeast(minimumSizeHint());
        m_quiet.start();
    }
    return QWidget::event(event);
}

void LayoutFence::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_content->setGeometry(rect());
}

} // namespace inspector
