// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ValueHistory.h"
#include "core/factions/FactionCatalogue.h"

#include <QString>

namespace inspector {

/// The sentence that explains a value (docs/user-interface.md, "Why"): "hostile since #18,219: cascade from
/// Vanguard Prime (+80 fame, escort)".
[[nodiscard]] QString whyWords(const ValueHistory &history, const FactionCatalogue &catalogue);

} // namespace inspector
