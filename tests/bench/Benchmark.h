// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// One number that was measured several times (docs/performance.md).
struct Figure
{
    enum class Bound
    {
        AtMost,
        AtLeast,
    };

    std::string name;
    std::string unit;
    double median = 0, min = 0, max = 0;
    std::optional<double> baseline; ///< median of the plain way to do the same, measured in turns with it
    std::optional<double> limit;
    Bound bound = Bound::AtMost;

    /// Whether the median keeps to the limit; a figure without one does.
    [[nodiscard]] bool isMet() const
    {
        return !limit || (bound == Bound::AtMost ? median <= *limit : median >= *limit);
    }
};
using Figures = std::vector<Figure>;

/// What every measurement needs.
struct BenchContext
{
    const Clock &clock;
    QString folder;     ///< for files, on a disk; empty at the start of the run
    bool quick = false; ///< tiny sizes: to see that it works, not how fast

    /// `full`, or `tiny` in a quick run.
    [[nodiscard]] std::size_t size(std::size_t full, std::size_t tiny) const { return quick ? tiny : full; }
};

/// The measurements of one topic; fails where there is something wrong with the files that it needs.
struct Benchmark
{
    std::string_view name;
    Result<Figures> (*measure)(const BenchContext &);
};

/// Everything that is measured, in the order of measuring.
[[nodiscard]] const std::vector<Benchmark> &benchmarks();

} // namespace inspector
