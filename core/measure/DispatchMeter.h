// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/measure/LatencyHistogram.h"

namespace inspector {

/// Takes the time of dispatches: of each of the first, then of one in many, which stands for those between,
/// because a look at the clock takes a good part of what it measures.
class DispatchMeter
{
public:
    static constexpr std::uint64_t eachOfFirst = 4096;
    static constexpr std::uint64_t oneIn = 61;       ///< a prime: patterns of events have other lengths
    static constexpr std::int64_t limitNs = 250'000; ///< what a dispatch may take

    /// Without a clock nothing is measured. The clock must outlive it.
    explicit DispatchMeter(const Clock *clock)
        : m_clock(clock)
    {}

    /// Calls `dispatch`.
    template <class Dispatch>
    void run(Dispatch dispatch)
    {
        const std::uint64_t weight = m_seen < eachOfFirst ? 1 : oneIn;
        if (m_clock == nullptr || m_seen++ % weight != 0)
            return dispatch();
        const std::int64_t start = m_clock->monotonicNs();
        dispatch();
        m_histogram.add(m_clock->monotonicNs() - start, weight);
    }

    [[nodiscard]] const LatencyHistogram &histogram() const { return m_histogram; }

private:
    const Clock *m_clock;
    std::uint64_t m_seen = 0;
    LatencyHistogram m_histogram{limitNs};
};

} // namespace inspector
