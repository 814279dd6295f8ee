// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"
#include "ui/common/Theme.h"
#include "ui/plot/LaneContent.h"
#include "ui/plot/TrackAxis.h"

#include <vector>

namespace inspector {

/// Two lanes: the steps as spans with hint updates at their foot, and the snapshots that the slice took.
[[nodiscard]] std::vector<LaneContent> tutorialLanes(
    const InspectorFrame &frame, const Theme &theme, const TrackAxis &axis, int width);

/// The heads of these lanes.
[[nodiscard]] std::vector<LaneHead> tutorialHeads(const InspectorFrame &frame);

/// What stands above them in a picture.
[[nodiscard]] QString tutorialLanesTitle();

} // namespace inspector
