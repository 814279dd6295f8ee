// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status/LiveLag.h"

#include <algorithm>

namespace inspector {

namespace {
constexpr std::int64_t span = 2'000'000'000; // ns; a worst that is gone at once is not read by anybody
}

void LiveLag::add(double lagMs, std::int64_t now)
{
    while (!m_samples.empty() && m_samples.front().at <= now - span)
        m_samples.pop_front();
    m_samples.push_back({now, lagMs});
}

std::optional<double> LiveLag::worst(std::int64_t now) const
{
    std::optional<double> worst;
    for (const Sample &sample : m_samples) {
        if (sample.at > now - span)
            worst = std::max(worst.value_or(sample.lagMs), sample.lagMs);
    }
    return worst;
}

} // namespace inspector
