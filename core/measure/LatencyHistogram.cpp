// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/LatencyHistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace inspector {

namespace {

// Below 2^fineBits every duration has a bucket of its own; above, each doubling has this many.
constexpr unsigned fineBits = 4;
constexpr std::uint64_t perDoubling = 1U << fineBits;

std::size_t indexOf(std::uint64_t ns)
{
    if (ns < perDoubling)
        return ns;
    const unsigned shift = static_cast<unsigned>(std::bit_width(ns)) - fineBits - 1;
    return (shift << fineBits) + (ns >> shift);
}

std::int64_t beginOf(std::size_t index)
{
    if (index < 2 * perDoubling)
        return static_cast<std::int64_t>(index);
    const std::size_t shift = (index >> fineBits) - 1;
    return static_cast<std::int64_t>((index - (shift << fineBits)) << shift);
}

} // namespace

void LatencyHistogram::add(std::int64_t ns, std::uint64_t weight)
{
    ns = std::max<std::int64_t>(ns, 0); // where a clock is worse than it promises
    const std::size_t index = indexOf(static_cast<std::uint64_t>(ns));
    if (index >= m_counts.size())
        m_counts.resize(index + 1);
    m_counts[index] += weight;
    m_count += weight;
    ++m_samples;
    m_overLimit += ns > m_limit ? weight : 0;
    m_greatest = std::max(m_greatest, ns);
}

std::int64_t LatencyHistogram::percentile(double share) const
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        seen += m_counts[i];
        if (seen >= wanted && seen > 0)
            return std::min(beginOf(i + 1) - 1, m_greatest);
    }
    return m_greatest;
}

std::vector<LatencyHistogram::Bucket> LatencyHistogram::buckets(std::size_t each) const
{
    std::vector<Bucket> all;
    const auto any = std::find_if(m_counts.begin(), m_counts.end(), [](std::uint64_t n) { return n > 0; });
    const auto first = static_cast<std::size_t>(any - m_counts.begin()) / each * each;
    for (std::size_t i = first; i < m_counts.size(); i += each) {
        Bucket &bucket = all.emplace_back(Bucket{beginOf(i), beginOf(i + each), 0});
        for (std::size_t part = i; part < std::min(i + each, m_counts.size()); ++part)
            bucket.count += m_counts[part];
    }
    return all;
}

} // namespace inspector
