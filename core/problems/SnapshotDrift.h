// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

#include <optional>
#include <string>

namespace inspector {

/// What a snapshot holds of our slices that is not what the events before it made, in words; nothing where
/// they agree but for times, or nothing was known before it.
[[nodiscard]] std::optional<std::string> snapshotDrift(const WorldState &rebuilt, const WorldState &snapshot);

} // namespace inspector
