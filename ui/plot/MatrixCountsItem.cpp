// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/MatrixCountsItem.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <algorithm>
#include <cmath>

namespace inspector {

MatrixCountsItem::MatrixCountsItem(QCustomPlot &plot)
    : QCPAbstractItem(&plot)
{
    setSelectable(false);
    setClipToAxisRect(false); // the lines at its edge
}

double MatrixCountsItem::share(double value, double greatest)
{
    return value <= 0 ? 0 : std::log1p(value) / std::log1p(std::max(greatest, 1.0));
}

QColor MatrixCountsItem::shade(const Theme &theme, double share)
{
    constexpr double strongest = 0.55; // the text of the window is read on it, in both themes
    return theme.tint(theme.accent, share * strongest);
}

QRect MatrixCountsItem::cellRect(qsizetype row, qsizetype column) const
{
    const QCPAxis *x = parentPlot()->xAxis;
    const QCPAxis *y = parentPlot()->yAxis;
    const QPoint topLeft(qRound(x->coordToPixel(static_cast<double>(column) - 0.5)),
        qRound(y->coordToPixel(static_cast<double>(row) - 0.5)));
    const QPoint bottomRight(qRound(x->coordToPixel(static_cast<double>(column) + 0.5)),
        qRound(y->coordToPixel(static_cast<double>(row) + 0.5)));
    return {topLeft, bottomRight};
}

double MatrixCountsItem::selectTest(
    const QPointF & /*pos*/, bool /*onlySelectable*/, QVariant * /*details*/) const
{
    return -1;
}

void MatrixCountsItem::draw(QCPPainter *painter)
{
    if (m_content == nullptr || m_theme == nullptr || m_content->values.empty())
        return;
    const double greatest = *std::max_element(m_content->values.begin(), m_content->values.end());
    painter->setFont(typography::fixed());
    const QFontMetrics metrics(typography::fixed());
    for (qsizetype row = 0; row < m_content->rows.size(); ++row) {
        for (qsizetype column = 0; column < m_content->columns.size(); ++column) {
            const QRect cell = cellRect(row, column);
            painter->setPen(m_theme->line);
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(cell);
            const double value = m_content->at(row, column);
            const QString text = words::count(static_cast<std::uint64_t>(value));
            if (value <= 0 || metrics.horizontalAdvance(text) > cell.width() ||
                metrics.height() > cell.height())
                continue; // the table has it
            painter->setPen(m_theme->readable(m_theme->text, shade(*m_theme, share(value, greatest))));
            painter->drawText(cell, Qt::AlignCenter, text);
        }
    }
    if (m_hovered) {
        painter->setPen(m_theme->accent);
        painter->drawRect(cellRect(m_hovered->y(), m_hovered->x()));
    }
}

} // namespace inspector
