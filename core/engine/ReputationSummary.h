// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ReputationPoint.h"

#include <algorithm>

namespace inspector {

/// What points that follow each other come to, where they are too near each other to be told apart.
struct ReputationSummary
{
    ReputationPoint first, last;
    double leastFame = 0, greatestFame = 0;
    double leastInfamy = 0, greatestInfamy = 0;
    bool isKnown = true;   ///< of each of them
    bool hasStale = false; ///< any of them was
    bool isRising = true;  ///< the clock never goes back between them

    /// Of a single one.
    [[nodiscard]] static ReputationSummary of(const ReputationPoint &point)
    {
        return {point, point, point.fame, point.fame, point.infamy, point.infamy, point.isKnown,
            point.wasStale, true};
    }

    /// Takes what follows.
    void add(const ReputationSummary &next)
    {
        isRising = isRising && next.isRising && last.at <= next.first.at;
        last = next.last;
        leastFame = std::min(leastFame, next.leastFame);
        greatestFame = std::max(greatestFame, next.greatestFame);
        leastInfamy = std::min(leastInfamy, next.leastInfamy);
        greatestInfamy = std::max(greatestInfamy, next.greatestInfamy);
        isKnown = isKnown && next.isKnown;
        hasStale = hasStale || next.hasStale;
    }

    friend bool operator==(const ReputationSummary &, const ReputationSummary &) = default;
};

} // namespace inspector
