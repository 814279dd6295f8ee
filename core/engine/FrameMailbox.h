// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"

#include <mutex>
#include <utility>

namespace inspector {

/// Hands frames from the engine's thread to the one that shows them. Only the newest waits; a frame that
/// nobody took in time is replaced.
class FrameMailbox
{
public:
    /// True where none was waiting, so that the receiver has to be woken.
    bool put(InspectorFramePtr frame)
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_frame, std::move(frame)) == nullptr;
    }

    /// The frame that waits, or nullptr.
    [[nodiscard]] InspectorFramePtr take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_frame, nullptr);
    }

private:
    std::mutex m_mutex;
    InspectorFramePtr m_frame;
};

} // namespace inspector
