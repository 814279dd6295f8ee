// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/EventDensity.h"
#include "core/engine/FactionTrack.h"
#include "core/engine/TutorialTrack.h"

namespace inspector {

/// Everything that is drawn along the time of a session. A value: a copy shares nearly everything.
struct SessionTracks
{
    /// A bookmark, or a stretch without recording.
    struct Landmark
    {
        std::uint64_t number = 0;
        TimeMs at = 0;
        double durationMs = 0; ///< of a gap
        std::string label;     ///< of a marker its label, of a gap its reason

        friend bool operator==(const Landmark &, const Landmark &) = default;
    };

    FactionTracks factions;
    TutorialTrack tutorial;
    EventDensity density;
    SharedList<Landmark> markers, gaps, snapshots;
    TimeMs firstTime = 0, lastTime = 0; ///< the least and the greatest of all records
};

} // namespace inspector
