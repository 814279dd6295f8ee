// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionPlayer.h"

#include <algorithm>

namespace inspector {

void SessionPlayer::start(const SessionIndex &index, std::uint64_t number)
{
    m_number = std::min(number, index.size());
    if (index.size() > 0)
        m_time = index.timeOf(std::max<std::uint64_t>(m_number, 1));
}

void SessionPlayer::setSpeed(double speed)
{
    m_speed = std::clamp(speed, slowest, fastest);
}

std::uint64_t SessionPlayer::advance(const SessionIndex &index, double elapsedMs)
{
    m_time += elapsedMs * m_speed;
    while (m_number < index.size()) {
        const TimeMs next = index.timeOf(m_number + 1);
        const TimeMs here = m_number == 0 ? next : index.timeOf(m_number);
        if (m_jumpsOverIdle && next - here > idleMs && next > m_time)
            m_time = next;
        if (next > m_time)
            break;
        ++m_number;
        if (next < here)
            m_time = next;
    }
    return m_number;
}

} // namespace inspector
