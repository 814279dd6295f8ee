// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/state/slices/FactionRecord.h"

#include <string_view>
#include <variant>
#include <vector>

namespace inspector {

/// A cascade as the slice remembers the last one.
struct CascadeEvent
{
    Text targetFactionId, targetFactionName, sourceFactionId, sourceFactionName, newAttitude, oldAttitude;
    Number occurredAt;

    static constexpr auto fields()
    {
        return std::tuple(field("targetFactionId", &CascadeEvent::targetFactionId),
            field("targetFactionName", &CascadeEvent::targetFactionName),
            field("sourceFactionId", &CascadeEvent::sourceFactionId),
            field("sourceFactionName", &CascadeEvent::sourceFactionName),
            field("newAttitude", &CascadeEvent::newAttitude),
            field("oldAttitude", &CascadeEvent::oldAttitude), field("occurredAt", &CascadeEvent::occurredAt));
    }
    friend bool operator==(const CascadeEvent &, const CascadeEvent &) = default;
};

struct MemberRemoval
{
    Text factionId, factionName, npcId;
    NumberOrText entityId;
    Text tag;
    Number removedAt;

    static constexpr auto fields()
    {
        return std::tuple(field("factionId", &MemberRemoval::factionId),
            field("factionName", &MemberRemoval::factionName), field("npcId", &MemberRemoval::npcId),
            field("entityId", &MemberRemoval::entityId), field("tag", &MemberRemoval::tag),
            field("removedAt", &MemberRemoval::removedAt));
    }
    friend bool operator==(const MemberRemoval &, const MemberRemoval &) = default;
};

/// The faction slice (docs/world-state-store.md, "Factions"); times in ms since the epoch.
struct FactionState
{
    static constexpr std::size_t removalLimit = 10;

    KeyOrderedMap<FactionRecord> byId;
    Number lastActionAt, lastResetAt;
    Text lastResetReason, lastResetInitiatedBy;
    std::optional<Shared<CascadeEvent>> lastCascadeEvent;
    SharedList<Shared<MemberRemoval>> recentMemberRemovals; ///< newest removalLimit, oldest first

    static constexpr auto fields()
    {
        return std::tuple(field("byId", &FactionState::byId),
            field("lastActionAt", &FactionState::lastActionAt),
            field("lastResetAt", &FactionState::lastResetAt),
            field("lastResetReason", &FactionState::lastResetReason),
            field("lastResetInitiatedBy", &FactionState::lastResetInitiatedBy),
            field("lastCascadeEvent", &FactionState::lastCascadeEvent),
            field("recentMemberRemovals", &FactionState::recentMemberRemovals));
    }
    friend bool operator==(const FactionState &, const FactionState &) = default;
};

// Actions: named after the event that they are made of, `at` is when it happened (ms since the epoch).

struct ReputationChanged
{
    static constexpr std::string_view event = "reputation:changed";
    TimeMs at = 0;
    Text factionId;
    Number newFame, newInfamy, deltaFame, deltaInfamy;
    Text reason;

    static constexpr auto fields()
    {
        return std::tuple(field("factionId", &ReputationChanged::factionId),
            field("newFame", &ReputationChanged::newFame), field("newInfamy", &ReputationChanged::newInfamy),
            field("deltaFame", &ReputationChanged::deltaFame),
            field("deltaInfamy", &ReputationChanged::deltaInfamy),
            field("reason", &ReputationChanged::reason));
    }
};

struct AttitudeChanged
{
    static constexpr std::string_view event = "faction:attitude_changed";
    TimeMs at = 0;
    Text factionId, factionName, newAttitude, oldAttitude;
    bool cascade = false;
    Text source, sourceFactionName;

    static constexpr auto fields()
    {
        return std::tuple(field("factionId", &AttitudeChanged::factionId),
            field("factionName", &AttitudeChanged::factionName),
            field("newAttitude", &AttitudeChanged::newAttitude),
            field("oldAttitude", &AttitudeChanged::oldAttitude), field("cascade", &AttitudeChanged::cascade),
            field("source", &AttitudeChanged::source),
            field("sourceFactionName", &AttitudeChanged::sourceFactionName));
    }
};

struct ReputationReset
{
    static constexpr std::string_view event = "faction:reputation_reset";
    TimeMs at = 0;
    Text reason, initiatedBy;

    static constexpr auto fields()
    {
        return std::tuple(
            field("reason", &ReputationReset::reason), field("initiatedBy", &ReputationReset::initiatedBy));
    }
};

struct MemberRemoved
{
    static constexpr std::string_view event = "faction:member_removed";
    TimeMs at = 0;
    Text factionId, factionName, npcId;
    NumberOrText entityId;
    Text tag;

    static constexpr auto fields()
    {
        return std::tuple(field("factionId", &MemberRemoved::factionId),
            field("factionName", &MemberRemoved::factionName), field("npcId", &MemberRemoved::npcId),
            field("entityId", &MemberRemoved::entityId), field("tag", &MemberRemoved::tag));
    }
};

/// What the store needs to know of the slice.
struct FactionSlice
{
    using State = FactionState;
    using Action = std::variant<ReputationChanged, AttitudeChanged, ReputationReset, MemberRemoved>;
    static constexpr std::string_view key = "factions";

    /// Brings `state` to what it is after `action`; depends on nothing else.
    static void reduce(State &state, Action &&action);
    /// Takes what a snapshot holds of the slice into `state`, which has the start values.
    static void hydrate(const JsonValue &from, State &state, FieldReader &reader);
};

// Selectors

struct FactionOverview
{
    std::string id;
    double fame = 0;
    double infamy = 0;
    std::string attitude;
    double cascadeCount = 0;
    Number updatedAt;

    friend bool operator==(const FactionOverview &, const FactionOverview &) = default;
};

struct CascadeSummary
{
    std::optional<Shared<CascadeEvent>> lastCascadeEvent;
    std::vector<std::string> targets; ///< factions that a cascade reached, in key order
    std::size_t factionCount = 0;
};

struct LastReset
{
    Number at;
    Text reason, initiatedBy;

    friend bool operator==(const LastReset &, const LastReset &) = default;
};

/// All factions in key order.
[[nodiscard]] std::vector<FactionOverview> selectFactionOverview(const FactionState &state);
/// The faction's attitude; `neutral` for one that nothing is known of.
[[nodiscard]] std::string selectAttitude(const FactionState &state, std::string_view factionId);
[[nodiscard]] std::optional<Shared<AttitudeChange>> selectLastAttitudeChange(
    const FactionState &state, std::string_view factionId);
/// Oldest first, at most the newest ten.
[[nodiscard]] SharedList<Shared<AttitudeChange>> selectAttitudeHistory(
    const FactionState &state, std::string_view factionId);
[[nodiscard]] CascadeSummary selectCascadeSummary(const FactionState &state);
[[nodiscard]] LastReset selectLastReset(const FactionState &state);
/// Oldest first, at most the newest ten.
[[nodiscard]] SharedList<Shared<MemberRemoval>> selectMemberRemovals(const FactionState &state);

} // namespace inspector
