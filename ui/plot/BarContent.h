// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <vector>

namespace inspector {

/// What a BarPlot shows: durations, one a row from top to bottom.
struct BarContent
{
    struct Row
    {
        QString name;   ///< at the left
        double ms = 0;  ///< how long its bar is; no bar for nothing
        QString length; ///< at the right, in words
        QColor color;
        bool isOutlined = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    std::vector<Row> rows;

    friend bool operator==(const BarContent &, const BarContent &) = default;
};

} // namespace inspector
