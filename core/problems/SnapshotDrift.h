// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

#include <optional>
#include <string>

namespace inspector {

/// What the slices that `snapshot`, as it came, holds of ours have become by it that is not what the events
/// before it made, in words. Nothing where they agree but for times, the limits of lists and factions that
/// nothing told of yet, or nothing was known before it.
[[nodiscard]] std::optional<std::string> snapshotDrift(
    const WorldState &rebuilt, const WorldState &taken, const JsonObject &snapshot);

} // namespace inspector
