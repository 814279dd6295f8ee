// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/ChangeRecorder.h"

#include <utility>

namespace inspector {

namespace {

FieldMask tutorialField(const std::string &name)
{
    return fieldsAlong<TutorialState>(&name, &name + 1);
}

/// Whether a snapshot brought times of a step, which its completion then replaces.
bool hasTimes(const TutorialState &state, const Text &step)
{
    return step && (state.completedTimeline.contains(*step) || state.stepDurations.contains(*step));
}

} // namespace

void ChangeRecorder::before(const WorldState &state, const Action &action)
{
    if (const auto *tutorial = std::get_if<TutorialSlice::Action>(&action)) {
        const TutorialState &now = state.get<TutorialSlice>();
        const auto *step = std::get_if<TutorialStepCompleted>(tutorial);
        if (std::holds_alternative<TutorialControlHintUpdated>(*tutorial))
            m_kind = Kind::Hint;
        else
            m_kind = step != nullptr && hasTimes(now, step->stepId) ? Kind::KnownStep : Kind::Tutorial;
        m_tutorial.take(now);
        return;
    }
    const FactionState &factions = state.get<FactionSlice>();
    m_kind = Kind::FactionSlice;
    m_factions.take(factions);
    const auto &faction = std::get<FactionSlice::Action>(action);
    if (const auto *reputation = std::get_if<ReputationChanged>(&faction)) {
        noteFaction(factions, reputation->factionId);
    } else if (const auto *attitude = std::get_if<AttitudeChanged>(&faction)) {
        noteFaction(factions, attitude->factionId);
    } else if (std::holds_alternative<ReputationReset>(faction)) {
        m_kind = Kind::Reset;
        m_resetFactions = factions.byId;
    }
}

void ChangeRecorder::noteFaction(const FactionState &state, const Text &id)
{
    if (!id)
        return;
    m_factionId = *id;
    const FactionRecord *record = state.byId.find(*id);
    m_kind = record == nullptr ? Kind::NewFaction : Kind::Faction;
    if (record != nullptr)
        m_faction.take(*record);
}

void ChangeRecorder::after(const WorldState &state)
{
    switch (m_kind) {
    case Kind::Tutorial:
    case Kind::Hint:
    case Kind::KnownStep:
        afterTutorial(state.get<TutorialSlice>());
        break;
    default:
        afterFactions(state.get<FactionSlice>());
        break;
    }
}

void ChangeRecorder::afterFactions(const FactionState &state)
{
    m_index.factionSlice.append(m_number, m_factions.changed(state), m_cold.get());
    if (m_kind == Kind::Reset) {
        std::exchange(m_resetFactions, {}).forEach([&](std::string_view id, const FactionRecord & /*gone*/) {
            addFaction(id, allFields<FactionRecord> | ChangeList::replaced);
        });
    }
    if (m_kind == Kind::NewFaction && state.byId.contains(m_factionId))
        addFaction(m_factionId, allFields<FactionRecord> | ChangeList::replaced);
    else if (m_kind == Kind::Faction)
        addFaction(m_factionId, m_faction.changed(*state.byId.find(m_factionId)));
}

void ChangeRecorder::afterTutorial(const TutorialState &state)
{
    static const FieldMask steps = tutorialField("completedSteps");
    static const FieldMask withSteps = tutorialField("completedTimeline") | tutorialField("stepDurations");
    static const FieldMask snapshots = tutorialField("promptHistorySnapshots");
    static const FieldMask history = tutorialField("promptHistory");
    FieldMask changed = m_tutorial.changed(state);
    if ((changed & steps) != 0)
        changed |= m_kind == Kind::KnownStep ? withSteps | ChangeList::replaced : withSteps;
    if (m_kind == Kind::Hint && (changed & snapshots) != 0)
        changed |= history; // its prompt was replaced where it stands
    m_index.tutorial.append(m_number, changed, m_cold.get());
}

void ChangeRecorder::hydrated(const WorldState &before, const WorldState &after)
{
    const FactionState &old = before.get<FactionSlice>();
    const FactionState &now = after.get<FactionSlice>();
    m_index.factionSlice.append(m_number, changedFields(old, now) | ChangeList::replaced, m_cold.get());
    hydratedFactions(old.byId, now.byId);
    m_index.tutorial.append(m_number,
        changedFields(before.get<TutorialSlice>(), after.get<TutorialSlice>()) | ChangeList::replaced,
        m_cold.get());
    hydratedOthers(before.others(), after.others());
}

void ChangeRecorder::hydratedFactions(
    const KeyOrderedMap<FactionRecord> &before, const KeyOrderedMap<FactionRecord> &after)
{
    before.forEach([&](std::string_view id, const FactionRecord &record) {
        const FactionRecord *now = after.find(id);
        addFaction(id,
            (now == nullptr ? allFields<FactionRecord> : changedFields(record, *now)) | ChangeList::replaced);
    });
    after.forEach([&](std::string_view id, const FactionRecord & /*came*/) {
        if (!before.contains(id))
            addFaction(id, allFields<FactionRecord> | ChangeList::replaced);
    });
}

void ChangeRecorder::hydratedOthers(const JsonObject &before, const JsonObject &after)
{
    const auto differs = [&](const std::string &key) {
        const JsonValue *one = before.find(key);
        const JsonValue *other = after.find(key);
        return (one == nullptr) != (other == nullptr) || (one != nullptr && !(*one == *other));
    };
    const auto note = [&](const std::string &key) {
        if (differs(key))
            m_index.otherParts.change(
                key, [&](ChangeList &changes) { changes.append(m_number, 1, m_cold.get()); });
    };
    for (const auto &[key, value] : before)
        note(key);
    for (const auto &[key, value] : after) {
        if (before.find(key) == nullptr)
            note(key);
    }
}

void ChangeRecorder::addFaction(std::string_view id, FieldMask fields)
{
    if ((fields & ~ChangeList::replaced) != 0)
        m_index.factions.change(
            id, [&](ChangeList &changes) { changes.append(m_number, fields, m_cold.get()); });
}

} // namespace inspector
