// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/SteadyLabel.h"

#include <QEvent>

#include <algorithm>

namespace inspector {

SteadyLabel::SteadyLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("fitsItself", true);
}

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
    const QMargins margins = contentsMargins();
    setFixedSize(std::max(widthOf(text()), widthOf(m_widest)) + margins.left() + margins.right(),
        fontMetrics().height() + margins.top() + margins.bottom());
}

int SteadyLabel::widthOf(const QString &text) const
{
    return fontMetrics().size(Qt::TextSingleLine, text).width();
}

void SteadyLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace inspector
