// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/Event.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace inspector {

/// The plain way to a store whose states can be kept: a struct of standard containers, copied as a whole for
/// every event. What WorldStateStore is compared with; it keeps no more than half of what that keeps.
class CopyingStore
{
public:
    struct AttitudeChange
    {
        std::string from, to, source;
        TimeMs at = 0;
    };
    struct Faction
    {
        double fame = 0, infamy = 0;
        std::string attitude = "neutral", reason;
        TimeMs updatedAt = 0;
        std::vector<AttitudeChange> history; // newest 10
    };
    struct Prompt
    {
        std::string stepId, title, description;
        TimeMs shownAt = 0;
    };
    struct Snapshot
    {
        std::string event;
        std::vector<std::string> completedSteps;
        std::vector<Prompt> prompts;
    };
    struct State
    {
        std::map<std::string, Faction> factions;
        std::vector<std::string> completedSteps;
        std::vector<Prompt> prompts;     // newest 5
        std::vector<Snapshot> snapshots; // newest 10
    };
    using Listener = std::function<void(const State &previous, const State &next)>;

    explicit CopyingStore(Listener listener)
        : m_listener(std::move(listener))
    {}

    void dispatch(const Event &event);

    [[nodiscard]] const State &state() const { return m_state; }

private:
    State m_state;
    std::deque<Event> m_history; // newest 50
    Listener m_listener;
};

} // namespace inspector
