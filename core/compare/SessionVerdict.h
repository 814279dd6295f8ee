// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/SessionAlignment.h"
#include "core/factions/FactionCatalogue.h"

#include <string>
#include <vector>

namespace inspector {

/// One thing in which two sessions differ, in a line.
struct VerdictRow
{
    enum class Kind
    {
        Step,       ///< how long a step of the tutorial took, or how it ended
        Flip,       ///< when a faction became of another attitude
        Reputation, ///< fame or infamy at the end
        Events,     ///< how often an event was
    };

    Kind kind = Kind::Step;
    std::string subject;                          ///< "Vanguard Prime turns friendly"
    std::string base, head;                       ///< what it is in each; empty where it is not
    std::string difference;                       ///< "2 events earlier", "+38 %"
    double effect = 0;                            ///< from 0, none, to 1: it is in one of them only
    std::uint64_t baseRecord = 0, headRecord = 0; ///< where; 0 where there is none

    friend bool operator==(const VerdictRow &, const VerdictRow &) = default;
};

/// "step"
[[nodiscard]] std::string_view nameOf(VerdictRow::Kind kind);

/// All of them, the greatest effect first (docs/compare.md, "Aligned").
[[nodiscard]] std::vector<VerdictRow> verdictOf(const SessionOutline &base, const SessionOutline &head,
    const SessionAlignment &alignment, const FactionCatalogue &catalogue);

} // namespace inspector
