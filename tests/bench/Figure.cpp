// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Figure.h"

namespace inspector {

std::optional<double> Figure::cost() const
{
    if (ratio)
        return bound == Bound::AtMost ? *ratio : 1 / *ratio;
    if (unit == "MiB" || unit == "bytes a record" || unit == "ratio")
        return median;
    return {};
}

} // namespace inspector
