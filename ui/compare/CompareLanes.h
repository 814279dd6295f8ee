// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/AlignedComparison.h"
#include "core/engine/InspectorFrame.h"
#include "core/factions/FactionCatalogue.h"
#include "ui/common/Theme.h"
#include "ui/plot/LaneContent.h"
#include "ui/plot/TrackAxis.h"

#include <vector>

namespace inspector {

/// What the lanes of a comparison are made with.
struct CompareLaneOptions
{
    const FactionCatalogue &catalogue;
    const Theme &theme;
    TrackAxis axis;
    int width = 1; ///< of the part with the lines, in pixels
};

/// The lanes of two sessions over the time of the head: the steps of the tutorial, then a lane for each
/// faction that either tells of. What the base tells stands thin at the place of the head that is the same.
[[nodiscard]] std::vector<LaneContent> compareLanes(
    const InspectorFrame &head, const AlignedComparison &comparison, const CompareLaneOptions &options);

/// The heads of these lanes: what both have at the cursor.
[[nodiscard]] std::vector<LaneHead> compareHeads(const InspectorFrame &head,
    const AlignedComparison &comparison, const FactionCatalogue &catalogue, const Theme &theme,
    const QString &chosen);

/// What stands above them in a picture.
[[nodiscard]] QString compareLanesTitle();

} // namespace inspector
