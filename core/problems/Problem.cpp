// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/Problem.h"

namespace inspector {

std::string_view nameOf(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::Warning:
        return "warning";
    case Problem::Kind::SkippedLine:
        return "skipped-line";
    case Problem::Kind::Gap:
        return "gap";
    case Problem::Kind::UnknownEvent:
        return "unknown-event";
    case Problem::Kind::ClockBack:
        return "clock-back";
    case Problem::Kind::StaleReputation:
        return "stale-reputation";
    case Problem::Kind::AttitudeContradiction:
        return "attitude-contradiction";
    case Problem::Kind::ListDropped:
        return "list-dropped";
    case Problem::Kind::StepOutOfOrder:
        return "step-out-of-order";
    case Problem::Kind::SlowStep:
        return "slow-step";
    case Problem::Kind::SnapshotDrift:
        return "snapshot-drift";
    }
    return "";
}

} // namespace inspector
