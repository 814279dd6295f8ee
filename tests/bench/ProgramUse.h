// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <string>
#include <vector>

namespace inspector {

/// What a run of a program cost, from the start to the end of its process.
struct ProgramUse
{
    double milliseconds = 0;
    double peakMiB = 0; ///< resident

    /// Runs a program with nothing to read and nothing to say. Error: `program_failed`, when its exit code is
    /// not 0.
    static Result<ProgramUse> measure(const Clock &clock, std::vector<std::string> arguments);
};

} // namespace inspector
