// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/Parting.h"
#include "core/compare/SessionVerdict.h"
#include "core/diff/JsonChange.h"
#include "core/diff/PathPatterns.h"

#include <memory>
#include <optional>
#include <vector>

namespace inspector {

/// Two sessions side by side (docs/compare.md, "Aligned").
struct AlignedComparison
{
    std::shared_ptr<const SessionOutline> base, head; ///< never nullptr
    SessionAlignment::Choice choice;
    SessionAlignment alignment;
    std::optional<Parting> parting; ///< the first place at which records are not the same
    std::vector<VerdictRow> verdict;
    JsonChanges changes; ///< of the state at the end, without what is passed over

    /// Reads both, side by side. Errors: those of SessionOutline and SessionAlignment.
    [[nodiscard]] static Result<AlignedComparison> between(SessionInput base, SessionInput head,
        const SessionOutline::Options &options, const SessionAlignment::Choice &choice,
        const PathPatterns &ignored);

    /// The same of two that were read already, with the same `ignored`.
    [[nodiscard]] static Result<AlignedComparison> of(std::shared_ptr<const SessionOutline> base,
        std::shared_ptr<const SessionOutline> head, const FactionCatalogue &catalogue,
        const SessionAlignment::Choice &choice, const PathPatterns &ignored);

    /// Where in the head they part; only where they do. The base's record is where it would be.
    [[nodiscard]] std::uint64_t partingInHead() const;

    /// Whether the same came of both. That they part alone is no difference: they may say something else on
    /// the way to the same end.
    [[nodiscard]] bool isSame() const { return verdict.empty() && changes.empty(); }
};

} // namespace inspector
