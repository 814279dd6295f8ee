// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inspector {

/// What stands in a view that has nothing to show: what would fill it.
class EmptyHint final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyHint)

public:
    enum class Place
    {
        View, ///< in the middle of a large view
        List, ///< at the top of a list at the side
    };

    EmptyHint(Place place, const QString &text, QWidget *parent);
};

} // namespace inspector
