// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"
#include "core/expect/ExpectationResult.h"
#include "core/factions/FactionCatalogue.h"
#include "core/inspector/StateSummary.h"
#include "core/problems/Problem.h"
#include "core/session/ReadReport.h"

#include <string>
#include <vector>

namespace inspector {

/// What a report tells of one session, or of a part of it. All must outlive the call that writes it.
struct SessionReport
{
    const std::string &name;  ///< of the input
    const std::string &label; ///< which state it is; empty for that at the end
    TimeMs generatedAt = 0;   ///< ms since the epoch
    const ReadReport &read;
    const std::vector<Problem> &problems;
    const std::vector<ExpectationResult> &expectations;
    const StateSummary &state;
    const SessionTracks &tracks;
    const FactionCatalogue &catalogue;
};

/// The report as one HTML page (docs/formats.md, "Report"): complete in itself, without scripts, light and
/// dark as its reader's system is, black on white on paper. What the game or a file says is text in it, never
/// markup. Ends with a newline.
[[nodiscard]] std::string reportHtml(const SessionReport &report);

} // namespace inspector
