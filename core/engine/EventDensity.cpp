// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EventDensity.h"

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

// What ECMAScript takes for a date; a session may hold any number.
constexpr TimeMs latest = 8.64e15;

/// Half of it, rounded down, also below zero.
std::int64_t halved(std::int64_t index)
{
    return index >= 0 ? index / 2 : (index - 1) / 2;
}

} // namespace

void EventDensity::add(TimeMs time, bool changesState)
{
    time = std::clamp(time, -latest, latest);
    if (m_buckets.empty()) {
        m_first = indexOf(time);
        m_buckets.emplace_back();
    }
    const auto spanWith = [&] {
        const std::int64_t last = m_first + static_cast<std::int64_t>(m_buckets.size()) - 1;
        const std::int64_t index = indexOf(time);
        return std::max(last, index) - std::min(m_first, index) + 1;
    };
    while (spanWith() > static_cast<std::int64_t>(maxBuckets))
        widen();
    const std::int64_t index = indexOf(time);
    if (index < m_first) {
        m_buckets.insert(m_buckets.begin(), static_cast<std::size_t>(m_first - index), Bucket());
        m_first = index;
    }
    const auto place = static_cast<std::size_t>(index - m_first);
    if (place >= m_buckets.size())
        m_buckets.resize(place + 1);
    ++m_buckets[place].all;
    m_buckets[place].changing += changesState ? 1 : 0;
}

std::int64_t EventDensity::indexOf(TimeMs time) const
{
    return static_cast<std::int64_t>(std::floor(time / m_width));
}

void EventDensity::widen()
{
    const std::int64_t first = halved(m_first);
    std::vector<Bucket> wider;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        const auto place = static_cast<std::size_t>(halved(m_first + static_cast<std::int64_t>(i)) - first);
        wider.resize(place + 1);
        wider[place].all += m_buckets[i].all;
        wider[place].changing += m_buckets[i].changing;
    }
    m_buckets = std::move(wider);
    m_first = first;
    m_width *= 2;
}

} // namespace inspector
