// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

namespace inspector {

/// How long what happens in a game takes until it is here: the worst of the last two seconds. Times of the
/// moments in ns, lags in ms.
class LiveLag
{
public:
    void add(double lagMs, std::int64_t now);
    /// Nothing where nothing came for a while.
    [[nodiscard]] std::optional<double> worst(std::int64_t now) const;
    void clear() { m_samples.clear(); }

private:
    struct Sample
    {
        std::int64_t at = 0;
        double lagMs = 0;
    };
    std::deque<Sample> m_samples;
};

} // namespace inspector
