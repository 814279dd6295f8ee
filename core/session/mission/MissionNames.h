// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StrictJson.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace inspector {

/// The ids that a mission declares before its text may name them, so that a misspelt one is an error.
struct MissionNames
{
    std::vector<std::string> factions, walks, steps, traffic;

    /// Factions named since this was last emptied: what a beat needs of the catalogue.
    std::vector<std::string> usedFactions;

    /// The faction's id, remembered as used.
    [[nodiscard]] std::string useFaction(const StrictJson &json)
    {
        std::string id = json.text();
        (void)indexIn(factions, json, "is not among the mission's \"factions\"");
        if (std::find(usedFactions.begin(), usedFactions.end(), id) == usedFactions.end())
            usedFactions.push_back(id);
        return id;
    }

    /// The place of the name in `ids`; where it is not there, reports `reason` and returns 0.
    [[nodiscard]] static std::size_t indexIn(
        const std::vector<std::string> &ids, const StrictJson &json, std::string_view reason)
    {
        const auto found = std::find(ids.begin(), ids.end(), json.text());
        if (found == ids.end()) {
            json.fail(reason);
            return 0;
        }
        return static_cast<std::size_t>(found - ids.begin());
    }
};

} // namespace inspector
