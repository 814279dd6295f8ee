// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedComparison.h"

#include "core/diff/JsonDiff.h"

#include <future>
#include <utility>

namespace inspector {

namespace {

/// The first record of a side that is in no run; nothing where all are.
std::optional<std::uint64_t> firstAlone(
    const AlignedRuns &runs, std::uint64_t size, std::uint64_t AlignedRun::*side)
{
    std::uint64_t next = 1;
    for (const AlignedRun &run : runs) {
        if (run.*side != next)
            break;
        next += run.length;
    }
    return next > size ? std::nullopt : std::optional(next);
}

} // namespace

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
    return AlignedComparison{std::move(base), std::move(head), choice, std::move(*alignment),
        std::move(verdict), std::move(changes)};
}

std::optional<AlignedComparison::Parting> AlignedComparison::parting() const
{
    if (choice.by != SessionAlignment::Choice::By::Events)
        return std::nullopt;
    const Parting parting{firstAlone(alignment.runs(), base->size(), &AlignedRun::base),
        firstAlone(alignment.runs(), head->size(), &AlignedRun::head)};
    return parting.base || parting.head ? std::optional(parting) : std::nullopt;
}

std::uint64_t AlignedComparison::partingInHead() const
{
    const std::optional<Parting> found = parting();
    const std::uint64_t ofBase = found->base ? alignment.headOf(*found->base) : 0;
    const bool isOfBase = found->base && (!found->head || ofBase < *found->head);
    return isOfBase ? ofBase : *found->head;
}

} // namespace inspector
