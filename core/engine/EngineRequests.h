// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "core/engine/EventFilter.h"
#include "core/engine/SessionSource.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace inspector {

/// What the window wants of the engine. Of each kind only the newest counts: who drags the cursor is not
/// interested in where it was.
class EngineRequests
{
public:
    struct Details
    {
        std::uint64_t request = 0;
        std::vector<std::uint64_t> numbers;
    };

    struct Values
    {
        std::uint64_t request = 0;
        std::uint64_t number = 0; ///< the record that they are asked for
        std::vector<ValuePath> paths;
        std::size_t most = 0; ///< changes of each
    };

    struct Batch
    {
        std::optional<SessionSource> open; ///< Kind::None closes
        bool stopLoading = false;          ///< what was read stays
        std::optional<std::uint64_t> cursor;
        std::optional<bool> followEnd;
        std::optional<EventFilter> filter;
        std::optional<Details> details;
        std::optional<Values> values;

        [[nodiscard]] bool isEmpty() const
        {
            return !open && !stopLoading && !cursor && !followEnd && !filter && !details && !values;
        }
    };

    /// Lets `change(Batch &)` add to what waits, and wakes the engine.
    template <class Change>
    void add(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change(m_waiting);
        }
        m_wake.notify_one();
    }

    /// What waits; where that is nothing, waits for it, at most for `patience`.
    [[nodiscard]] Batch take(const std::stop_token &stop, std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, patience, [this] { return !m_waiting.isEmpty(); });
        return std::exchange(m_waiting, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Batch m_waiting;
};

} // namespace inspector
