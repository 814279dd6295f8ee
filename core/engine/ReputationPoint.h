// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <cstdint>

namespace inspector {

/// What a faction's reputation was from a record on.
struct ReputationPoint
{
    std::uint64_t number = 0; ///< the record that set it
    TimeMs at = 0;            ///< of that record, ms since the epoch
    double fame = 0;
    double infamy = 0;
    bool isKnown = true;   ///< false from a reset on: no data yet
    bool wasStale = false; ///< the event's delta says that the value before it was another than the one known

    friend bool operator==(const ReputationPoint &, const ReputationPoint &) = default;
};

} // namespace inspector
