// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mission/MissionScript.h"

namespace inspector {

// Readers of the small parts of a mission file. What is wrong is reported as StrictJson does; factions that
// are named are remembered in `names`.

[[nodiscard]] std::vector<Move> readMoves(const StrictJson &json, MissionNames &names);
/// The `event` and `payload` members of `json`.
[[nodiscard]] EventMove readEvent(const StrictJson &json, MissionNames &names);
/// One text, or a list of at least one.
[[nodiscard]] TextChoices readTextChoices(const StrictJson &json);
[[nodiscard]] JsonValue readControlHint(const StrictJson &json);

} // namespace inspector
