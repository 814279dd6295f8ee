// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "core/state/slices/FactionSlice.h"

#include <string>

namespace inspector {

/// The last cascade and every faction that cascades reached, the most often reached first (docs/formats.md,
/// "CSV").
[[nodiscard]] std::string cascadeCsv(const FactionState &state, const FactionCatalogue &catalogue);

} // namespace inspector
