// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
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
    std::optional<double> ratio;    ///< median of ours by the plain way, over the turns
    std::optional<double> limit;
    Bound bound = Bound::AtMost;

    /// Whether the median keeps to the limit; a figure without one does.
    [[nodiscard]] bool isMet() const
    {
        return !limit || (bound == Bound::AtMost ? median <= *limit : median >= *limit);
    }

    /// What can be compared between machines, and is the worse the more it is: how many times the plain way's
    /// time ours takes, or a size. Nothing for a time that has no plain way beside it.
    [[nodiscard]] std::optional<double> cost() const;
};
using Figures = std::vector<Figure>;

} // namespace inspector
