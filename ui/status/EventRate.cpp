// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status/EventRate.h"

#include <algorithm>
#include <iterator>

namespace inspector {

namespace {
constexpr std::int64_t second = 1'000'000'000;
}

void EventRate::add(std::uint64_t count, std::int64_t now)
{
    while (m_samples.size() > 1 && m_samples[1].at <= now - second)
        m_samples.pop_front();
    m_samples.push_back({now, count});
}

// What there was a second ago is what the last look before that saw: a count does not change unseen for long.
double EventRate::perSecond(std::int64_t now) const
{
    if (m_samples.empty())
        return 0;
    const auto later = std::find_if(
        m_samples.begin(), m_samples.end(), [&](const Sample &sample) { return sample.at > now - second; });
    if (later == m_samples.end())
        return 0;
    const Sample &from = later == m_samples.begin() ? *later : *std::prev(later);
    // Of a session that was opened just now half a second is enough to go by, less is not. What came while
    // nobody looked, came in all that time.
    const std::int64_t least = std::max(now - from.at, second / 2);
    const std::int64_t span = from.count == later->count ? std::min(least, second) : least;
    const std::uint64_t came = m_samples.back().count - from.count;
    return static_cast<double>(came) * static_cast<double>(second) / static_cast<double>(span);
}

} // namespace inspector
