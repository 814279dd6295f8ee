// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/KeyOrderedMap.h"
#include "core/base/SharedList.h"

#include <cstdint>
#include <string>

namespace inspector {

/// What became of one faction in the course of a session, as steps: the value at a record is that of the last
/// point at or before it. Every list is in the order of the records. A value; a copy shares everything.
struct FactionTrack
{
    struct Reputation
    {
        std::uint64_t number = 0; ///< the record that set it
        TimeMs at = 0;            ///< of that record, ms since the epoch
        double fame = 0;
        double infamy = 0;
        bool isKnown = true; ///< false from a reset on: no data yet
        bool wasStale =
            false; ///< the event's delta says that the value before it was another than the one known

        friend bool operator==(const Reputation &, const Reputation &) = default;
    };

    struct Attitude
    {
        std::uint64_t number = 0;
        TimeMs at = 0;
        std::string attitude; ///< empty from a reset on: no data yet

        friend bool operator==(const Attitude &, const Attitude &) = default;
    };

    /// A cascade that reached the faction.
    struct Cascade
    {
        std::uint64_t number = 0;
        TimeMs at = 0;
        std::string source;  ///< id of the faction that it came from; empty where the event does not say
        bool isRise = false; ///< whether the new attitude is friendlier than the old one
        bool isFlip = false; ///< whether it is another than the old one

        friend bool operator==(const Cascade &, const Cascade &) = default;
    };

    SharedList<Reputation> reputation;
    SharedList<Reputation>
        modelled; ///< what the game's rules make of it between two events; not in the state
    SharedList<Attitude> attitudes;
    SharedList<Cascade> cascades;

    friend bool operator==(const FactionTrack &, const FactionTrack &) = default;
};

/// The tracks by faction id.
using FactionTracks = KeyOrderedMap<FactionTrack>;

} // namespace inspector
