// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/KeyGroup.h"

#include <QFrame>

#include <vector>

class QScrollArea;

namespace inspector {

/// All keys at a glance. Closes by Escape, or once somebody looks elsewhere.
class KeySheet final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeySheet)

public:
    KeySheet(const std::vector<KeyGroup> &groups, QWidget &window);

    /// In the middle of the window.
    void popUp();

private:
    [[nodiscard]] QSize room(const QWidget &window) const;

    QScrollArea *m_area;
};

} // namespace inspector
