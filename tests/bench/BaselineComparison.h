// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/base/Result.h"
#include "tests/bench/Figure.h"

#include <string>
#include <vector>

namespace inspector {

/// Figures beside those of an earlier run, maybe of another machine: compared are their costs
/// (Figure::cost), which hold on any machine (docs/performance.md, "Guard").
class BaselineComparison
{
public:
    /// From this many times its earlier cost on, a figure got slower. Below is what a busy machine does by
    /// itself.
    static constexpr double slower = 1.3;
    /// From here on nobody may say that it was the machine.
    static constexpr double muchSlower = 2;

    struct Change
    {
        std::string name;
        double before = 0, now = 0; ///< costs

        [[nodiscard]] double ratio() const { return now / before; }

        friend bool operator==(const Change &, const Change &) = default;
    };

    /// `baseline` is a report as toJson() makes them. Error `bad_baseline`, also where the two have no figure
    /// in common.
    [[nodiscard]] static Result<BaselineComparison> of(const Figures &figures, const JsonValue &baseline);

    /// In the order of the figures; those that the baseline does not know are left out.
    [[nodiscard]] const std::vector<Change> &changes() const { return m_changes; }
    [[nodiscard]] bool isMuchSlower() const;

    /// A line for each figure that got slower or faster, and one that says how many did not.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Change> m_changes;
};

} // namespace inspector
