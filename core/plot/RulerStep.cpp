// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/RulerStep.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inspector {

double rulerStep(double least, bool isTime)
{
    constexpr double second = 1000;
    static constexpr std::array<double, 12> times{
        1000, 2000, 5000, 10'000, 15'000, 30'000, 60'000, 120'000, 300'000, 600'000, 1'800'000, 3'600'000};
    if (isTime && least > second / 2) {
        for (const double step : times) {
            if (step >= least)
                return step;
        }
        return times.back() * rulerStep(least / times.back(), false);
    }
    const double power = std::pow(10.0, std::floor(std::log10(std::max(least, 1e-3))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (power * factor >= least)
            return power * factor;
    }
    return power * 10;
}

} // namespace inspector
