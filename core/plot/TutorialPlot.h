// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"

#include <cstddef>
#include <string>

namespace inspector {

/// The steps of the tutorial over the time of a session as an SVG picture: a line each, how long it took and
/// how it ended. Empty where there was none. At most `mostSteps`, the first ones.
[[nodiscard]] std::string tutorialPlot(const SessionTracks &tracks, std::size_t mostSteps = 60);

} // namespace inspector
