// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/state/WorldState.h"
#include "core/tutorial/TranscriptEntry.h"

#include <optional>
#include <vector>

namespace inspector {

/// What the inspector knows at one moment: the state, the transcript, and when this was asked (ms since the
/// epoch). Everything that is exported is made of it.
struct InspectorSummary
{
    TimeMs generatedAt = 0;
    std::optional<WorldState> state; ///< nothing where there is no store
    std::vector<TranscriptEntry> transcript;
};

/// A faction that cascades reached.
struct CascadeTarget
{
    std::string factionId;
    double cascadeCount = 0;
    std::optional<Shared<ReceivedCascade>> lastCascade;
    SharedList<std::string> sources;

    static constexpr auto fields()
    {
        return std::tuple(field("factionId", &CascadeTarget::factionId),
            field("cascadeCount", &CascadeTarget::cascadeCount),
            field("lastCascade", &CascadeTarget::lastCascade), field("sources", &CascadeTarget::sources));
    }
    friend bool operator==(const CascadeTarget &, const CascadeTarget &) = default;
};

/// The factions with at least one cascade, in key order.
[[nodiscard]] std::vector<CascadeTarget> selectCascadeTargets(const FactionState &state);

/// The summary as it is exported (docs/formats.md, "Summary"); of a summary without a state the same shape,
/// empty.
[[nodiscard]] JsonValue summaryJson(const InspectorSummary &summary);

} // namespace inspector
