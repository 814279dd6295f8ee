// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/factions/AttitudeRule.h" // IWYU pragma: export; what a faction's thresholds are for

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Reached with fame >= `fame` and infamy <= `infamy`.
struct FactionThreshold
{
    double fame = 0;
    double infamy = 0;

    friend bool operator==(const FactionThreshold &, const FactionThreshold &) = default;
};

/// What the game says of a faction before anything happens.
struct Faction
{
    std::string id, name, shortName;
    std::vector<std::string> allies, enemies; ///< ids of factions of the same catalogue
    double initialFame = 0;
    double initialInfamy = 0;
    std::string color; ///< "#rrggbb"
    FactionThreshold allied, friendly, neutral, unfriendly;

    friend bool operator==(const Faction &, const Faction &) = default;
};

/// How a change of reputation goes on to allies and enemies, and the limits of both values.
struct CascadeRule
{
    double multiplier = 0.5;
    double min = 0;
    double max = 100;

    friend bool operator==(const CascadeRule &, const CascadeRule &) = default;
};

/// The factions of a game, as its factions.json lists them.
class FactionCatalogue
{
public:
    /// The catalogue that comes with the program.
    [[nodiscard]] static const FactionCatalogue &builtIn();

    /// Reads a catalogue; `source` (a file name) is for the messages. Members that it does not know are left
    /// to the game. Error: `bad_catalogue`, with the path of the first member that is wrong.
    [[nodiscard]] static Result<FactionCatalogue> fromJson(std::string_view json, std::string_view source);

    /// In the order of the file.
    [[nodiscard]] const std::vector<Faction> &factions() const { return m_factions; }
    [[nodiscard]] const CascadeRule &cascade() const { return m_cascade; }

    /// The faction, or nullptr.
    [[nodiscard]] const Faction *find(std::string_view id) const;
    /// The faction's name, or the id itself where the catalogue does not know it.
    [[nodiscard]] std::string nameOf(std::string_view id) const;

private:
    std::vector<Faction> m_factions;
    CascadeRule m_cascade;
};

} // namespace inspector
