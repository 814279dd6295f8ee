// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

namespace inspector {

/// Is shown the state around each action of a WorldStateStore. Cheaper than its onUpdate(), for which the
/// state before an event is kept as a whole and so cannot be changed in place: what is needed of it has to be
/// looked at in before().
class StoreWatcher
{
public:
    StoreWatcher() = default;
    StoreWatcher(const StoreWatcher &) = delete;
    StoreWatcher &operator=(const StoreWatcher &) = delete;
    virtual ~StoreWatcher() = default;

    /// What the action finds. The references live for the call; whatever is copied of the state costs the
    /// reducer a copy of its own.
    virtual void before(const WorldState &state, const Action &action) = 0;
    /// What became of it, which may be nothing.
    virtual void after(const WorldState &state) = 0;
    /// A snapshot took the place of the whole state, and differs from it.
    virtual void hydrated(const WorldState &before, const WorldState &after) = 0;
};

} // namespace inspector
