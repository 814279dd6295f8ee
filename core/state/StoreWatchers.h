// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/StoreWatcher.h"
#include "core/state/WorldStateStore.h"

#include <utility>
#include <vector>

namespace inspector {

/// Several watchers of one store, each told in turn, while it lives.
class StoreWatchers final : private StoreWatcher
{
public:
    /// All must outlive it.
    StoreWatchers(WorldStateStore &store, std::vector<StoreWatcher *> watchers)
        : m_store(store)
        , m_watchers(std::move(watchers))
    {
        store.setWatcher(this);
    }
    ~StoreWatchers() override { m_store.setWatcher(nullptr); }
    StoreWatchers(const StoreWatchers &) = delete;
    StoreWatchers &operator=(const StoreWatchers &) = delete;

private:
    void before(const WorldState &state, const Action &action) override
    {
        for (StoreWatcher *watcher : m_watchers)
            watcher->before(state, action);
    }
    void after(const WorldState &state) override
    {
        for (StoreWatcher *watcher : m_watchers)
            watcher->after(state);
    }
    void hydrated(const WorldState &before, const WorldState &after) override
    {
        for (StoreWatcher *watcher : m_watchers)
            watcher->hydrated(before, after);
    }

    WorldStateStore &m_store;
    std::vector<StoreWatcher *> m_watchers;
};

} // namespace inspector
