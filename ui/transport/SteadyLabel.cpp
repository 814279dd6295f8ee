// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/SteadyLabel.h"

#include <QEvent>

namespace inspector {

void SteadyLabel::say(const QString &text, const QString &widest)
{
    if (text == this->text() && widest == m_widest)
        return;
    m_widest = widest;
    setText(text);
    fit();
}

void SteadyLabel::fit()
{
    setFixedSize(sizeHint().expandedTo({fontMetrics().horizontalAdvance(m_widest), 0}));
}

void SteadyLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace inspector
