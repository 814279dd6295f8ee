// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationCheck.h"

#include "core/base/StopFlag.h"
#include "core/expect/ExpectationRun.h"
#include "core/session/TimelineReader.h"

namespace inspector {

Result<std::vector<ExpectationResult>> checkExpectations(
    const SessionTimeline &timeline, const std::vector<Expectation> &expectations, const StopFlag *stop)
{
    ExpectationRun run(expectations);
    TimelineReader reader(timeline);
    Result<ReplayState> state = reader.stateAt(0);
    for (std::uint64_t number = 1; number <= timeline.size() && state && !run.isDecided(); ++number) {
        if (stop != nullptr && stop->isRequested())
            return stop->failureOf("the check of the expectations");
        const Result<SessionRecord> record = reader.outlineAt(number);
        if (!record)
            return tl::unexpected(record.error());
        if (SessionReplay::changesState(*record))
            state = reader.stateAt(number);
        if (state)
            run.look(*record, state->world);
    }
    if (!state)
        return tl::unexpected(state.error());
    // Those at the end are decided there, wherever the others were.
    const Result<ReplayState> end = reader.stateAt(timeline.size());
    if (!end)
        return tl::unexpected(end.error());
    return run.finish(end->world, timeline.size());
}

} // namespace inspector
