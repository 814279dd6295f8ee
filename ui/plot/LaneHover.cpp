// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LaneHover.h"

#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/plot/LanePlot.h"
#include "ui/plot/TimeRuler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace inspector {

LaneHover::LaneHover(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&m_parts.plot, &LanePlot::hovered, this, &LaneHover::tell);
    connect(&m_parts.cursor, &SessionCursor::hoverChanged, this, &LaneHover::show);
}

void LaneHover::tell(double x)
{
    const InspectorFrame &frame = m_parts.source.frame();
    if (std::isnan(x) || frame.size() == 0)
        return m_parts.cursor.hoverAt({});
    if (m_unit == TrackAxis::Unit::Time)
        return m_parts.cursor.hoverAt(x);
    const double number = std::clamp(std::round(x), 1.0, static_cast<double>(frame.size()));
    m_parts.cursor.hoverAt(frame.timeline->index().timeOf(static_cast<std::uint64_t>(number)));
}

void LaneHover::show()
{
    if (!m_parts.plot.isVisible())
        return;
    const InspectorFrame &frame = m_parts.source.frame();
    std::optional<double> x = m_parts.cursor.hovered();
    if (x && m_unit == TrackAxis::Unit::Number) {
        const auto number = frame.timeline ? frame.timeline->index().lastNotAfter(*x) : std::nullopt;
        x = number ? std::optional(static_cast<double>(*number)) : std::nullopt;
    }
    m_parts.plot.setHover(x);
    m_parts.ruler.setHover(x.value_or(std::numeric_limits<double>::quiet_NaN()));
}

} // namespace inspector
