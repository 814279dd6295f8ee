// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/SessionRecord.h"
#include "core/state/WorldStateStore.h"

#include <memory>

namespace inspector {

/// Writes down how the slices change while a session is applied to a store. For the store's thread.
class SessionTracksRecorder
{
public:
    /// Both must outlive the recorder.
    SessionTracksRecorder(WorldStateStore &store, const FactionCatalogue &catalogue);

    /// To be called before `record` is applied to the store.
    void begin(const SessionRecord &record, bool changesState);

    [[nodiscard]] const SessionTracks &tracks() const { return m_tracks; }

private:
    void take(const WorldStateStore::Update &update);
    void takeOther(
        const FactionState &before, const FactionState &after, const WorldStateStore::Update &update);
    void takeFaction(
        const FactionRecord *before, const FactionRecord &after, const WorldStateStore::Update &update);
    void takeTutorial(const TutorialState &before, const TutorialState &after, std::string_view event);
    void endStep(TutorialTrack::Step::End end);
    /// What the game's rule does to allies and enemies without a word.
    void model(const FactionRecord &changed);
    void modelOne(const std::string &id, double fame, double infamy);
    void endModel(FactionTrack &track) const;

    const FactionCatalogue &m_catalogue;
    SessionTracks m_tracks;
    std::uint64_t m_number = 0; // of the record that is being applied
    TimeMs m_at = 0;
    std::shared_ptr<void> m_subscription;
};

} // namespace inspector
