// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspector/StateDigest.h"

namespace inspector {

StateDigest StateDigest::of(const WorldState &state)
{
    StateDigest digest;
    const FactionState &factions = state.get<FactionSlice>();
    factions.byId.forEach([&](std::string_view, const FactionRecord &record) {
        if (const int rank = attitudeRank(record.attitude); rank >= 0)
            ++digest.withAttitude[static_cast<std::size_t>(rank)];
        digest.cascades += record.cascadeCount;
    });
    const TutorialState &tutorial = state.get<TutorialSlice>();
    digest.completedSteps = tutorial.completedSteps.size();
    digest.totalSteps = tutorial.totalSteps;
    digest.isTutorialCompleted = tutorial.completed;
    digest.isTutorialSkipped = tutorial.skipped;
    return digest;
}

} // namespace inspector
