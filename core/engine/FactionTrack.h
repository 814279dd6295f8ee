// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/KeyOrderedMap.h"
#include "core/base/LongList.h"
#include "core/base/TextPool.h"
#include "core/engine/ReputationTrack.h"

#include <cstdint>
#include <memory>

namespace inspector {

/// What became of one faction in the course of a session, as steps: the value at a record is that of the last
/// point at or before it. Every list is in the order of the records. A value; a copy shares everything.
struct FactionTrack
{
    using Reputation = ReputationPoint;

    struct Attitude
    {
        std::uint64_t number = 0;
        TimeMs at = 0;
        PooledText attitude; ///< empty from a reset on: no data yet

        friend bool operator==(const Attitude &, const Attitude &) = default;
    };

    /// A cascade that reached the faction.
    struct Cascade
    {
        std::uint64_t number = 0;
        TimeMs at = 0;
        PooledText source;   ///< id of the faction that it came from; empty where the event does not say
        bool isRise = false; ///< whether the new attitude is friendlier than the old one
        bool isFlip = false; ///< whether it is another than the old one

        friend bool operator==(const Cascade &, const Cascade &) = default;
    };

    ReputationTrack reputation;
    ReputationTrack modelled; ///< what the game's rules make of it between two events; not in the state
    LongList<Attitude> attitudes;
    LongList<Cascade> cascades;
    std::shared_ptr<const TextPool> texts{}; ///< what the points' texts stand in
};

/// The tracks by faction id.
using FactionTracks = KeyOrderedMap<FactionTrack>;

} // namespace inspector
