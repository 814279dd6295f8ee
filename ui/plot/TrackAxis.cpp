// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/TrackAxis.h"

#include <algorithm>

namespace inspector {

TrackAxis::TrackAxis(Unit unit, const SessionIndex &index, const SessionCursor::Range &visible)
    : m_unit(unit)
    , m_begin(visible.begin)
    , m_end(visible.end)
    , m_firstNumber(index.firstNotBefore(visible.begin).value_or(index.size()))
    , m_lastNumber(index.lastNotAfter(visible.end).value_or(0))
{
    if (unit == Unit::Number) {
        m_begin = static_cast<double>(m_firstNumber);
        m_end = static_cast<double>(std::max(m_lastNumber, m_firstNumber + 1));
    }
}

} // namespace inspector
