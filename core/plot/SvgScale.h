// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <string>

namespace inspector {

/// Where the times of a session stand in an SVG plot; lengths are in its own unit.
struct SvgScale
{
    static constexpr double plotWidth = 960;  ///< of the whole picture
    static constexpr double labelWidth = 190; ///< left of the axis

    TimeMs begin = 0, end = 0; ///< of the axis, ms since the epoch

    /// Of a time; outside the axis, its nearest end.
    [[nodiscard]] double x(TimeMs at) const;
    /// Of a millisecond.
    [[nodiscard]] double perMs() const;
    /// The labels and lines of the axis, for a plot of that height above them.
    [[nodiscard]] std::string ruler(double height) const;
    static constexpr double rulerHeight = 24;

    /// "12.3": a tenth of the unit is enough.
    [[nodiscard]] static std::string number(double value);
    /// ` name="12.3"`
    [[nodiscard]] static std::string attribute(const char *name, double value);
};

} // namespace inspector
