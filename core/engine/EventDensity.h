// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <cstdint>
#include <vector>

namespace inspector {

/// How many records fall into each stretch of a session's time, in bounded memory: where there are too many
/// stretches, two become one. A value.
class EventDensity
{
public:
    static constexpr std::size_t maxBuckets = 2048;

    struct Bucket
    {
        std::uint32_t all = 0;
        std::uint32_t changing = 0; ///< those that change state

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    /// Counts a record at `time`, ms since the epoch; the clock may go back.
    void add(TimeMs time, bool changesState);

    [[nodiscard]] bool empty() const { return m_buckets.empty(); }
    /// Where the first bucket begins, and how long each is, in ms.
    [[nodiscard]] TimeMs start() const { return static_cast<TimeMs>(m_first) * m_width; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] const std::vector<Bucket> &buckets() const { return m_buckets; }

private:
    [[nodiscard]] std::int64_t indexOf(TimeMs time) const;
    void widen();

    double m_width = 1;       // ms, a power of two
    std::int64_t m_first = 0; // the first bucket begins at m_first * m_width
    std::vector<Bucket> m_buckets;
};

} // namespace inspector
