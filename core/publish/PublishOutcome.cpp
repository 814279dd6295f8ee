// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/PublishOutcome.h"

#include <algorithm>

namespace inspector {

bool PublishOutcome::succeeded() const
{
    const auto isBad = [](const PublishStep &step) {
        return step.status == PublishStep::Status::Failed || step.status == PublishStep::Status::Timeout;
    };
    return warnings.empty() && errors.empty() && std::none_of(steps.begin(), steps.end(), isBad);
}

JsonValue toJson(const PublishOutcome &outcome)
{
    JsonArray warnings, commands;
    for (const std::string &warning : outcome.warnings)
        warnings.emplace_back(warning);
    for (const PublishStep &step : outcome.steps)
        commands.push_back(toJson(step));
    return JsonObject{{"provider", (*toJson(outcome.environment).asObject())["provider"]},
        {"dryRun", outcome.dryRun}, {"warnings", std::move(warnings)}, {"commands", std::move(commands)}};
}

} // namespace inspector
