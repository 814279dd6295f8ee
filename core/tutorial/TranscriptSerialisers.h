// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Csv.h"
#include "core/tutorial/TranscriptEntry.h"

#include <string>
#include <vector>

namespace inspector {

/// The transcript as the summary lists it (docs/formats.md, "Summary"): one object per entry, with its place
/// in the list and its time as ISO text.
[[nodiscard]] JsonValue transcriptJson(const std::vector<TranscriptEntry> &entries);
[[nodiscard]] std::string transcriptCsv(
    const std::vector<TranscriptEntry> &entries, CsvFormulas formulas = CsvFormulas::AsTheyAre);
[[nodiscard]] std::string transcriptMarkdown(const std::vector<TranscriptEntry> &entries);

} // namespace inspector
