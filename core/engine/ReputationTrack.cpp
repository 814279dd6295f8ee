// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ReputationTrack.h"

namespace inspector {

void ReputationTrack::push_back(const ReputationPoint &point, ColdFile *cold)
{
    m_points.push_back(point, cold);
    if (m_points.size() % leastSpan == 0)
        summarise(cold);
}

std::size_t ReputationTrack::knownFrom(std::size_t end) const
{
    while (end > 0) {
        const std::size_t run = knownRun(end);
        if (run == 0)
            break;
        end -= run;
    }
    return end;
}

std::size_t ReputationTrack::knownRun(std::size_t end) const
{
    std::size_t run = m_points[end - 1].isKnown ? 1 : 0;
    std::size_t span = leastSpan;
    for (const LongList<ReputationSummary> &level : m_levels) {
        if (end % span != 0 || !level[end / span - 1].isKnown)
            break;
        run = span;
        span *= fan;
    }
    return run;
}

void ReputationTrack::summarise(ColdFile *cold)
{
    ReputationSummary summary = ReputationSummary::of(m_points[m_points.size() - leastSpan]);
    for (std::size_t i = m_points.size() - leastSpan + 1; i < m_points.size(); ++i)
        summary.add(ReputationSummary::of(m_points[i]));
    m_levels.front().push_back(summary, cold);
    for (std::size_t level = 1; level < levels && m_levels[level - 1].size() % fan == 0; ++level) {
        const LongList<ReputationSummary> &below = m_levels[level - 1];
        ReputationSummary joined = below[below.size() - fan];
        for (std::size_t i = below.size() - fan + 1; i < below.size(); ++i)
            joined.add(below[i]);
        m_levels[level].push_back(joined, cold);
    }
}

} // namespace inspector
