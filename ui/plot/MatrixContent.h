// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace inspector {

/// What a MatrixPlot shows: a whole number for each pair of a row and a column.
struct MatrixContent
{
    QString rowTitle, columnTitle;
    QStringList rows, columns;  ///< names, rows from the top
    std::vector<double> values; ///< row by row

    [[nodiscard]] double at(qsizetype row, qsizetype column) const
    {
        return values[static_cast<std::size_t>(row * columns.size() + column)];
    }

    friend bool operator==(const MatrixContent &, const MatrixContent &) = default;
};

} // namespace inspector
