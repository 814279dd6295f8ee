// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/session/SessionIndex.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

/// How many events of each domain, which is what stands before the first colon of their name, there are in
/// each step of a stretch of time.
struct EventRates
{
    static constexpr std::size_t maxDomains = 5; ///< the rest of them count together, under an empty name

    struct Domain
    {
        std::string name;
        std::uint64_t count = 0;          ///< in the stretch
        std::vector<std::uint32_t> steps; ///< of each step

        [[nodiscard]] std::uint32_t most() const;

        friend bool operator==(const Domain &, const Domain &) = default;
    };

    TimeMs begin = 0, end = 0;   ///< of the stretch; the first step begins with it
    double stepMs = 1000;        ///< how long each is
    std::vector<Domain> domains; ///< those with most events in the session first; always the same ones of it

    /// What `count` events in a step come to.
    [[nodiscard]] double perSecond(double count) const { return count * 1000 / stepMs; }
    /// Of all its events over the whole stretch.
    [[nodiscard]] double meanPerSecond(const Domain &domain) const;

    friend bool operator==(const EventRates &, const EventRates &) = default;
};

/// Between `begin` and `end`, ms since the epoch, by the times that the records tell; at most about `steps`
/// steps. Stops early where `stop` says so.
[[nodiscard]] EventRates eventRates(
    const SessionIndex &index, TimeMs begin, TimeMs end, std::size_t steps, const StopFlag &stop);

/// The least time between two records behind each other that are not of the same time, among the first
/// hundred thousand: as fine as the game's clock can be seen to be. 0 where there are no such two.
[[nodiscard]] double finestStepOf(const SessionIndex &index);

} // namespace inspector
