// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Csv.h"
#include "core/state/slices/TutorialSlice.h"

#include <string>

namespace inspector {

/// The prompt snapshots, oldest first (docs/formats.md, "CSV").
[[nodiscard]] std::string tutorialSnapshotsCsv(
    const TutorialState &state, CsvFormulas formulas = CsvFormulas::AsTheyAre);

} // namespace inspector
