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
    auto other = std::async(std::launch::async,
        [&head, &options, &ignored] { return SessionOutline::read(std::move(head), options, ignored); });
    Result<SessionOutline> one = SessionOutline::read(std::move(base), options, ignored);
    Result<SessionOutline> two = other.get();
    if (!one)
        return tl::unexpected(one.error());
    if (!two)
        return tl::unexpected(two.error());
    return of(std::make_shared<const SessionOutline>(std::move(*one)),
        std::make_shared<const SessionOutline>(std::move(*two)), options.catalogue, choice, ignored);
}

Result<AlignedComparison> AlignedComparison::of(std::shared_ptr<const SessionOutline> base,
    std::shared_ptr<const SessionOutline> head, const FactionCatalogue &catalogue,
    const SessionAlignment::Choice &choice, const PathPatterns &ignored)
{
    auto alignment = SessionAlignment::between(*base, *head, choice);
    if (!alignment)
        return tl::unexpected(alignment.error());
    std::vector<VerdictRow> verdict = verdictOf(*base, *head, *alignment, catalogue);
    JsonChanges changes = diffJson(snapshotJson(base->end), snapshotJson(head->end), ignored);
    const std::optional<Parting> parting = partingOf(*base, *head, *alignment);
    return AlignedComparison{std::move(base), std::move(head), choice, std::move(*alignment), parting,
        std::move(verdict), std::move(changes)};
}

std::uint64_t AlignedComparison::partingInHead() const
{
    return parting->head ? *parting->head : alignment.headOf(*parting->base);
}

} // namespace inspector
