// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/PublishStep.h"

#include <array>

namespace inspector {

std::string_view statusName(PublishStep::Status status)
{
    constexpr std::array<std::string_view, 5> names{"succeeded", "failed", "skipped", "timeout", "planned"};
    return names[static_cast<std::size_t>(status)];
}

JsonValue toJson(const PublishStep &step)
{
    JsonArray arguments;
    for (const std::string &argument : step.arguments)
        arguments.emplace_back(argument);
    const auto textOrNull = [](const std::string &text) {
        return text.empty() ? JsonValue() : JsonValue(text);
    };
    return JsonObject{{"kind", step.kind}, {"command", step.command}, {"args", std::move(arguments)},
        {"status", statusName(step.status)}, {"exitCode", step.exitCode}, {"attempts", step.attempts},
        {"durationMs", step.durationMs}, {"skippedReason", textOrNull(step.skippedReason)},
        {"reason", textOrNull(step.reason)}, {"stdout", step.out}, {"stderr", step.err}};
}

} // namespace inspector
