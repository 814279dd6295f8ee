// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace inspector {

/// Elements that two sequences have in common, one behind the other in both.
struct AlignedRun
{
    std::uint64_t base = 0, head = 0; ///< where it begins in each
    std::uint64_t length = 0;

    friend bool operator==(const AlignedRun &, const AlignedRun &) = default;
};

using AlignedRuns = std::vector<AlignedRun>;

/// What two sequences have in common, in their order: as much as there can be (the longest common
/// subsequence) where they are short or differ little, else nearly as much. Time is bounded by a small
/// multiple of their lengths. Follows Myers, "An O(ND) Difference Algorithm and Its Variations" (1986),
/// section 4b; a stretch that would cost too much is split where most of it is behind.
[[nodiscard]] AlignedRuns alignSequences(
    std::span<const std::uint64_t> base, std::span<const std::uint64_t> head);

} // namespace inspector
