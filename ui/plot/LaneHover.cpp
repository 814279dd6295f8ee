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
    const auto size = static_cast<double>(m_parts.source.frame().size());
    if (std::isnan(x) || size < 1)
        m_parts.cursor.hoverNothing();
    else if (m_unit == TrackAxis::Unit::Time)
        m_parts.cursor.hoverTime(x);
    else
        m_parts.cursor.hoverRecord(static_cast<std::uint64_t>(std::clamp(std::round(x), 1.0, size)));
}

void LaneHover::show()
{
    std::optional<double> x;
    if (const std::optional<SessionCursor::Hover> &hover = m_parts.cursor.hovered())
        x = m_unit == TrackAxis::Unit::Time ? hover->at : static_cast<double>(hover->number);
    m_parts.plot.setHover(x);
    m_parts.ruler.setHover(x.value_or(std::numeric_limits<double>::quiet_NaN()));
}

} // namespace inspector
