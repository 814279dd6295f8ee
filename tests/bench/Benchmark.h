// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "tests/bench/Figure.h"

#include <QString>

#include <string_view>
#include <vector>

namespace inspector {

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
