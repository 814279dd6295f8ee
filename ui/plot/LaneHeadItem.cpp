// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LaneHeadItem.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"

#include <algorithm>

namespace inspector {

LaneHeadItem::LaneHeadItem(QCustomPlot &plot, QCPAxisRect &lane, const QString &layer)
    : QCPAbstractItem(&plot)
    , m_lane(lane)
{
    setClipToAxisRect(false);
    setLayer(layer);
}

int LaneHeadItem::width()
{
    constexpr int nameLength = 23; // characters: as long as names of factions are, in any font
    const int name = nameLength * QFontMetrics(typography::strong()).averageCharWidth();
    const int values =
        QFontMetrics(typography::fixed()).horizontalAdvance(QStringLiteral("fame 64.1 inf 21.5"));
    return std::max(name, values) + 7 * typography::unit();
}

int LaneHeadItem::height()
{
    return QFontMetrics(typography::strong()).height() + QFontMetrics(typography::table()).height() +
           QFontMetrics(typography::fixed()).height() + 2 * typography::unit();
}

QRect LaneHeadItem::clipRect() const
{
    return parentPlot()->viewport();
}

LaneHeadItem::Type::Type()
    : strongFont(typography::strong())
    , tableFont(typography::table())
    , fixedFont(typography::fixed())
    , strong(strongFont)
    , table(tableFont)
    , fixed(fixedFont)
    , unit(typography::unit())
    , width(LaneHeadItem::width())
    , height(LaneHeadItem::height())
{}

void LaneHeadItem::setTheme(const Theme *theme)
{
    m_theme = theme;
    m_type.emplace();
}

void LaneHeadItem::draw(QCPPainter *qcpPainter)
{
    if (!m_type)
        return;
    QCPPainter &painter = *qcpPainter;
    const auto &[strongFont, tableFont, fixedFont, strong, table, fixed, unit, width, height] = *m_type;
    const QRect rect(0, m_lane.rect().top(), width, m_lane.rect().height());
    if (m_head.isChosen)
        painter.fillRect(rect.adjusted(0, 0, -2 * unit, 0), m_theme->selection);
    const int left = 4 * unit;
    const int room = width - left - 3 * unit;
    const bool isRoomy = rect.height() >= height;
    int y = rect.top() +
            std::max(0, (rect.height() - (isRoomy ? height : strong.height() + unit + table.height())) / 2);
    painter.setFont(typography::plain(strongFont, m_head.title));
    painter.setPen(m_theme->text);
    painter.drawText(QRect(left, y, room, strong.height()), Qt::AlignLeft | Qt::AlignVCenter,
        strong.elidedText(m_head.title, Qt::ElideRight, room));
    y += strong.height() + unit;
    if (!m_head.chip.isEmpty()) {
        const QString text = table.elidedText(m_head.chip, Qt::ElideRight, room - 4 * unit);
        const QRect chip(left, y, table.horizontalAdvance(text) + 4 * unit, table.height());
        painter.setAntialiasing(true);
        painter.setPen(Qt::NoPen);
        const QColor ground = m_theme->tint(m_head.chipColor, 0.18);
        painter.setBrush(ground);
        painter.drawRoundedRect(chip, unit * 0.75, unit * 0.75);
        painter.setAntialiasing(false);
        painter.setFont(typography::plain(tableFont, m_head.chip));
        painter.setPen(m_theme->readable(m_head.chipColor, ground));
        painter.drawText(chip, Qt::AlignCenter, text);
        y += chip.height() + unit;
    }
    if (!isRoomy)
        return;
    painter.setFont(typography::plain(fixedFont, m_head.detail));
    painter.setPen(m_theme->secondary);
    painter.drawText(QRect(left, y, room, fixed.height()), Qt::AlignLeft | Qt::AlignVCenter,
        fixed.elidedText(m_head.detail, Qt::ElideRight, room));
}

} // namespace inspector
