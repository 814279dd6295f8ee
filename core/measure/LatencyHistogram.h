// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inspector {

/// How long something took, many times over, in bounded memory: durations are told apart to a sixteenth of
/// themselves. A value.
class LatencyHistogram
{
public:
    /// Counts those that took longer than `limit` ns apart, exactly.
    explicit LatencyHistogram(std::int64_t limit = INT64_MAX)
        : m_limit(limit)
    {}

    /// A duration, and for how many it stands.
    void add(std::int64_t ns, std::uint64_t weight = 1);

    /// How many durations it stands for.
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// How many were measured.
    [[nodiscard]] std::uint64_t samples() const { return m_samples; }
    /// The longest one, ns; 0 where there is none.
    [[nodiscard]] std::int64_t greatest() const { return m_greatest; }
    /// What `share` of them, from 0 to 1, did not exceed; ns, rounded up to what is told apart.
    [[nodiscard]] std::int64_t percentile(double share) const;
    /// How many took longer than the limit.
    [[nodiscard]] std::uint64_t countOverLimit() const { return m_overLimit; }

    struct Bucket
    {
        std::int64_t begin = 0, end = 0; ///< ns; the end is not part of it
        std::uint64_t count = 0;

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    /// From the first to the last that holds any, `each` (1, 2, 4, 8 or 16) of those told apart as one.
    [[nodiscard]] std::vector<Bucket> buckets(std::size_t each = 1) const;

    friend bool operator==(const LatencyHistogram &, const LatencyHistogram &) = default;

private:
    std::int64_t m_limit;
    std::uint64_t m_overLimit = 0;
    std::vector<std::uint64_t> m_counts; // up to the last that holds any
    std::uint64_t m_count = 0, m_samples = 0;
    std::int64_t m_greatest = 0;
};

} // namespace inspector
