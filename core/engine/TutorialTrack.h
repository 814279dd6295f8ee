// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/LongList.h"
#include "core/base/TextPool.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace inspector {

/// The tutorial in the course of a session, in the order of the records. A value; a copy shares everything.
struct TutorialTrack
{
    /// From the start of a step to its end, or to the start of the next where it was left.
    struct Step
    {
        enum class End
        {
            Running,
            Completed,
            Skipped,
            Left, ///< another step began before this one was completed
        };

        std::uint64_t number = 0; ///< the record that began it
        TimeMs startedAt = 0;
        PooledText id, title;
        std::optional<double> index;
        End end = End::Running;
        std::uint64_t endNumber = 0; ///< the record that ended it; 0 while it is running
        TimeMs endedAt = 0;

        friend bool operator==(const Step &, const Step &) = default;
    };

    struct Mark
    {
        enum class Kind
        {
            HintUpdated,
            SnapshotTaken,
        };

        Kind kind = Kind::HintUpdated;
        std::uint64_t number = 0;
        TimeMs at = 0;
        PooledText label; ///< of a hint its text, of a snapshot the event that it was taken after

        friend bool operator==(const Mark &, const Mark &) = default;
    };

    LongList<Step> steps;
    LongList<Mark> marks;
    std::shared_ptr<const TextPool> texts{}; ///< what the points' texts stand in
};

} // namespace inspector
