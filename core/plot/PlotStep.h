// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace inspector {

/// A point of a line of steps: the value from `x` on; one without a value interrupts the line. Positions are
/// in the unit of their axis, ms since the epoch or record numbers.
struct PlotStep
{
    double x = 0;
    double y = 0;
    bool hasValue = true;
};

using PlotSteps = std::vector<PlotStep>;

} // namespace inspector
