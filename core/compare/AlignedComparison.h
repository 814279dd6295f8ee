// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/SessionVerdict.h"
#include "core/diff/JsonChange.h"
#include "core/diff/PathPatterns.h"

#include <vector>

namespace inspector {

/// Two sessions side by side (docs/compare.md, "Aligned").
struct AlignedComparison
{
    SessionOutline base, head;
    SessionAlignment::Choice choice;
    SessionAlignment alignment;
    std::vector<VerdictRow> verdict;
    JsonChanges changes; ///< of the state at the end, without what is passed over

    /// Reads both, side by side. Errors: those of SessionOutline and SessionAlignment.
    [[nodiscard]] static Result<AlignedComparison> between(SessionInput base, SessionInput head,
        const SessionOutline::Options &options, const SessionAlignment::Choice &choice,
        const PathPatterns &ignored);

    [[nodiscard]] bool isSame() const { return verdict.empty() && changes.empty(); }
};

} // namespace inspector
