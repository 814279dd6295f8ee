// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// Where a value stands in a snapshot (docs/formats.md): its keys, and the places in lists as numbers.
using ValuePath = std::vector<std::string>;

/// The value there; null where there is none. Writes no more of the state as JSON than the struct that holds
/// it.
[[nodiscard]] JsonValue valueAt(const WorldState &state, const ValuePath &path);

/// The place in a list of `size` elements that a part of a path says; nothing where it says none.
[[nodiscard]] std::optional<std::size_t> listPlace(const std::string &part, std::size_t size);

/// The path as a person writes it: `factions.byId.wraith_network.attitude`.
[[nodiscard]] std::string pathText(const ValuePath &path);

} // namespace inspector
