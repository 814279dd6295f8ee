// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace inspector {

struct Faction;

/// The attitude that the game's rule gives: the first of `allied`, `friendly`, `neutral`, `unfriendly` whose
/// threshold is met, else `hostile`. It is a region of the fame/infamy plane: much fame does not make up for
/// infamy.
[[nodiscard]] std::string_view attitudeOf(const Faction &faction, double fame, double infamy);

/// What the rule knows, the least friendly first.
inline constexpr std::array<std::string_view, 5> attitudeNames{
    "hostile", "unfriendly", "neutral", "friendly", "allied"};

/// The place of an attitude among these; -1 for one that the rule does not know.
[[nodiscard]] int attitudeRank(std::string_view attitude);

} // namespace inspector
