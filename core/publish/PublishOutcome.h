// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/base/Result.h"
#include "core/publish/CiEnvironment.h"
#include "core/publish/PublishStep.h"

#include <string>
#include <vector>

namespace inspector {

/// What became of the hand-over.
struct PublishOutcome
{
    CiEnvironment environment;
    bool dryRun = true;
    std::string manifest; ///< absolute; empty where none was written, because the set is not complete
    std::vector<PublishStep> steps;
    std::vector<std::string> warnings; ///< what could not be handed over, in words
    std::vector<Error> errors;         ///< files of the set that could not be written

    /// Whether all that was to be handed over was: a program that is not there counts as none to run.
    [[nodiscard]] bool succeeded() const;
};

/// `{provider, dryRun, warnings, commands}`, as the result document shows it.
[[nodiscard]] JsonValue toJson(const PublishOutcome &outcome);

} // namespace inspector
