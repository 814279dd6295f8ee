// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/DrawnTracks.h"

#include "core/base/Clock.h"

#include <algorithm>
#include <utility>

namespace inspector {

DrawnTracks::DrawnTracks(const Clock &clock, std::function<void()> redraw)
    : m_clock(clock)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, std::move(redraw));
}

void DrawnTracks::show(const What &what, std::int64_t leastMs, const std::function<void()> &draw)
{
    constexpr std::int64_t share = 8; // drawing takes one part of the time in so many
    constexpr std::int64_t nsPerMs = 1'000'000;
    if (what == m_what)
        return;
    const std::int64_t now = m_clock.monotonicNs();
    // Whoever moves the axis, or resizes the window, waits for it. An axis that ends later may just have
    // grown.
    const bool hasOnlyGrown = what.session == m_what.session && what.tracks != m_what.tracks &&
                              what.axis.unit() == m_what.axis.unit() &&
                              what.axis.begin() == m_what.axis.begin() &&
                              what.axis.end() >= m_what.axis.end() && what.width == m_what.width &&
                              what.theme == m_what.theme && what.beside == m_what.beside;
    const std::int64_t due = m_drawnAt + std::max(share * m_cost, leastMs * nsPerMs);
    if (hasOnlyGrown && m_what.tracks && now < due) {
        if (!m_later.isActive())
            m_later.start(static_cast<int>((due - now) / nsPerMs) + 1);
        return;
    }
    m_later.stop();
    m_what = what;
    draw();
    m_drawnAt = m_clock.monotonicNs();
    m_cost = m_drawnAt - now;
}

} // namespace inspector
