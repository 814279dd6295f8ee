// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/Fields.h"

#include <string>

namespace inspector {

/// One change of a faction's attitude, as the game reported it; times in ms since the epoch.
struct AttitudeChange
{
    Text factionId, factionName, newAttitude, oldAttitude;
    bool cascade = false;
    Text sourceFactionId, sourceFactionName;
    Number occurredAt;

    static constexpr auto fields()
    {
        return std::tuple(field("factionId", &AttitudeChange::factionId),
            field("factionName", &AttitudeChange::factionName),
            field("newAttitude", &AttitudeChange::newAttitude),
            field("oldAttitude", &AttitudeChange::oldAttitude), field("cascade", &AttitudeChange::cascade),
            field("sourceFactionId", &AttitudeChange::sourceFactionId),
            field("sourceFactionName", &AttitudeChange::sourceFactionName),
            field("occurredAt", &AttitudeChange::occurredAt));
    }
    friend bool operator==(const AttitudeChange &, const AttitudeChange &) = default;
};

/// The last cascade that reached a faction.
struct ReceivedCascade
{
    Text sourceFactionId, sourceFactionName;
    Number occurredAt;
    Text newAttitude;

    static constexpr auto fields()
    {
        return std::tuple(field("sourceFactionId", &ReceivedCascade::sourceFactionId),
            field("sourceFactionName", &ReceivedCascade::sourceFactionName),
            field("occurredAt", &ReceivedCascade::occurredAt),
            field("newAttitude", &ReceivedCascade::newAttitude));
    }
    friend bool operator==(const ReceivedCascade &, const ReceivedCascade &) = default;
};

/// A pair of values, or of changes, of fame and infamy.
struct Reputation
{
    double fame = 0;
    double infamy = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("fame", &Reputation::fame), field("infamy", &Reputation::infamy));
    }
    friend bool operator==(const Reputation &, const Reputation &) = default;
};

/// What is known of one faction. A new record means "no data yet", not a reputation of zero.
struct FactionRecord
{
    static constexpr std::size_t historyLimit = 10;

    std::string id;
    double fame = 0;
    double infamy = 0;
    std::string attitude = "neutral";
    Reputation lastDelta;
    Text lastReason;
    Number updatedAt;
    std::optional<Shared<AttitudeChange>> lastAttitudeChange;
    SharedList<Shared<AttitudeChange>> attitudeHistory; ///< newest historyLimit, oldest first
    std::optional<Shared<ReceivedCascade>> lastCascade;
    double cascadeCount = 0;
    SharedList<std::string> cascadeSources; ///< each once, in order of first arrival

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FactionRecord::id), field("fame", &FactionRecord::fame),
            field("infamy", &FactionRecord::infamy), field("attitude", &FactionRecord::attitude),
            field("lastDelta", &FactionRecord::lastDelta), field("lastReason", &FactionRecord::lastReason),
            field("updatedAt", &FactionRecord::updatedAt),
            field("lastAttitudeChange", &FactionRecord::lastAttitudeChange),
            field("attitudeHistory", &FactionRecord::attitudeHistory),
            field("lastCascade", &FactionRecord::lastCascade),
            field("cascadeCount", &FactionRecord::cascadeCount),
            field("cascadeSources", &FactionRecord::cascadeSources));
    }
    friend bool operator==(const FactionRecord &, const FactionRecord &) = default;
};

} // namespace inspector
