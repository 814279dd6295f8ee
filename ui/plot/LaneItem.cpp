// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LaneItem.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"

#include <algorithm>

namespace inspector {

namespace {

QPolygonF triangle(double x, double foot, double size, bool isUp)
{
    const double top = foot - size;
    return isUp ? QPolygonF({{x, top}, {x + size / 2, foot}, {x - size / 2, foot}})
                : QPolygonF({{x, foot}, {x + size / 2, top}, {x - size / 2, top}});
}

/// Of the narrow strip, with the gap above it; pixels.
int thinHeight()
{
    return typography::unit() / 2 + 1;
}

} // namespace

LaneItem::LaneItem(QCustomPlot &plot, QCPAxisRect &lane)
    : QCPAbstractItem(&plot)
    , m_lane(lane)
{
    setClipToAxisRect(false);
    setLayer(QStringLiteral("grid"));
}

int LaneItem::stripHeight()
{
    return typography::unit() + QFontMetrics(typography::table()).height() + typography::unit() / 2;
}

QRect LaneItem::clipRect() const
{
    return parentPlot()->viewport();
}

void LaneItem::draw(QCPPainter *painter)
{
    if (m_content == nullptr || m_theme == nullptr)
        return;
    painter->save();
    painter->setClipRect(m_lane.rect());
    drawSpans(*painter);
    drawThinSpans(*painter);
    drawGaps(*painter);
    drawMarks(*painter);
    painter->restore();
}

void LaneItem::drawSpans(QCPPainter &painter) const
{
    const int unit = typography::unit();
    const QRect rect = m_lane.rect();
    const QCPAxis *axis = m_lane.axis(QCPAxis::atBottom);
    const QFontMetrics metrics(typography::table());
    painter.setFont(typography::table());
    const int least = metrics.horizontalAdvance(QStringLiteral("mmm"));
    const int thin = m_content->thinSpans.empty() ? 0 : thinHeight(); // the strip between
    const int narrow = metrics.horizontalAdvance(QLatin1Char('i'));   // measuring texts takes longest of all
    double drawnUpTo = rect.left() - 1.0;
    for (const LaneContent::Span &span : m_content->spans) {
        if (span.end < axis->range().lower || span.begin > axis->range().upper)
            continue;
        const double begin = std::max<double>(axis->coordToPixel(span.begin), rect.left());
        const double end = std::min<double>(axis->coordToPixel(span.end), rect.right() + 1.0);
        if (end <= drawnUpTo + 0.5)
            continue; // narrower than a pixel, beside another
        drawnUpTo = end;
        const QRect ground(
            qRound(begin), rect.top(), std::max(1, qRound(end) - qRound(begin)), rect.height());
        const QColor tint = m_theme->spanTint(span.color);
        painter.fillRect(ground, tint);
        painter.fillRect(QRect(ground.left(), ground.top(), ground.width(), unit), span.color);
        if (span.isOutlined) {
            painter.setPen(m_theme->accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(ground.adjusted(0, 0, -1, -1));
        }
        const int room = ground.width() - 3 * unit;
        if (room < narrow || (room < least && room < metrics.horizontalAdvance(span.label)))
            continue;
        painter.setPen(m_theme->readable(span.color, tint));
        painter.drawText(
            QRect(ground.left() + unit * 3 / 2, ground.top() + unit + thin, room, metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(span.label, Qt::ElideRight, room));
    }
}

/// A gap of a pixel below the other strip, so that each is seen for itself.
void LaneItem::drawThinSpans(QCPPainter &painter) const
{
    const int unit = typography::unit();
    const QRect rect = m_lane.rect();
    const QCPAxis *axis = m_lane.axis(QCPAxis::atBottom);
    for (const LaneContent::Span &span : m_content->thinSpans) {
        if (span.end < axis->range().lower || span.begin > axis->range().upper)
            continue; // its pixels may be no numbers
        const int begin = qRound(std::max<double>(axis->coordToPixel(span.begin), rect.left()));
        const int end = qRound(std::min<double>(axis->coordToPixel(span.end), rect.right() + 1.0));
        painter.fillRect(
            QRect(begin, rect.top() + unit + 1, std::max(1, end - begin), thinHeight() - 1), span.color);
    }
}

/// Below the strip, whose names stay readable.
void LaneItem::drawGaps(QCPPainter &painter) const
{
    constexpr double narrowest = 3; // pixels
    const QRectF rect = m_lane.rect();
    const QCPAxis *axis = m_lane.axis(QCPAxis::atBottom);
    const double top = rect.top() + stripHeight();
    for (const LaneContent::Gap &gap : m_content->gaps) {
        const double end = std::min(axis->coordToPixel(gap.end), rect.right());
        const double begin = std::max(rect.left(), std::min(axis->coordToPixel(gap.begin), end - narrowest));
        if (begin < end)
            painter.fillRect(QRectF(begin, top, end - begin, rect.bottom() - top),
                QBrush(m_theme->secondary, Qt::BDiagPattern));
    }
}

void LaneItem::drawMarks(QCPPainter &painter) const
{
    const double size = 2.0 * typography::unit();
    const QRect rect = m_lane.rect();
    const QCPAxis *axis = m_lane.axis(QCPAxis::atBottom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_content->color);
    painter.setAntialiasing(true);
    double last = -size;
    for (const LaneContent::Mark &mark : m_content->marks) {
        const double x = axis->coordToPixel(mark.x);
        if (x < rect.left() - size || x > rect.right() + size || x - last < 1)
            continue;
        last = x;
        painter.drawPolygon(triangle(x, rect.bottom() - 1.0, size, mark.isUp));
    }
    painter.setAntialiasing(false);
}

} // namespace inspector
