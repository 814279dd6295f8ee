// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    std::vector<VerdictRow> verdict;
    JsonChanges changes; ///< of the state at the end, without what is passed over

    /// Reads both, side by side. Errors: those of SessionOutline and SessionAlignment.
    [[nodiscard]] static Result<AlignedComparison> between(SessionInput base, SessionInput head,
        const SessionOutline::Options &options, const SessionAlignment::Choice &choice,
        const PathPatterns &ignored);

    /// The same of two that were read already.
    [[nodiscard]] static Result<AlignedComparison> of(std::shared_ptr<const SessionOutline> base,
        std::shared_ptr<const SessionOutline> head, const FactionCatalogue &catalogue,
        const SessionAlignment::Choice &choice, const PathPatterns &ignored);

    /// The first records that only one of the two has, in each; nothing where there is none. Only where they
    /// are aligned by what they are about.
    struct Parting
    {
        std::optional<std::uint64_t> base, head;

        friend bool operator==(const Parting &, const Parting &) = default;
    };
    [[nodiscard]] std::optional<Parting> parting() const;
    /// Where in the head that is; only where there is one. The base's record is where it would be.
    [[nodiscard]] std::uint64_t partingInHead() const;

    [[nodiscard]] bool isSame() const { return verdict.empty() && changes.empty(); }
};

} // namespace inspector
