// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/LaneGaps.h"

#include <algorithm>

namespace inspector {

std::vector<LaneContent::Gap> laneGaps(
    const SharedList<SessionTracks::Landmark> &gaps, const TrackAxis &axis, double perUnit)
{
    std::vector<LaneContent::Gap> visible;
    const std::size_t first = axis.firstNumber() == 0 ? 0 : countUpTo(gaps, axis.firstNumber() - 1);
    for (std::size_t i = first; i < gaps.size(); ++i) {
        const SessionTracks::Landmark &gap = gaps[i];
        const double end = axis.position(gap.number, gap.at);
        const double begin = axis.unit() == TrackAxis::Unit::Time ? end - gap.durationMs : end;
        const bool isInView = begin <= axis.end() && end >= axis.begin();
        const bool isSeen = visible.empty() || (end - visible.back().end) * perUnit >= 1;
        if (isInView && isSeen)
            visible.push_back({std::max(begin, axis.begin()), std::min(end, axis.end())});
        if (gap.number > axis.lastNumber())
            break; // this one may have begun in view; the next one began behind it
    }
    return visible;
}

} // namespace inspector
