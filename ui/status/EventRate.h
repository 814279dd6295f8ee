// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

namespace inspector {

/// How many events came in the last second, of a count that is looked at now and then. Times in ns.
class EventRate
{
public:
    /// There were `count` events at `now`; both do not fall.
    void add(std::uint64_t count, std::int64_t now);
    [[nodiscard]] double perSecond(std::int64_t now) const;
    void clear() { m_samples.clear(); }

private:
    struct Sample
    {
        std::int64_t at = 0;
        std::uint64_t count = 0;
    };
    std::deque<Sample> m_samples; // the first one may be older than a second
};

} // namespace inspector
