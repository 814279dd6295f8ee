// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/AttitudeRule.h"
#include "core/state/WorldState.h"

#include <array>
#include <cstddef>

namespace inspector {

/// A state in a few numbers, to tell snapshots apart.
struct StateDigest
{
    std::array<std::size_t, attitudeNames.size()> withAttitude{}; ///< factions, in the order of these
    double cascades = 0;                                          ///< that reached any faction
    std::size_t completedSteps = 0;                               ///< of the tutorial
    double totalSteps = 0;
    bool isTutorialCompleted = false;
    bool isTutorialSkipped = false;

    [[nodiscard]] static StateDigest of(const WorldState &state);

    friend bool operator==(const StateDigest &, const StateDigest &) = default;
};

} // namespace inspector
