// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace inspector {

/// A clock that tests set; each look at the monotonic time moves it on by `stepNs`.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] TimeMs nowMs() const override { return now; }
    [[nodiscard]] std::int64_t monotonicNs() const override
    {
        return std::atomic_ref(m_elapsed).fetch_add(stepNs) + stepNs; // several jobs may look at it
    }

    TimeMs now = 1'768'469'443'000; // 2026-01-15T09:30:43Z
    std::int64_t stepNs = 1'000'000;

private:
    mutable std::int64_t m_elapsed = 0;
};

} // namespace inspector
