// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mission/SeededRandom.h"

#include <cstdint>

namespace inspector {

class StrictJson;

/// Numbers at equal distances from which one is drawn. Ends and distance are whole eighths, so every draw and
/// every sum of draws is exact on every machine.
struct NumberRange
{
    double min = 0;
    double step = 1;
    std::uint64_t steps = 0; ///< above `min`; 0 makes it one fixed number

    [[nodiscard]] double draw(SeededRandom &random) const
    {
        return min + step * static_cast<double>(random.below(steps + 1));
    }

    friend bool operator==(const NumberRange &, const NumberRange &) = default;
};

/// Reads `7`, `[least, most]` or `[least, most, distance]` (else 1).
[[nodiscard]] NumberRange readRange(const StrictJson &json);
/// Reads a range of whole numbers that are at least `least`.
[[nodiscard]] NumberRange readWholeRange(const StrictJson &json, double least);

} // namespace inspector
