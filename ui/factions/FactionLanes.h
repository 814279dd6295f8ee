// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"
#include "core/factions/FactionCatalogue.h"
#include "ui/common/Theme.h"
#include "ui/plot/LaneContent.h"
#include "ui/plot/TrackAxis.h"

#include <QString>

#include <string>
#include <vector>

namespace inspector {

/// What the lanes of factions are made with.
struct FactionLaneOptions
{
    const FactionCatalogue &catalogue;
    const Theme &theme;
    TrackAxis axis;
    int width = 1; ///< of the part with the lines, in pixels
};

/// The factions that a session tells of, in the order of the catalogue and then of the session.
[[nodiscard]] std::vector<std::string> factionIds(
    const FactionTracks &tracks, const FactionCatalogue &catalogue);

/// A lane for each faction of factionIds: fame as a solid line, infamy as a dashed one, attitudes as spans,
/// cascades as marks. Heads show the state of the frame.
[[nodiscard]] std::vector<LaneContent> factionLanes(
    const InspectorFrame &frame, const FactionLaneOptions &options);

/// The heads of these lanes: the state of the frame. `chosen` is the id of a faction.
[[nodiscard]] std::vector<LaneHead> factionHeads(const InspectorFrame &frame,
    const FactionCatalogue &catalogue, const Theme &theme, const QString &chosen);

/// Whether events told the faction's fame and infamy. A record that was made by an attitude alone holds zeros
/// that nobody told.
[[nodiscard]] bool isReputationTold(const InspectorFrame &frame, const std::string &id);

/// What stands above them in a picture.
[[nodiscard]] QString factionLanesTitle(TrackAxis::Unit unit);

} // namespace inspector
