// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AttitudePath.h"

#include "core/engine/TrackLookup.h"

#include <algorithm>

namespace inspector {

AttitudePath attitudePath(
    const FactionTrack &track, const Faction &faction, std::uint64_t last, std::size_t most)
{
    const std::size_t end = countUpTo(track.reputation, last);
    std::size_t begin = end; // of what was told since the last reset, as far back as it is wanted
    while (begin > 0 && end - begin < most && track.reputation[begin - 1].isKnown)
        --begin;
    AttitudePath path;
    const bool isCut = begin > 0 && end - begin == most && track.reputation[begin - 1].isKnown;
    if (isCut)
        path.left = begin - track.reputation.knownFrom(begin);
    for (std::size_t i = begin; i < end; ++i) {
        const FactionTrack::Reputation &value = track.reputation[i];
        AttitudePath::Point point{
            value.number, value.at, value.fame, value.infamy, attitudeOf(faction, value.fame, value.infamy)};
        if (i > 0 && track.reputation[i - 1].isKnown) {
            const FactionTrack::Reputation &before = track.reputation[i - 1];
            point.isFlip = attitudeOf(faction, before.fame, before.infamy) != point.attitude;
        }
        path.points.push_back(point);
    }
    return path;
}

std::vector<int> attitudePlane(const Faction &faction, double least, double greatest, int side)
{
    std::vector<int> ranks;
    ranks.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const auto value = [&](int i) { return least + (greatest - least) * i / std::max(side - 1, 1); };
    for (int infamy = 0; infamy < side; ++infamy) {
        for (int fame = 0; fame < side; ++fame)
            ranks.push_back(attitudeRank(attitudeOf(faction, value(fame), value(infamy))));
    }
    return ranks;
}

} // namespace inspector
