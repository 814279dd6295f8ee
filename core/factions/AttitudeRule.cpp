// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/AttitudeRule.h"

#include "core/factions/FactionCatalogue.h"

#include <algorithm>

namespace inspector {

std::string_view attitudeOf(const Faction &faction, double fame, double infamy)
{
    const auto isMet = [&](const FactionThreshold &t) { return fame >= t.fame && infamy <= t.infamy; };
    if (isMet(faction.allied))
        return "allied";
    if (isMet(faction.friendly))
        return "friendly";
    if (isMet(faction.neutral))
        return "neutral";
    if (isMet(faction.unfriendly))
        return "unfriendly";
    return "hostile";
}

int attitudeRank(std::string_view attitude)
{
    const auto *const found = std::find(attitudeNames.begin(), attitudeNames.end(), attitude);
    return found == attitudeNames.end() ? -1 : static_cast<int>(found - attitudeNames.begin());
}

} // namespace inspector
