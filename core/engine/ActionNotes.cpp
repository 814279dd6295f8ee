// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ActionNotes.h"

#include "core/state/StaleValue.h"

namespace inspector {

namespace {

using Kind = ActionNotes::Kind;

void note(ActionNotes &notes, const WorldState &state, const ReputationChanged &action)
{
    notes.kind = Kind::Reputation;
    notes.factionId = action.factionId.value_or("");
    if (const FactionRecord *record = state.get<FactionSlice>().byId.find(notes.factionId))
        notes.isStale = tellsAnother(record->fame, action.newFame, action.deltaFame) ||
                        tellsAnother(record->infamy, action.newInfamy, action.deltaInfamy);
}

void note(ActionNotes &notes, const WorldState & /*state*/, const AttitudeChanged &action)
{
    notes.kind = Kind::Attitude;
    notes.factionId = action.factionId.value_or("");
}

void note(ActionNotes &notes, const WorldState &state, const ReputationReset & /*action*/)
{
    notes.kind = Kind::Reset;
    notes.factions = state.get<FactionSlice>();
}

void note(ActionNotes & /*notes*/, const WorldState & /*state*/, const MemberRemoved & /*action*/) {}

void note(ActionNotes & /*notes*/, const WorldState & /*state*/, const TutorialStarted & /*action*/) {}

void note(ActionNotes &notes, const WorldState & /*state*/, const TutorialStepStarted & /*action*/)
{
    notes.kind = Kind::StepStarted;
}

void note(ActionNotes &notes, const WorldState &state, const TutorialControlHintUpdated & /*action*/)
{
    notes.kind = Kind::HintUpdated;
    notes.prompt = state.get<TutorialSlice>().currentPrompt;
}

void note(ActionNotes &notes, const WorldState &state, const TutorialStepCompleted & /*action*/)
{
    notes.kind = Kind::StepCompleted;
    notes.completedSteps = state.get<TutorialSlice>().completedSteps.size();
}

void note(ActionNotes &notes, const WorldState & /*state*/, const TutorialCompleted & /*action*/)
{
    notes.kind = Kind::TutorialCompleted;
}

void note(ActionNotes &notes, const WorldState & /*state*/, const TutorialSkipped & /*action*/)
{
    notes.kind = Kind::TutorialSkipped;
}

} // namespace

void ActionNotes::take(const WorldState &state, const Action &action)
{
    const auto noteEach = [&](const auto &each) { note(*this, state, each); };
    std::visit([&](const auto &ofSlice) { std::visit(noteEach, ofSlice); }, action);
}

void ActionNotes::clear()
{
    kind = Kind::Other;
    isStale = false;
    factions.reset();
    prompt.reset();
}

} // namespace inspector
