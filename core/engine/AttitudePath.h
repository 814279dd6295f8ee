// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/FactionTrack.h"
#include "core/factions/FactionCatalogue.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inspector {

/// A faction's way through fame and infamy.
struct AttitudePath
{
    struct Point
    {
        std::uint64_t number = 0; ///< the record that told it
        TimeMs at = 0;
        double fame = 0;
        double infamy = 0;
        std::string_view attitude; ///< what the rule gives there; of static storage
        bool isFlip = false;       ///< whether the rule gives another than at the point before

        friend bool operator==(const Point &, const Point &) = default;
    };

    std::vector<Point> points; ///< in the order of the records
    std::size_t left = 0;      ///< how many earlier ones there are

    friend bool operator==(const AttitudePath &, const AttitudePath &) = default;
};

/// The newest `most` values that events told of `faction`, at or before record #`last`. A reset begins a new
/// path.
[[nodiscard]] AttitudePath attitudePath(
    const FactionTrack &track, const Faction &faction, std::uint64_t last, std::size_t most);

/// The rule of a faction over the plane: the ranks (attitudeRank) of `side` times `side` values, evenly from
/// `least` to `greatest`, fame by fame within each infamy.
[[nodiscard]] std::vector<int> attitudePlane(const Faction &faction, double least, double greatest, int side);

} // namespace inspector
