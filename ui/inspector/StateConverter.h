// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/state/WorldState.h"
#include "ui/common/BackgroundTask.h"

#include <functional>
#include <optional>

namespace inspector {

/// Makes JSON of states beside the window's thread: one of a long session takes longer than a frame. For the
/// window's thread.
class StateConverter
{
public:
    using Done = std::function<void(const JsonValue &state)>;

    /// `done` is called on the window's thread, and not any more once the converter is gone.
    explicit StateConverter(Done done);

    /// While one is being converted the next one waits, and only the newest of those; so that something is
    /// shown also where they come faster than they can be converted.
    void convert(const WorldState &state);
    /// What was wanted is not any more.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

private:
    void start(const WorldState &state);
    void take(JsonValue state);

    Done m_done;
    std::optional<WorldState> m_next;
    JsonValue m_last;   // that was told of
    JsonValue m_freed;  // the one before, which takes as long to free as it did to make
    QThreadPool m_pool; // of its own: the work of others may take seconds
    BackgroundTask<JsonValue> m_task{m_pool};
};

} // namespace inspector
