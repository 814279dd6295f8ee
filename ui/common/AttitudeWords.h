// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inspector {

struct Faction;
struct FactionRecord;

/// How far a faction is from its next attitudes by the game's rule: "to friendly: 8 more fame; leaves neutral
/// below 20 fame or above 20 infamy". Empty where the catalogue does not know the faction.
[[nodiscard]] QString nextAttitudes(const Faction *faction, double fame, double infamy);

/// The same of a faction as it is; where events told another attitude than the rule's, it says which that is:
/// "by the rule unfriendly; to neutral: …".
[[nodiscard]] QString nextAttitudes(const Faction *faction, const FactionRecord &record);

} // namespace inspector
