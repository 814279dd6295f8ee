// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"
#include "core/factions/FactionCatalogue.h"

#include <string>

namespace inspector {

/// The factions of a session over its time as an SVG picture: a lane each, fame solid, infamy dashed,
/// attitudes as spans with their words, gaps hatched, markers. Its colours are those of the classes in
/// reportStyle (core/report/ReportStyle.h). Empty where no faction was heard of. At most `mostLanes` lanes,
/// those of the catalogue first.
[[nodiscard]] std::string factionPlot(
    const SessionTracks &tracks, const FactionCatalogue &catalogue, std::size_t mostLanes = 24);

} // namespace inspector
