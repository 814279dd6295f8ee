// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/EventBus.h"
#include "core/state/StoreWatcher.h"
#include "core/state/WorldState.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace inspector {

/// Rebuilds the game's world state from the events on a bus (docs/world-state-store.md).
///
/// Every event that a slice knows becomes an action, is reduced, remembered in the action history, and told:
/// on the bus as `worldstate:action` and, when something changed, `worldstate:updated {event, paths}`; a
/// field of the wrong type as `worldstate:error {event, field, expected, found}`. Time is the event's own.
/// For one thread.
class WorldStateStore
{
public:
    struct Options
    {
        double promptHistoryLimit = 5;       ///< newest prompts kept
        double promptSnapshotLimit = 10;     ///< newest prompt snapshots kept
        std::size_t actionHistoryLimit = 50; ///< newest actions kept
    };

    struct ActionRecord
    {
        std::string event;
        TimeMs at = 0;
        JsonValue payload;
    };

    /// One change of state. The references live for the call; keeping a state is a cheap copy, and paths
    /// point into both.
    struct Update
    {
        const WorldState &previous;
        const WorldState &state;
        const StatePaths &paths;
        std::string_view event; ///< what changed it, or `hydrateEvent`
        TimeMs at = 0;
    };
    using UpdateListener = std::function<void(const Update &)>;
    /// `event` names the event, or `hydrateEvent`, that the field belongs to.
    using IssueListener = std::function<void(std::string_view event, const FieldIssue &)>;

    static constexpr std::string_view hydrateEvent = "worldstate:hydrate";

    explicit WorldStateStore(EventBus &bus);
    WorldStateStore(EventBus &bus, Options options);
    ~WorldStateStore();
    WorldStateStore(const WorldStateStore &) = delete;
    WorldStateStore &operator=(const WorldStateStore &) = delete;

    /// Takes an event that a slice knows; the bus does this by itself. False when none knows it.
    bool dispatch(const Event &event);

    /// The state now; copying it is the snapshot.
    [[nodiscard]] const WorldState &state() const { return m_state; }
    [[nodiscard]] WorldState snapshot() const { return m_state; }

    /// A selector's view of the state: `store.select<TutorialSlice>(selectTutorialProgress)`.
    template <class Slice, class Selector, class... Args>
    [[nodiscard]] auto select(Selector selector, Args &&...args) const
    {
        return selector(m_state.get<Slice>(), std::forward<Args>(args)...);
    }

    /// Replaces the whole state by what a snapshot says, limits included where it has positive ones.
    void hydrate(const JsonObject &snapshot, TimeMs at);

    /// Goes on from `state`, which a store with the same options was in. Tells nobody; the action history
    /// starts anew.
    void restore(WorldState state);

    /// The newest actions, oldest first.
    [[nodiscard]] const std::deque<ActionRecord> &actionHistory() const { return m_history; }

    /// Calls `listener` after each change until the returned handle is destroyed.
    [[nodiscard]] std::shared_ptr<void> onUpdate(UpdateListener listener);
    /// Shows it every action from now on; nullptr for nobody. It has to outlive the store, or be taken back.
    void setWatcher(StoreWatcher *watcher) { m_watcher = watcher; }
    /// Calls `listener` for each field of the wrong type until the returned handle is destroyed.
    [[nodiscard]] std::shared_ptr<void> onIssue(IssueListener listener);

private:
    void take(const Event &event, ActionDecoder decode);
    void replaceState(const WorldState &next, std::string_view event, TimeMs at);
    void remember(const Event &event);
    void tellUpdate(const Update &update);
    void tellIssues(std::string_view event, TimeMs at);

    EventBus &m_bus;
    EventBus::Interest m_interestInActions, m_interestInUpdates;
    Options m_options;
    WorldState m_start;
    WorldState m_state;
    std::deque<ActionRecord> m_history;
    FieldReader m_reader;
    StatePaths m_paths;
    StoreWatcher *m_watcher = nullptr;
    std::vector<std::weak_ptr<UpdateListener>> m_updateListeners;
    std::vector<std::weak_ptr<IssueListener>> m_issueListeners;
    std::vector<EventBus::Subscription> m_subscriptions;
};

} // namespace inspector
