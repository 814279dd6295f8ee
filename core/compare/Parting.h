// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/SessionAlignment.h"

#include <cstdint>
#include <optional>

namespace inspector {

/// Where two sessions are no longer the same: a record of each, which say different things, or one that only
/// one of them has.
struct Parting
{
    std::optional<std::uint64_t> base, head; ///< record numbers; one of them at least

    friend bool operator==(const Parting &, const Parting &) = default;
};

/// The first such place. Side by side are the records that `alignment` has in common; from the start to the
/// first of them, and from each to the next, the records in their order, and the longer of the two is alone
/// with its last ones. Session records are left out. Nothing where the two never part.
[[nodiscard]] std::optional<Parting> partingOf(
    const SessionOutline &base, const SessionOutline &head, const SessionAlignment &alignment);

} // namespace inspector
