// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/slices/FactionSlice.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

bool isNamed(const Text &id)
{
    return id && !id->empty();
}

void apply(FactionState &state, ReputationChanged &&action)
{
    if (!isNamed(action.factionId))
        return;
    state.byId.change(*action.factionId, [&](FactionRecord &record) {
        record.fame = action.newFame.value_or(record.fame);
        record.infamy = action.newInfamy.value_or(record.infamy);
        record.lastDelta = {action.deltaFame.value_or(0), action.deltaInfamy.value_or(0)};
        record.lastReason = std::move(action.reason);
        record.updatedAt = action.at;
    });
    state.lastActionAt = action.at;
}

void receiveCascade(FactionState &state, FactionRecord &record, const AttitudeChanged &action)
{
    record.lastCascade = Shared<ReceivedCascade>(
        ReceivedCascade{action.source, action.sourceFactionName, action.at, record.attitude});
    record.cascadeCount += 1;
    const auto &sources = record.cascadeSources;
    if (isNamed(action.source) && std::find(sources.begin(), sources.end(), *action.source) == sources.end())
        record.cascadeSources.push_back(*action.source);
    state.lastCascadeEvent = Shared<CascadeEvent>(CascadeEvent{action.factionId, action.factionName,
        action.source, action.sourceFactionName, record.attitude, action.oldAttitude, action.at});
}

void apply(FactionState &state, const AttitudeChanged &action)
{
    if (!isNamed(action.factionId))
        return;
    state.byId.change(*action.factionId, [&](FactionRecord &record) {
        record.attitude = action.newAttitude.value_or(record.attitude);
        record.updatedAt = action.at;
        const Shared<AttitudeChange> change(
            AttitudeChange{action.factionId, action.factionName, record.attitude, action.oldAttitude,
                action.cascade, action.source, action.sourceFactionName, action.at});
        record.lastAttitudeChange = change;
        record.attitudeHistory.push_back(change);
        record.attitudeHistory.keepNewest(FactionRecord::historyLimit);
        if (action.cascade)
            receiveCascade(state, record, action);
    });
    state.lastActionAt = action.at;
}

void apply(FactionState &state, const ReputationReset &action)
{
    state.byId = {};
    state.lastCascadeEvent.reset();
    state.recentMemberRemovals = {};
    state.lastResetAt = action.at;
    state.lastResetReason = action.reason;
    state.lastResetInitiatedBy = action.initiatedBy;
    state.lastActionAt = action.at;
}

void apply(FactionState &state, MemberRemoved &&action)
{
    state.recentMemberRemovals.push_back(
        MemberRemoval{std::move(action.factionId), std::move(action.factionName), std::move(action.npcId),
            std::move(action.entityId), std::move(action.tag), action.at});
    state.recentMemberRemovals.keepNewest(FactionState::removalLimit);
    state.lastActionAt = action.at;
}

} // namespace

void FactionSlice::reduce(State &state, Action &&action)
{
    std::visit(
        [&state](auto &&each) { apply(state, std::forward<decltype(each)>(each)); }, std::move(action));
}

void FactionSlice::hydrate(const JsonValue &from, State &state, FieldReader &reader)
{
    readField(from, state, reader);
    const JsonObject *slice = from.asObject();
    if (slice == nullptr || (*slice)["byId"].asObject() != nullptr)
        return;
    KeyOrderedMap<Reputation> reputation; // older saves: {id: {fame, infamy}} and no more
    const FieldReader::Scope scope(reader, "reputation");
    readField((*slice)["reputation"], reputation, reader);
    reputation.forEach([&](std::string_view id, const Reputation &old) {
        FactionRecord record;
        record.id = id;
        record.fame = old.fame;
        record.infamy = old.infamy;
        state.byId.set(id, std::move(record));
    });
}

std::vector<FactionOverview> selectFactionOverview(const FactionState &state)
{
    std::vector<FactionOverview> overview;
    overview.reserve(state.byId.size());
    state.byId.forEach([&](std::string_view, const FactionRecord &record) {
        overview.push_back(
            {record.id, record.fame, record.infamy, record.attitude, record.cascadeCount, record.updatedAt});
    });
    return overview;
}

std::string selectAttitude(const FactionState &state, std::string_view factionId)
{
    const FactionRecord *record = state.byId.find(factionId);
    return record == nullptr ? FactionRecord().attitude : record->attitude;
}

std::optional<Shared<AttitudeChange>> selectLastAttitudeChange(
    const FactionState &state, std::string_view factionId)
{
    const FactionRecord *record = state.byId.find(factionId);
    return record == nullptr ? std::nullopt : record->lastAttitudeChange;
}

SharedList<Shared<AttitudeChange>> selectAttitudeHistory(
    const FactionState &state, std::string_view factionId)
{
    const FactionRecord *record = state.byId.find(factionId);
    return record == nullptr ? SharedList<Shared<AttitudeChange>>() : record->attitudeHistory;
}

CascadeSummary selectCascadeSummary(const FactionState &state)
{
    CascadeSummary summary{state.lastCascadeEvent, {}, state.byId.size()};
    state.byId.forEach([&](std::string_view key, const FactionRecord &record) {
        if (record.cascadeCount > 0)
            summary.targets.emplace_back(key);
    });
    return summary;
}

LastReset selectLastReset(const FactionState &state)
{
    return {state.lastResetAt, state.lastResetReason, state.lastResetInitiatedBy};
}

SharedList<Shared<MemberRemoval>> selectMemberRemovals(const FactionState &state)
{
    return state.recentMemberRemovals;
}

} // namespace inspector
