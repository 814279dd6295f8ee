// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ReportFormat.h"
#include "core/compare/SessionVerdict.h"
#include "core/diff/PathPatterns.h"

#include <string>

namespace inspector {

/// Two sessions side by side (docs/compare.md, "Aligned").
struct AlignedComparison
{
    SessionOutline base, head;
    SessionAlignment::Choice choice;
    SessionAlignment alignment;
    std::vector<VerdictRow> verdict;
    PathPatterns ignored; ///< of the states

    /// Reads both, side by side. Errors: those of SessionOutline and SessionAlignment.
    [[nodiscard]] static Result<AlignedComparison> between(SessionInput base, SessionInput head,
        const SessionOutline::Options &options, const SessionAlignment::Choice &choice,
        const PathPatterns &ignored);

    [[nodiscard]] bool isSame() const;
};

[[nodiscard]] std::string alignedReport(const AlignedComparison &comparison, ReportFormat format);

} // namespace inspector
