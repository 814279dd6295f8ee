// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"
#include "ui/plot/TrackAxis.h"

#include <vector>

namespace inspector {

/// The stretches that were not recorded, as far as they are visible; those that share a pixel once.
/// `perUnit` is pixels for a unit of the axis. On an axis of record numbers they have no length.
[[nodiscard]] std::vector<LaneContent::Gap> laneGaps(
    const SharedList<SessionTracks::Landmark> &gaps, const TrackAxis &axis, double perUnit);

} // namespace inspector
