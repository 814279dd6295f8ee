// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/ExpectationResult.h"
#include "core/session/SessionTimeline.h"

#include <vector>

namespace inspector {

class StopFlag;

/// What becomes of the expectations in a session that was read already, as ExpectationRun finds it while a
/// session is read. Reads only the records that change the state. Errors: those of TimelineReader and
/// StopFlag.
[[nodiscard]] Result<std::vector<ExpectationResult>> checkExpectations(const SessionTimeline &timeline,
    const std::vector<Expectation> &expectations, const StopFlag *stop = nullptr);

} // namespace inspector
