// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "core/state/WorldState.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// A state in a few lines, for somebody who looks at a job's page: where each faction stands, and how far the
/// tutorial is.
struct StateSummary
{
    struct Faction
    {
        std::string name; ///< that of the catalogue, or the id
        double fame = 0;
        double infamy = 0;
        std::string attitude;
        double cascades = 0;
        std::optional<std::string> lastCascadeFrom; ///< name of the faction that the last one came from

        friend bool operator==(const Faction &, const Faction &) = default;
    };
    struct Step
    {
        std::string id;
        double durationMs = 0;

        friend bool operator==(const Step &, const Step &) = default;
    };

    std::vector<Faction> factions; ///< in key order
    TutorialProgress tutorial;
    std::optional<std::string> currentPrompt; ///< its title
    std::optional<Step> slowestStep;          ///< the first of those that took longest

    friend bool operator==(const StateSummary &, const StateSummary &) = default;
};

[[nodiscard]] StateSummary summarise(const WorldState &state, const FactionCatalogue &catalogue);

} // namespace inspector
