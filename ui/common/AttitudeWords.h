// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inspector {

struct Faction;

/// How far a faction is from its next attitudes by the game's rule: "to friendly: 8 more fame; leaves neutral
/// below 20 fame or above 20 infamy". Empty where the catalogue does not know the faction.
[[nodiscard]] QString nextAttitudes(const Faction *faction, double fame, double infamy);

} // namespace inspector
