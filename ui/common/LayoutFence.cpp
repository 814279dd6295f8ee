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
}

QSize LayoutFence::sizeHint() const
{
    return m_content->sizeHint();
}

QSize LayoutFence::minimumSizeHint() const
{
    return m_least.expandedTo(m_content->minimumSizeHint()).expandedTo(m_content->minimumSize());
}

bool LayoutFence::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_least = {}; // of another scale
        updateGeometry();
    }
    // What a widget without a layout hears when what is in it wants another size.
    if (event->type() == QEvent::LayoutRequest) {
        const QSize before = std::exchange(m_least, minimumSizeHint());
        if (m_least != before)
            updateGeometry();
    }
    return QWidget::event(event);
}

void LayoutFence::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_content->setGeometry(rect());
}

} // namespace inspector
