// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedComparison.h"

#include "core/diff/JsonDiff.h"

#include <future>
#include <utility>

namespace inspector {

Result<AlignedComparison> AlignedComparison::between(SessionInput base, SessionInput head,
    const SessionOutline::Options &options, const SessionAlignment::Choice &choice,
    const PathPatterns &ignored)
{
    auto other = std::async(
        std::launch::async, [&head, &options] { return SessionOutline::read(std::move(head), options); });
    Result<SessionOutline> one = SessionOutline::read(std::move(base), options);
    Result<SessionOutline> two = other.get();
    if (!one)
        return tl::unexpected(one.error());
    if (!two)
        return tl::unexpected(two.error());
    auto alignment = SessionAlignment::between(*one, *two, choice);
    if (!alignment)
        return tl::unexpected(alignment.error());
    std::vector<VerdictRow> verdict = verdictOf(*one, *two, *alignment, options.catalogue);
    JsonChanges changes = diffJson(snapshotJson(one->end), snapshotJson(two->end), ignored);
    return AlignedComparison{std::move(*one), std::move(*two), choice, std::move(*alignment),
        std::move(verdict), std::move(changes)};
}

} // namespace inspector
