// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace inspector {

/// A wall clock that stands still, so that the same input gives the same bytes (`--clock`, SOURCE_DATE_EPOCH,
/// tests). Durations still come from the clock it wraps; without one they are 0.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(TimeMs now, const Clock *durations = nullptr)
        : m_now(now)
        , m_durations(durations)
    {}

    [[nodiscard]] TimeMs nowMs() const override { return m_now; }
    [[nodiscard]] std::int64_t monotonicNs() const override
    {
        return m_durations == nullptr ? 0 : m_durations->monotonicNs();
    }

private:
    TimeMs m_now;
    const Clock *m_durations;
};

} // namespace inspector
