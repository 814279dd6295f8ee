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
    m_told = static_cast<std::uint64_t>(std::clamp(std::round(x), 1.0, static_cast<double>(frame.size())));
    m_parts.cursor.hoverAt(frame.timeline->index().timeOf(m_told));
    show(); // the record before may be of the same time
}

// Of records of one time the one under the mouse, and the last one where the mouse is over another view.
std::optional<double> LaneHover::numberAt(TimeMs time) const
{
    const InspectorFrame &frame = m_parts.source.frame();
    if (!frame.timeline)
        return std::nullopt;
    const SessionIndex &index = frame.timeline->index();
    if (m_told > 0 && m_told <= index.size() && index.timeOf(m_told) == time)
        return static_cast<double>(m_told);
    const auto number = index.lastNotAfter(time);
    return number ? std::optional(static_cast<double>(*number)) : std::nullopt;
}

void LaneHover::show()
{
    std::optional<double> x = m_parts.cursor.hovered();
    if (x && m_unit == TrackAxis::Unit::Number)
        x = numberAt(*x);
    m_parts.plot.setHover(x);
    m_parts.ruler.setHover(x.value_or(std::numeric_limits<double>::quiet_NaN()));
}

} // namespace inspector
