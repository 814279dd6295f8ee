// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/ChangeIndex.h"
#include "core/changes/FieldTrace.h"
#include "core/state/StoreWatcher.h"

#include <memory>
#include <string>
#include <utility>

namespace inspector {

/// Writes a ChangeIndex while a session is applied to a store whose watcher it is. For the store's thread.
class ChangeRecorder final : public StoreWatcher
{
public:
    /// `cold` takes what is long past; all stays in memory where it is nullptr.
    explicit ChangeRecorder(std::shared_ptr<ColdFile> cold = nullptr)
        : m_cold(std::move(cold))
    {}

    /// To be called before record #`number` is applied to the store.
    void begin(std::uint64_t number) { m_number = number; }

    [[nodiscard]] const ChangeIndex &index() const { return m_index; }

    void before(const WorldState &state, const Action &action) override;
    void after(const WorldState &state) override;
    void hydrated(const WorldState &before, const WorldState &after) override;

private:
    enum class Kind
    {
        FactionSlice, ///< of the slice, and of no single faction
        Faction,      ///< of one that is known
        NewFaction,
        Reset,
        Tutorial,
        Hint,      ///< replaces a prompt where it stands in a list
        KnownStep, ///< is completed, and a snapshot brought times of it
    };

    void noteFaction(const FactionState &state, const Text &id);
    void afterFactions(const FactionState &state);
    void afterTutorial(const TutorialState &state);
    void hydratedFactions(
        const KeyOrderedMap<FactionRecord> &before, const KeyOrderedMap<FactionRecord> &after);
    void hydratedOthers(const JsonObject &before, const JsonObject &after);
    void addFaction(std::string_view id, FieldMask fields);

    std::shared_ptr<ColdFile> m_cold;
    ChangeIndex m_index;
    std::uint64_t m_number = 0;
    Kind m_kind = Kind::FactionSlice; // of the action that is reduced
    std::string m_factionId;
    KeyOrderedMap<FactionRecord> m_resetFactions;
    FieldTrace<FactionRecord> m_faction;
    FieldTrace<FactionState> m_factions;
    FieldTrace<TutorialState> m_tutorial;
};

} // namespace inspector
