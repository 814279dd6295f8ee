// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/SteadyLabel.h"

namespace inspector {

void SteadyLabel::setWidest(const QString &text)
{
    if (text == m_widest)
        return;
    m_widest = text;
    updateGeometry();
}

QSize SteadyLabel::sizeHint() const
{
    return QLabel::sizeHint().expandedTo({fontMetrics().horizontalAdvance(m_widest), 0});
}

QSize SteadyLabel::minimumSizeHint() const
{
    return QLabel::minimumSizeHint().expandedTo({fontMetrics().horizontalAdvance(m_widest), 0});
}

} // namespace inspector
