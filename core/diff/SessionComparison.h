// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/diff/JsonChange.h"
#include "core/diff/PathPatterns.h"
#include "core/session/ReadReport.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionRecord.h"
#include "core/session/SessionReplay.h"
#include "core/session/StopPoint.h"

#include <optional>
#include <string>

namespace inspector {

/// Two sessions, snapshots or saves against each other (docs/compare.md): the states that they end in, and,
/// of two sessions, the first record in which they are not the same.
struct SessionComparison
{
    struct Options
    {
        SessionReplay::Options replay;
        PathPatterns ignored = PathPatterns::times();
        std::optional<StopPoint> until; ///< the state just after it; that at the end where it is absent
    };

    struct Side
    {
        std::string name;
        bool isUntilReached = true;
        ReadReport report; ///< up to where it was to end
        JsonValue state;   ///< as a snapshot has it
    };

    /// Records that stand at the same place among all that are no session record. A side that had ended by
    /// then has none.
    struct Divergence
    {
        std::optional<SessionRecord> base, head;
    };

    Side base, head;
    std::optional<Divergence> divergence;
    JsonChanges changes; ///< of the state

    [[nodiscard]] bool isSame() const { return changes.empty() && !divergence; }

    /// Reads both side by side, each in bounded memory. What is passed over in states is passed over in
    /// records too, and so are their times and numbers. Errors: those of SessionReader, with the name of the
    /// input.
    [[nodiscard]] static Result<SessionComparison> between(
        SessionInput base, SessionInput head, const Options &options);
};

} // namespace inspector
