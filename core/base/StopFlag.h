// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <atomic>

namespace inspector {

/// A wish to stop, from any thread or a signal handler; whoever works looks at it now and then.
class StopFlag
{
public:
    enum class Reason
    {
        None,
        Interrupt, ///< by the user
        Terminate, ///< by the system
    };

    void request(Reason reason = Reason::Interrupt) noexcept { m_reason.store(reason); }
    [[nodiscard]] bool isRequested() const noexcept { return m_reason.load() != Reason::None; }

    /// What whoever stops fails with: `interrupted` or `terminated`.
    [[nodiscard]] tl::unexpected<Error> failureOf(const std::string &what) const
    {
        return m_reason.load() == Reason::Terminate ? failure("terminated", what + " was terminated")
                                                    : failure("interrupted", what + " was interrupted");
    }

private:
    static_assert(std::atomic<Reason>::is_always_lock_free, "a signal handler sets it");
    std::atomic<Reason> m_reason{Reason::None};
};

} // namespace inspector
