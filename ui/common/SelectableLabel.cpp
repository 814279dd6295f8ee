// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SelectableLabel.h"

namespace inspector {

SelectableLabel::SelectableLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void SelectableLabel::enterEvent(QEnterEvent *event)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel::enterEvent(event);
}

void SelectableLabel::leaveEvent(QEvent *event)
{
    QLabel::leaveEvent(event);
    if (!hasSelectedText())                                  // which is to be copied
        setTextInteractionFlags(Qt::LinksAccessibleByMouse); // what labels have
}

} // namespace inspector
