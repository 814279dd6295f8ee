// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SelectableLabel.h"

#include <utility>

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
    const bool isForMenu = std::exchange(m_isMenuWanted, false);
    if (!isForMenu && !hasSelectedText())                    // which is to be copied
        setTextInteractionFlags(Qt::LinksAccessibleByMouse); // what labels have
}

/// The mouse leaves for the menu, of which the entries are those of the document.
void SelectableLabel::contextMenuEvent(QContextMenuEvent *event)
{
    m_isMenuWanted = true;
    QLabel::contextMenuEvent(event);
}

} // namespace inspector
