// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Csv.h"
#include "core/factions/FactionCatalogue.h"
#include "core/state/slices/FactionSlice.h"

#include <string>

namespace inspector {

/// The last cascade and every faction that cascades reached, the most often reached first (docs/formats.md,
/// "CSV").
[[nodiscard]] std::string cascadeCsv(const FactionState &state, const FactionCatalogue &catalogue,
    CsvFormulas formulas = CsvFormulas::AsTheyAre);

} // namespace inspector
