// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/StateConverter.h"

#include <utility>

namespace inspector {

StateConverter::StateConverter(Done done)
    : m_done(std::move(done))
{
    m_pool.setMaxThreadCount(1);
}

void StateConverter::convert(const WorldState &state)
{
    if (m_task.isRunning())
        m_next = state;
    else
        start(state);
}

void StateConverter::cancel()
{
    m_task.cancel();
    m_next.reset();
}

void StateConverter::start(const WorldState &state)
{
    // What is freed goes along, to be freed with the work on the other thread.
    m_task.start(
        [state, freed = std::exchange(m_freed, {})](const StopFlag &) { return snapshotJson(state); },
        [this](JsonValue made) { take(std::move(made)); });
}

void StateConverter::take(JsonValue state)
{
    m_done(state); // after which others hold of the one before at most what is the same
    m_freed = std::exchange(m_last, std::move(state));
    if (const auto next = std::exchange(m_next, std::nullopt))
        start(*next);
}

} // namespace inspector
