// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

#include <cstddef>
#include <optional>
#include <string>

namespace inspector {

/// What kind of action is being reduced, and what of the state before it tells what became of it. No more is
/// kept than that: what is shared here has to be copied by the reducer.
struct ActionNotes
{
    enum class Kind
    {
        Other,
        Reputation,
        Attitude,
        Reset,
        StepStarted,
        HintUpdated,
        StepCompleted,
        TutorialCompleted,
        TutorialSkipped,
    };

    void take(const WorldState &state, const Action &action);
    void clear();

    Kind kind = Kind::Other;
    std::string factionId;                        ///< of a reputation or an attitude
    bool isStale = false;                         ///< what was known of that faction's reputation
    std::optional<FactionState> factions;         ///< before a reset
    std::size_t completedSteps = 0;               ///< before a step is completed
    std::optional<Shared<TutorialPrompt>> prompt; ///< before a hint is updated
};

} // namespace inspector
