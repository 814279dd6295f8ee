// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/Fields.h"

#include <cmath>

namespace inspector {

/// Whether an event that sets a value to `after` and says that it changed it by `delta` tells another value
/// before it than the one known: a cascade changed it without an event, or an event is missing. Not where
/// the event says only one of the two.
[[nodiscard]] inline bool tellsAnother(double before, const Number &after, const Number &delta)
{
    constexpr double rounding = 1e-6;
    return after && delta && std::abs(*after - before - *delta) > rounding;
}

} // namespace inspector
