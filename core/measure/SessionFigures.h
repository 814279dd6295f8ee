// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/EventRates.h"
#include "core/measure/WriterTotals.h"
#include "core/session/SessionTimeline.h"

#include <vector>

namespace inspector {

/// What a session itself tells of speed, by the game's clock (docs/user-interface.md, "Performance").
struct SessionFigures
{
    EventRates rates;
    double finestStepMs = 0;           ///< of the game's clock
    std::vector<WriterTotals> writers; ///< of the game's exports
    std::uint64_t exportsLeft = 0;     ///< exports that were not looked at, because there are too many

    friend bool operator==(const SessionFigures &, const SessionFigures &) = default;
};

/// The rates between `begin` and `end`, all else of the whole session. For any thread; stops early where
/// `stop` says so.
[[nodiscard]] SessionFigures sessionFigures(
    const SessionTimeline &timeline, TimeMs begin, TimeMs end, std::size_t steps, const StopFlag &stop);

} // namespace inspector
