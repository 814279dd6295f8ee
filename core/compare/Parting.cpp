// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/Parting.h"

#include "core/compare/ContentHasher.h"

namespace inspector {

namespace {

/// The first record from #`number` to before #`end` that is compared.
std::optional<std::uint64_t> firstCompared(
    const SessionOutline &side, std::uint64_t number, std::uint64_t end)
{
    while (number < end && side.contents[number - 1] == ContentHasher::notCompared)
        ++number;
    return number < end ? std::optional(number) : std::nullopt;
}

/// Where two sessions are being compared; both numbers are those of the next record.
struct Place
{
    std::uint64_t base = 1, head = 1;
};

/// Goes on with record after record up to where `run` begins. Gives where they are not the same.
std::optional<Parting> partingBefore(
    const AlignedRun &run, const SessionOutline &base, const SessionOutline &head, Place &place)
{
    for (;;) {
        const Parting next{
            firstCompared(base, place.base, run.base), firstCompared(head, place.head, run.head)};
        if (!next.base && !next.head)
            return std::nullopt;
        if (!next.base || !next.head || base.contents[*next.base - 1] != head.contents[*next.head - 1])
            return next;
        place = {*next.base + 1, *next.head + 1};
    }
}

std::optional<Parting> partingIn(
    const AlignedRun &run, const SessionOutline &base, const SessionOutline &head, Place &place)
{
    for (place = {run.base, run.head}; place.base < run.base + run.length; ++place.base, ++place.head) {
        if (base.contents[place.base - 1] != head.contents[place.head - 1]) // one may be a session record
            return Parting{firstCompared(base, place.base, place.base + 1),
                firstCompared(head, place.head, place.head + 1)};
    }
    return std::nullopt;
}

} // namespace

std::optional<Parting> partingOf(
    const SessionOutline &base, const SessionOutline &head, const SessionAlignment &alignment)
{
    Place place;
    for (const AlignedRun &run : alignment.runs()) {
        if (const auto before = partingBefore(run, base, head, place))
            return before;
        if (const auto within = partingIn(run, base, head, place))
            return within;
    }
    return partingBefore({base.size() + 1, head.size() + 1, 0}, base, head, place);
}

} // namespace inspector
