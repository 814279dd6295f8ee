// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace inspector {

/// A state in a few numbers, to tell snapshots apart.
struct StateDigest
{
    /// In the order of their ranks (attitudeRank).
    static constexpr std::array<std::string_view, 5> attitudes{
        "hostile", "unfriendly", "neutral", "friendly", "allied"};

    std::array<std::size_t, attitudes.size()> withAttitude{}; ///< factions, by rank
    double cascades = 0;                                      ///< that reached any faction
    std::size_t completedSteps = 0;                           ///< of the tutorial
    double totalSteps = 0;
    bool isTutorialCompleted = false;
    bool isTutorialSkipped = false;

    [[nodiscard]] static StateDigest of(const WorldState &state);

    friend bool operator==(const StateDigest &, const StateDigest &) = default;
};

} // namespace inspector
