// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/AttitudePath.h"
#include "core/factions/FactionCatalogue.h"
#include "ui/common/Theme.h"
#include "ui/plot/PlaneContent.h"

namespace inspector {

/// The regions of a faction's rule, between the limits of the values, without a path.
[[nodiscard]] PlaneContent planeContent(
    const Faction &faction, const CascadeRule &limits, const Theme &theme);

/// Adds the way that the faction took; its last point is where it is now.
void setPath(PlaneContent &content, const AttitudePath &path);

/// What stands above it in a picture.
[[nodiscard]] QString planeTitle(const Faction &faction);

} // namespace inspector
