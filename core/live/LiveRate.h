// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace inspector {

/// A bucket of records that fills as time goes by: whoever takes more than there is has to wait.
class LiveRate
{
public:
    explicit LiveRate(double perSecond)
        : m_perSecond(perSecond)
        , m_left(perSecond)
    {}

    /// Takes `records` at a moment (monotonic ns).
    void take(std::uint64_t records, std::int64_t nowNs)
    {
        fill(nowNs);
        m_left -= static_cast<double>(records);
    }

    /// Whether what was taken is paid for.
    [[nodiscard]] bool isFree(std::int64_t nowNs)
    {
        fill(nowNs);
        return m_left >= 0;
    }

private:
    void fill(std::int64_t nowNs)
    {
        constexpr double nsPerSecond = 1e9;
        if (m_last != 0)
            m_left += static_cast<double>(nowNs - m_last) / nsPerSecond * m_perSecond;
        m_left = std::min(m_left, m_perSecond);
        m_last = nowNs;
    }

    double m_perSecond;
    double m_left;
    std::int64_t m_last = 0;
};

} // namespace inspector
