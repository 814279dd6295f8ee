// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace inspector {

/// Adds what can be done with the chosen rows of a list, table or tree: an entry of its menu, by a key that
/// holds while the list has the focus. What such a list offers is found in the window's menu *Edit* as well,
/// below the list's accessible name (WindowMenus). `work` is a slot of `context`, or callable.
template <class Context, class Work>
QAction *addListAction(
    QWidget &list, const QString &name, const QKeySequence &key, Context *context, Work work)
{
    QAction *action = list.addAction(name, key, context, work);
    action->setShortcutContext(Qt::WidgetShortcut);
    // The other keys that mean the same.
    if (key == QKeySequence(Qt::Key_Return))
        action->setShortcuts({key, QKeySequence(Qt::Key_Enter)});
    else if (key == QKeySequence(QKeySequence::Copy))
        action->setShortcuts(QKeySequence::Copy);
    return action;
}

} // namespace inspector
