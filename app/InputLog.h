// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ConsoleLog.h"
#include "core/telemetry/InputOutcome.h"

namespace inspector {

/// Tells what was odd about an input, what failed, and where `isStrict` asks for it that it may not be odd.
/// Expectations that are not met are told where no report does.
void logInput(
    const ConsoleLog &log, const InputOutcome &input, bool isStrict, bool tellsExpectations = false);

} // namespace inspector
