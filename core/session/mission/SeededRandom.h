// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace inspector {

/// Numbers that look random and are the same for the same seed on every machine; the standard library's
/// distributions promise no such thing. The algorithm is SplitMix64 (Steele, Lea, Flood: "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014, with the constants that Sebastiano Vigna put into the public
/// domain). Not for secrets.
class SeededRandom
{
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed)
    {}

    [[nodiscard]] std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// From 0 to `count` - 1, each equally likely; 0 for a `count` of 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t count)
    {
        if (count == 0)
            return 0; // nothing to choose from
        // The uneven rest at the top of the 64-bit range is drawn again: it would favour small results.
        const std::uint64_t rest = (std::numeric_limits<std::uint64_t>::max() % count + 1) % count;
        std::uint64_t drawn = next();
        while (drawn > std::numeric_limits<std::uint64_t>::max() - rest)
            drawn = next();
        return drawn % count;
    }

private:
    std::uint64_t m_state;
};

} // namespace inspector
