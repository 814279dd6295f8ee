// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/EventBus.h"
#include "core/session/ReadReport.h"
#include "core/session/ReplayState.h"
#include "core/session/SessionRecord.h"
#include "core/state/WorldStateStore.h"
#include "core/tutorial/TutorialTranscriptRecorder.h"

#include <memory>
#include <optional>

namespace inspector {

/// A game played again from its records: the bus, and on it the store and the transcript recorder.
class SessionReplay
{
public:
    struct Options
    {
        WorldStateStore::Options store;
        std::size_t transcriptEntries = TutorialTranscriptRecorder::defaultMaxEntries;

        /// The same, for those who never ask for the newest actions: the store then lets go of each payload.
        [[nodiscard]] Options withoutHistory() const
        {
            Options options = *this;
            options.store.actionHistoryLimit = 0;
            return options;
        }
    };

    SessionReplay();
    explicit SessionReplay(const Options &options);

    /// Emits the record's event, or takes over its snapshot; other records change no state. Fields of the
    /// wrong type are added to `report` with the record's line.
    void apply(const SessionRecord &record, ReadReport &report);

    /// Whether applying the record can change what `state()` says, its times aside.
    [[nodiscard]] static bool changesState(const SessionRecord &record);
    /// The same of an event by its name; may be asked on any thread.
    [[nodiscard]] static bool changesStateBy(std::string_view event);

    /// All that was rebuilt; the store's action history is no part of it.
    [[nodiscard]] ReplayState state() const;
    /// Goes on from `state`, which a replay with the same options was in. Emits no event.
    void restore(const ReplayState &state);

    /// Whether somebody on the bus listens to events of this name.
    [[nodiscard]] bool wantsEvent(std::string_view name) const { return m_bus.hasListeners(name); }

    [[nodiscard]] EventBus &bus() { return m_bus; }
    [[nodiscard]] WorldStateStore &store() { return m_store; }
    [[nodiscard]] const WorldStateStore &store() const { return m_store; }
    [[nodiscard]] const TutorialTranscriptRecorder &recorder() const { return m_recorder; }

    /// Time of the first record and of the one applied last, ms since the epoch.
    [[nodiscard]] std::optional<TimeMs> firstTime() const { return m_firstTime; }
    [[nodiscard]] std::optional<TimeMs> lastTime() const { return m_lastTime; }

private:
    void hydrate(const SessionRecord &record);

    EventBus m_bus;
    WorldStateStore m_store;
    TutorialTranscriptRecorder m_recorder;
    std::shared_ptr<void> m_storeIssues;
    Event m_event;                    // of the record being applied; the memory of its name serves again
    std::vector<FieldIssue> m_issues; // of the record being applied
    std::optional<TimeMs> m_firstTime, m_lastTime;
};

} // namespace inspector
