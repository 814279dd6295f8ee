// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ActionNotes.h"
#include "core/engine/SessionTracks.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/SequenceWatch.h"
#include "core/state/StoreWatcher.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace inspector {

/// Writes down how the slices change while a session is applied to a store whose watcher it is. For the
/// store's thread.
class SessionTracksRecorder final : public StoreWatcher
{
public:
    /// `catalogue` must outlive the recorder. `cold` takes what is long past; all stays in memory where it is
    /// nullptr.
    explicit SessionTracksRecorder(
        const FactionCatalogue &catalogue, std::shared_ptr<ColdFile> cold = nullptr);

    /// To be called before `record` is applied to the store.
    void begin(const SessionRecord &record, bool changesState);

    [[nodiscard]] const SessionTracks &tracks() const { return m_tracks; }

    void before(const WorldState &state, const Action &action) override;
    void after(const WorldState &state) override;
    void hydrated(const WorldState &before, const WorldState &after) override;

private:
    void takeReputation(const FactionRecord &after);
    void takeAttitude(const FactionRecord &after);
    /// A state of factions that did not grow out of the one before it.
    void takeOther(const FactionState &before, const FactionState &after);
    void takeHydrated(const FactionRecord *before, const FactionRecord &after);
    void takeTutorial(const TutorialState &after);
    void startStep(const TutorialState &after);
    void endStep(TutorialTrack::Step::End end);
    void markHint(const TutorialState &after);
    [[nodiscard]] bool hasNewSnapshot(const TutorialState &state) const;
    void markSnapshot(const TutorialState &after);
    /// What the game's rule does to allies and enemies without a word.
    void model(const FactionRecord &changed);
    void modelOne(const std::string &id, double fame, double infamy);
    void endModel(FactionTrack &track) const;

    [[nodiscard]] PooledText pooled(const std::optional<std::string> &text) const;
    /// Lets `change(FactionTrack &)` alter the track of a faction, which is made where it is not there.
    template <class Change>
    void changeTrack(std::string_view id, Change change);

    const FactionCatalogue &m_catalogue;
    std::shared_ptr<ColdFile> m_cold;
    std::shared_ptr<TextPool> m_texts;
    SessionTracks m_tracks;
    std::uint64_t m_number = 0; // of the record that is being applied
    TimeMs m_at = 0;
    SequenceWatch m_sequence;
    ActionNotes m_notes;
    std::optional<Shared<PromptSnapshot>> m_newestSnapshot;
};

} // namespace inspector
