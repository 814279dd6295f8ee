// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QLabel;
class QToolButton;
class QWidget;

namespace inspector {

/// The line above a view: what it shows, in words, and the buttons that change how. Takes both into it.
[[nodiscard]] QWidget *makeViewBar(
    QLabel &explanation, const std::vector<QToolButton *> &toggles, QWidget *parent);

} // namespace inspector
