// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QAction;
class QKeySequence;
class QLabel;
class QString;
class QToolButton;
class QWidget;

namespace inspector {

/// What changes how a view shows things, or is done with what it shows: a button in its bar, and an entry in
/// the menu *View*. Its key is of use while the view, or anything in it, has the keys.
[[nodiscard]] QAction *makeViewAction(
    QWidget &view, const QString &text, const QString &toolTip, const QKeySequence &key);
/// One that is on or off.
[[nodiscard]] QAction *makeViewToggle(
    QWidget &view, const QString &text, const QString &toolTip, const QKeySequence &key);
[[nodiscard]] QToolButton *makeViewButton(QAction &action, QWidget &bar);

/// The line above a view: what it shows, in words, and its actions as buttons. Takes the words into it.
[[nodiscard]] QWidget *makeViewBar(
    QLabel &explanation, const std::vector<QAction *> &actions, QWidget *parent);

} // namespace inspector
