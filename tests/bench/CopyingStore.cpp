// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/CopyingStore.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

using State = CopyingStore::State;

std::string textOf(const JsonObject &payload, std::string_view key)
{
    const std::string *text = payload[key].asString();
    return text == nullptr ? std::string() : *text;
}

double numberOf(const JsonObject &payload, std::string_view key, double otherwise)
{
    const double *number = payload[key].asNumber();
    return number == nullptr ? otherwise : *number;
}

template <class List>
void keepNewest(List &list, std::size_t count)
{
    if (list.size() > count)
        list.erase(list.begin(), list.end() - static_cast<std::ptrdiff_t>(count));
}

void changeReputation(State &state, const JsonObject &payload, TimeMs at)
{
    CopyingStore::Faction &faction = state.factions[textOf(payload, "factionId")];
    faction.fame = numberOf(payload, "newFame", faction.fame);
    faction.infamy = numberOf(payload, "newInfamy", faction.infamy);
    faction.reason = textOf(payload, "reason");
    faction.updatedAt = at;
}

void changeAttitude(State &state, const JsonObject &payload, TimeMs at)
{
    constexpr std::size_t historyLimit = 10;
    CopyingStore::Faction &faction = state.factions[textOf(payload, "factionId")];
    faction.attitude = textOf(payload, "newAttitude");
    faction.updatedAt = at;
    faction.history.push_back(
        {textOf(payload, "oldAttitude"), faction.attitude, textOf(payload, "source"), at});
    keepNewest(faction.history, historyLimit);
}

void startStep(State &state, const JsonObject &payload, TimeMs at)
{
    constexpr std::size_t promptLimit = 5;
    state.prompts.push_back(
        {textOf(payload, "stepId"), textOf(payload, "title"), textOf(payload, "description"), at});
    keepNewest(state.prompts, promptLimit);
}

void noteTutorial(State &state, const Event &event, const std::string &stepId)
{
    constexpr std::size_t snapshotLimit = 10;
    if (event.name == "tutorial:step_completed") {
        if (std::find(state.completedSteps.begin(), state.completedSteps.end(), stepId) !=
            state.completedSteps.end())
            return;
        state.completedSteps.push_back(stepId);
    }
    state.snapshots.push_back({event.name, state.completedSteps, state.prompts});
    keepNewest(state.snapshots, snapshotLimit);
}

void apply(State &state, const Event &event)
{
    const JsonObject &payload = *event.payload.asObject();
    if (event.name == "reputation:changed")
        changeReputation(state, payload, event.timestamp);
    else if (event.name == "faction:attitude_changed")
        changeAttitude(state, payload, event.timestamp);
    else if (event.name == "tutorial:step_started")
        startStep(state, payload, event.timestamp);
    else if (event.name == "tutorial:step_completed" || event.name == "tutorial:control_hint_updated")
        noteTutorial(state, event, textOf(payload, "stepId"));
}

} // namespace

void CopyingStore::dispatch(const Event &event)
{
    constexpr std::size_t historyLimit = 50;
    State next = m_state;
    apply(next, event);
    m_history.push_back(event);
    keepNewest(m_history, historyLimit);
    const State previous = std::exchange(m_state, std::move(next));
    m_listener(previous, m_state);
}

} // namespace inspector
