// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/OverviewBar.h"

#include "core/plot/RulerStep.h"
#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/overview/AccessibleOverview.h"
#include "ui/plot/TimeRuler.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

bool movesVisible(const QMouseEvent &event)
{
    return event.buttons().testFlag(Qt::MiddleButton) ||
           (event.buttons().testFlag(Qt::LeftButton) && event.modifiers().testFlag(Qt::ShiftModifier));
}

QPolygonF diamond(double x)
{
    const double unit = typography::unit();
    const double y = 2 * unit;
    return QPolygonF({{x, y - unit}, {x + unit, y}, {x, y + unit}, {x - unit, y}});
}

} // namespace

OverviewBar::OverviewBar(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_theme(parts.theme)
    , m_markers(parts.markers)
{
    AccessibleOverview::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Overview of the session"));
    setAccessibleDescription(tr("Density of events over time; arrow keys move the cursor"));
    setToolTip(
        tr("Click or drag to move through time; the wheel zooms the views, dragging with Shift moves them"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_source, &FrameSource::frameChanged, this, qOverload<>(&QWidget::update));
    connect(&m_cursor, &SessionCursor::moved, this, qOverload<>(&QWidget::update));
    connect(&m_cursor, &SessionCursor::visibleChanged, this, qOverload<>(&QWidget::update));
    connect(&m_cursor, &SessionCursor::hoverChanged, this, qOverload<>(&QWidget::update));
    connect(&m_markers, &MarkerList::changed, this, qOverload<>(&QWidget::update));
    connect(&m_theme, &ThemeController::changed, this, qOverload<>(&QWidget::update));
    connect(&m_cursor, &SessionCursor::moved, this, [this] {
        if (!QAccessible::isActive())
            return;
        QAccessibleValueChangeEvent event(this, static_cast<qulonglong>(m_cursor.number()));
        QAccessible::updateAccessibility(&event);
    });
}

QAccessibleInterface *OverviewBar::makeAccessible()
{
    return new AccessibleOverview(*this, m_source, m_cursor);
}

QSize OverviewBar::sizeHint() const
{
    return {0, 13 * typography::unit() + QFontMetrics(typography::fixed()).height()};
}

QRect OverviewBar::plot() const
{
    const int unit = typography::unit();
    return rect().adjusted(4 * unit, 3 * unit, -4 * unit, -QFontMetrics(typography::fixed()).height() - unit);
}

double OverviewBar::span() const
{
    const SessionTracks &tracks = *m_source.frame().tracks;
    return std::max(1.0, tracks.lastTime - tracks.firstTime);
}

double OverviewBar::xOf(TimeMs time) const
{
    const QRect area = plot();
    return area.left() + (time - m_source.frame().tracks->firstTime) / span() * area.width();
}

TimeMs OverviewBar::timeAt(double x) const
{
    const QRect area = plot();
    const double share = std::clamp((x - area.left()) / std::max(1, area.width()), 0.0, 1.0);
    return m_source.frame().tracks->firstTime + share * span();
}

void OverviewBar::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_theme.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    const InspectorFrame &frame = m_source.frame();
    if (frame.size() == 0) {
        painter.setFont(typography::table());
        painter.setPen(theme.secondary);
        painter.drawText(rect(), Qt::AlignCenter, tr("The whole session is shown here once one is open"));
        return;
    }
    paintVisible(painter);
    drawStill();
    painter.drawPixmap(0, 0, m_still);
    paintOwnMarkers(painter);
    paintHover(painter);
    const std::uint64_t number = m_cursor.number();
    const bool isAtRecord = number > 0 && number <= frame.size();
    const TimeMs at = isAtRecord ? frame.timeline->index().timeOf(number) : frame.tracks->firstTime;
    const int x = qRound(xOf(at));
    painter.fillRect(QRect(x, 1, 1, plot().bottom()), theme.accent);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    const double unit = typography::unit();
    painter.drawPolygon(QPolygonF({{x - unit, 1}, {x + unit + 1, 1}, {x + 0.5, 1 + 1.5 * unit}}));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

/// All that stays as it is while somebody scrubs, so that a frame does not count the session's events again.
void OverviewBar::drawStill()
{
    const auto &tracks = m_source.frame().tracks;
    const QSize wanted = size() * devicePixelRatioF();
    if (m_stillTracks == tracks && m_stillTheme == &m_theme.theme() && m_still.size() == wanted)
        return;
    m_stillTracks = tracks;
    m_stillTheme = &m_theme.theme();
    m_still = QPixmap(wanted);
    m_still.setDevicePixelRatio(devicePixelRatioF());
    m_still.fill(Qt::transparent);
    QPainter painter(&m_still);
    paintDensity(painter);
    paintLandmarks(painter);
    paintMarkers(painter);
    paintTimes(painter);
}

void OverviewBar::paintVisible(QPainter &painter) const
{
    const SessionCursor::Range &visible = m_cursor.visible();
    const QRect area = plot();
    const double left = std::clamp<double>(xOf(visible.begin), area.left(), area.right());
    const double right = std::clamp<double>(xOf(visible.end), area.left(), area.right() + 1.0);
    if (right - left >= area.width() - 1)
        return; // everything: a ground under all of it would say nothing
    painter.fillRect(
        QRectF(left, area.top(), std::max(2.0, right - left), area.height()), m_theme.theme().selection);
}

void OverviewBar::paintDensity(QPainter &painter) const
{
    const Theme &theme = m_theme.theme();
    const QRect area = plot();
    const EventDensity &density = m_source.frame().tracks->density;
    const int pitch = std::max(3, typography::unit() - 1); // a bar and the space beside it
    const int bars = std::max(1, area.width() / pitch);
    std::vector<EventDensity::Bucket> columns(static_cast<std::size_t>(bars));
    for (std::size_t i = 0; i < density.buckets().size(); ++i) {
        const double at = density.start() + (static_cast<double>(i) + 0.5) * density.width();
        const double share = (at - m_source.frame().tracks->firstTime) / span();
        const int bar = std::clamp(static_cast<int>(share * bars), 0, bars - 1);
        columns[static_cast<std::size_t>(bar)].all += density.buckets()[i].all;
        columns[static_cast<std::size_t>(bar)].changing += density.buckets()[i].changing;
    }
    std::uint32_t most = 1;
    for (const EventDensity::Bucket &column : columns)
        most = std::max(most, column.all);
    // The root, so that a burst does not flatten everything else.
    const auto heightOf = [&](std::uint32_t count) {
        return count == 0 ? 0
                          : std::max(1, qRound(std::sqrt(static_cast<double>(count) / most) * area.height()));
    };
    const QColor quiet = theme.mutedLine(); // what is visible has a ground of its own
    for (int i = 0; i < bars; ++i) {
        const EventDensity::Bucket &column = columns[static_cast<std::size_t>(i)];
        const int x = area.left() + i * pitch;
        const int all = heightOf(column.all);
        const int changing = std::min(all, heightOf(column.changing));
        painter.fillRect(QRect(x, area.bottom() + 1 - all, pitch - 1, all), quiet);
        painter.fillRect(QRect(x, area.bottom() + 1 - changing, pitch - 1, changing), theme.accent);
    }
}

void OverviewBar::paintLandmarks(QPainter &painter) const
{
    const Theme &theme = m_theme.theme();
    const QRect area = plot();
    const SessionTracks &tracks = *m_source.frame().tracks;
    double last = area.left() - 1.0; // what is hatched already
    for (const SessionTracks::Landmark &gap : tracks.gaps) {
        const double end = xOf(gap.at);
        if (std::abs(end - last) < 1) // the clock may go back
            continue;
        last = end;
        const double begin = std::max<double>(area.left(), std::min(xOf(gap.at - gap.durationMs), end - 3));
        painter.fillRect(
            QRectF(begin, area.top(), end - begin, area.height()), QBrush(theme.secondary, Qt::BDiagPattern));
    }
}

void OverviewBar::paintMarkers(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.theme().unfriendly, 1));
    painter.setBrush(m_theme.theme().unfriendly);
    double last = -1;
    for (const SessionTracks::Landmark &marker : m_source.frame().tracks->markers) {
        const double x = xOf(marker.at);
        if (std::abs(x - last) < 1)
            continue;
        last = x;
        painter.drawPolygon(diamond(x));
    }
    painter.restore();
}

// In outline: they are not saved yet.
void OverviewBar::paintOwnMarkers(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.theme().unfriendly, 1));
    painter.setBrush(Qt::NoBrush);
    for (const UserMarker &marker : m_markers.markers())
        painter.drawPolygon(diamond(xOf(marker.at)));
    painter.restore();
}

void OverviewBar::paintTimes(QPainter &painter) const
{
    const QRect area = plot();
    painter.setFont(typography::fixed());
    painter.setPen(m_theme.theme().secondary);
    const QFontMetrics metrics(painter.font());
    const int labelWidth = metrics.horizontalAdvance(QStringLiteral("00:00:00.000"));
    const double step = rulerStep(1.6 * labelWidth / area.width() * span(), true);
    for (int i = 0; i * step <= span(); ++i) {
        const double at = i * step;
        const double x = xOf(m_source.frame().tracks->firstTime + at);
        if (x + labelWidth > width())
            break;
        painter.drawText(QRectF(x, area.bottom() + 1, labelWidth, height() - area.bottom() - 1),
            Qt::AlignLeft | Qt::AlignVCenter, rulerLabel(at, step, true));
    }
}

void OverviewBar::paintHover(QPainter &painter) const
{
    if (!m_cursor.hovered())
        return;
    const QRect area = plot();
    const double at = xOf(m_cursor.hovered()->at);
    if (at < area.left() || at > area.right() + 1)
        return; // lanes that are zoomed out show more than the session
    const int x = qRound(at);
    painter.setPen(QPen(m_theme.theme().secondary, 1, Qt::DotLine));
    painter.drawLine(x, area.top(), x, area.bottom());
}

void OverviewBar::mousePressEvent(QMouseEvent *event)
{
    if (m_source.frame().size() == 0)
        return;
    if (movesVisible(*event))
        showAround(event->position().x());
    else if (event->button() == Qt::LeftButton)
        m_cursor.goToTime(timeAt(event->position().x()));
}

void OverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_source.frame().size() == 0)
        return;
    m_cursor.hoverTime(timeAt(event->position().x()));
    if (movesVisible(*event))
        showAround(event->position().x());
    else if (event->buttons().testFlag(Qt::LeftButton))
        scrubTo(event->position().x());
}

void OverviewBar::scrubTo(double x)
{
    const auto number = m_source.frame().timeline->index().lastNotAfter(timeAt(x));
    m_cursor.goTo(number.value_or(0), false);
}

void OverviewBar::showAround(double x)
{
    const SessionCursor::Range &visible = m_cursor.visible();
    const double half = (visible.end - visible.begin) / 2;
    m_cursor.setVisible({timeAt(x) - half, timeAt(x) + half});
}

void OverviewBar::leaveEvent(QEvent *event)
{
    m_cursor.hoverNothing();
    QWidget::leaveEvent(event);
}

void OverviewBar::wheelEvent(QWheelEvent *event)
{
    constexpr double perNotch = 0.8;
    constexpr double notch = 120;
    const double factor = std::pow(perNotch, event->angleDelta().y() / notch);
    const SessionCursor::Range &visible = m_cursor.visible();
    const TimeMs fixed = timeAt(event->position().x());
    const double begin = fixed - (fixed - visible.begin) * factor;
    m_cursor.setVisible({begin, begin + (visible.end - visible.begin) * factor});
    event->accept();
}

} // namespace inspector
