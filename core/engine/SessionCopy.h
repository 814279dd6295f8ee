// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/session/SessionTimeline.h"

#include <limits>
#include <string>
#include <vector>

namespace inspector {

class StopFlag;

/// A bookmark that somebody set while looking at a session.
struct UserMarker
{
    std::uint64_t number = 0; ///< the record that it stands behind; 0 is the start
    TimeMs at = 0;            ///< of that record, ms since the epoch
    std::string label;

    friend bool operator==(const UserMarker &, const UserMarker &) = default;
};

/// Records of a session, both included.
struct SessionCut
{
    std::uint64_t first = 1;
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max();

    friend bool operator==(const SessionCut &, const SessionCut &) = default;
};

/// The records of the last `ms` up to record #`last`, or the last one where there are fewer, by its time.
[[nodiscard]] SessionCut lastOf(const SessionTimeline &timeline, double ms,
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max());

/// Writes the records of `timeline` as a session file, as they stand in theirs, with `markers` (in the order
/// of their numbers) as marker records behind the records that they belong to. A cut that does not begin with
/// the first record has the session record (without its `seq`) and a snapshot of the state before it in
/// front, so that it shows, opened on its own, what the whole session shows there, but for the step that the
/// transcript remembers, which no snapshot holds. Memory is bounded by a record. Errors: those of
/// TimelineReader and AtomicFile, and of StopFlag where `stop` is requested; then nothing is written.
[[nodiscard]] Result<void> copySession(const SessionTimeline &timeline,
    const std::vector<UserMarker> &markers, const std::string &path, const StopFlag *stop = nullptr,
    SessionCut cut = {});

} // namespace inspector
