// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/FactionTrack.h"
#include "core/factions/FactionCatalogue.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

/// Who cascaded to whom, and how often, among the records of a range.
struct CascadeMatrix
{
    struct Cell
    {
        std::uint64_t count = 0; ///< cascades that arrived
        std::uint64_t flips = 0; ///< those that changed the target's attitude

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    /// The factions that occur: those of the catalogue first, in its order, then the others in key order. A
    /// source that no event names is the last one, with an empty id.
    std::vector<std::string> sources, targets;
    std::vector<Cell> cells; ///< a row for each source, a column for each target

    [[nodiscard]] const Cell &at(std::size_t source, std::size_t target) const
    {
        return cells[source * targets.size() + target];
    }

    friend bool operator==(const CascadeMatrix &, const CascadeMatrix &) = default;
};

/// Counts the cascades of records #`first` to #`last`, both included.
[[nodiscard]] CascadeMatrix cascadeMatrix(
    const FactionTracks &tracks, const FactionCatalogue &catalogue, std::uint64_t first, std::uint64_t last);

} // namespace inspector
