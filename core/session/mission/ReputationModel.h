// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "core/state/slices/FactionRecord.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace inspector {

/// What each faction really thinks of the player, by the game's rules. The events tell only part of it: a
/// cascade changes values without a word (docs/world-state-store.md).
class ReputationModel
{
public:
    /// A faction whose attitude changed.
    struct Crossing
    {
        const Faction *faction = nullptr;
        std::string_view oldAttitude, newAttitude;
        const Faction *source = nullptr; ///< whose change cascaded, or nullptr where it was its own
    };

    struct Change
    {
        Reputation applied; ///< what was left of the change within the limits
        Reputation now;
        std::vector<Crossing> crossings; ///< its own first, then allies', then enemies'
    };

    /// Starts with the initial values of `catalogue`, which must outlive the model.
    explicit ReputationModel(const FactionCatalogue &catalogue);

    /// Changes what the faction, which is one of the catalogue, thinks, and passes it on one hop: allies take
    /// half the fame and minus half the infamy that were applied, enemies the reverse.
    Change change(const Faction &faction, Reputation delta);

    [[nodiscard]] Reputation of(const Faction &faction) const;

private:
    [[nodiscard]] std::size_t indexOf(const Faction &faction) const;
    /// Returns what was applied, and adds a crossing where the attitude became another.
    Reputation move(
        const Faction &faction, Reputation delta, const Faction *source, std::vector<Crossing> &crossings);

    const FactionCatalogue &m_catalogue;
    std::vector<Reputation> m_values; // as the factions of the catalogue
};

} // namespace inspector
