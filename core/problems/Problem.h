// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace inspector {

/// Something odd that was found in a session while it was read and its state rebuilt, as often as it
/// occurred (docs/problems.md).
struct Problem
{
    enum class Kind
    {
        Warning,
        SkippedLine,
        Gap,
        UnknownEvent,          ///< no slice knows it
        ClockBack,             ///< a record is older than the one before it
        StaleReputation,       ///< the value before an event was not the one that is known
        AttitudeContradiction, ///< the game's rule gives another attitude
        ListDropped,           ///< a list was full, and its oldest elements went
        StepOutOfOrder,
        SlowStep,      ///< took more than three times as long as the median
        SnapshotDrift, ///< the game's own state was not what the events made
    };

    /// Where it occurred; `record` is 0 where only the line is known.
    struct Place
    {
        std::uint64_t record = 0, line = 0;

        friend bool operator==(const Place &, const Place &) = default;
    };

    Kind kind = Kind::Warning;
    std::string subject; ///< what it is about, such as a faction's id; problems of one kind differ by it
    std::string text;    ///< what it is, where it occurred first
    std::uint64_t count = 1;
    Place first, last;

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// "stale-reputation"
[[nodiscard]] std::string_view nameOf(Problem::Kind kind);

} // namespace inspector
