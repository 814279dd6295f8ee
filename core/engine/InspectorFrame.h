// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/EventFilter.h"
#include "core/engine/RecordDetails.h"
#include "core/engine/RecordMatches.h"
#include "core/engine/SessionSource.h"
#include "core/engine/SessionTracks.h"
#include "core/engine/ValueHistory.h"
#include "core/measure/LatencyHistogram.h"
#include "core/problems/Problem.h"
#include "core/session/ReadReport.h"
#include "core/session/SessionTimeline.h"

#include <memory>
#include <optional>
#include <vector>

namespace inspector {

/// All that the views show, at one moment of the engine. Immutable, and good for any number of threads.
struct InspectorFrame
{
    enum class Phase
    {
        Empty,   ///< nothing is open
        Loading, ///< records are still being read; those so far are there
        Ready,   ///< all that the source has is there
        Failed,  ///< the reading ended early; `error` says why, and what was read is there
    };

    /// How far the reading is.
    struct Progress
    {
        std::uint64_t bytes = 0;
        std::uint64_t totalBytes = 0;
        double seconds = 0; ///< since it was opened, until it was read
    };

    /// What the filter found so far.
    struct Filtered
    {
        EventFilter filter;
        RecordMatches matches;
        std::uint64_t searched = 0; ///< records looked at
        std::optional<Error> error;
    };

    std::uint64_t session = 0; ///< rises with each source that is opened
    SessionSource source;
    Phase phase = Phase::Empty;
    std::optional<Error> error;
    std::optional<Error> notice; ///< of a file that is not any more what was read; nothing is lost
    Progress progress;
    bool isFollowed = false; ///< the source can still grow
    bool isOpening = false;  ///< Phase::Loading is the first time, not what came to it since
    bool hasGrown = false;   ///< more came after all of the source was read
    bool isCut = false;      ///< somebody stopped the reading: there is more in the source

    std::optional<SessionTimeline> timeline; ///< nothing in Phase::Empty
    std::shared_ptr<const SessionTracks> tracks = std::make_shared<const SessionTracks>();
    /// How long events that change state took the tool, by its own clock.
    std::shared_ptr<const LatencyHistogram> dispatches = std::make_shared<const LatencyHistogram>();
    std::shared_ptr<const ReadReport> report = std::make_shared<const ReadReport>();
    std::shared_ptr<const std::vector<Problem>> problems = std::make_shared<const std::vector<Problem>>();

    std::uint64_t cursor = 0; ///< the record that `state` is just behind; 0 is the start
    ReplayState state;
    std::optional<Error> stateError; ///< why `state` is an earlier one

    std::optional<Filtered> filtered; ///< nothing where all records are shown
    std::uint64_t detailsRequest = 0; ///< the request that `details` answers
    std::shared_ptr<const std::vector<RecordDetails>> details;
    std::uint64_t valuesRequest = 0; ///< the request that `values` answers
    std::shared_ptr<const std::vector<ValueHistory>> values;

    /// How many records there are.
    [[nodiscard]] std::uint64_t size() const { return timeline ? timeline->size() : 0; }
};

using InspectorFramePtr = std::shared_ptr<const InspectorFrame>;

} // namespace inspector
