// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/MatrixContent.h"

#include <qcustomplot.h>

#include <optional>

namespace inspector {

struct Theme;

/// The numbers in the cells of a matrix, and the outline of the cell under the mouse. One item for all: an
/// item for each would be laid out and clipped for each.
class MatrixCountsItem final : public QCPAbstractItem
{
    Q_DISABLE_COPY_MOVE(MatrixCountsItem)

public:
    explicit MatrixCountsItem(QCustomPlot &plot);

    /// Both have to stay where they are until there are others.
    void setContent(const MatrixContent *content) { m_content = content; }
    void setTheme(const Theme *theme) { m_theme = theme; }
    void setHovered(const std::optional<QPoint> &cell) { m_hovered = cell; } // x is the column
    [[nodiscard]] const std::optional<QPoint> &hovered() const { return m_hovered; }
    [[nodiscard]] QRect cellRect(qsizetype row, qsizetype column) const;

    double selectTest(const QPointF &pos, bool onlySelectable, QVariant *details) const override;

    /// How much of the strongest colour a cell has, from 0 to 1: by its logarithm, so that one large count
    /// leaves something to see of the others.
    [[nodiscard]] static double share(double value, double greatest);
    /// The colour of a cell with that share.
    [[nodiscard]] static QColor shade(const Theme &theme, double share);

protected:
    void draw(QCPPainter *painter) override;

private:
    const MatrixContent *m_content = nullptr;
    const Theme *m_theme = nullptr;
    std::optional<QPoint> m_hovered;
};

} // namespace inspector
