// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"
#include "tests/bench/Figure.h"
#include "tests/bench/Machine.h"

#include <string>
#include <vector>

namespace inspector {

/// A run of the benchmarks: when, where, and what came out.
struct BenchReport
{
    TimeMs at = 0; ///< of its start
    bool quick = false;
    Machine machine;
    Figures figures;

    /// Why the figures must not be compared with anything; empty where they may.
    [[nodiscard]] std::string warning() const;
};

/// A table for people.
[[nodiscard]] std::string textOf(const BenchReport &report);

/// `{at, quick, warning, machine, figures: [{name, unit, median, min, max, baseline, cost, limit, bound,
/// met}]}`.
[[nodiscard]] JsonValue toJson(const BenchReport &report);

} // namespace inspector
