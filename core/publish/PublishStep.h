// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// What became of one command, without secrets (docs/ci-integration.md, "Manifest").
struct PublishStep
{
    enum class Status
    {
        Succeeded,
        Failed,
        Skipped,
        Timeout,
        Planned,
    };

    /// The kind whose arguments are lines of the provider's log.
    static constexpr const char *logCommands = "log-commands";

    std::string kind;
    std::string command; ///< absolute path of the program where it was found
    std::vector<std::string> arguments;
    Status status = Status::Planned;
    std::optional<int> exitCode;
    unsigned attempts = 0;
    double durationMs = 0;
    std::string skippedReason; ///< a code such as `command_not_found`; empty unless it was skipped
    std::string reason;        ///< in words, why it failed
    std::string out, err;      ///< of the last attempt
};

[[nodiscard]] std::string_view statusName(PublishStep::Status status);
[[nodiscard]] JsonValue toJson(const PublishStep &step);

} // namespace inspector
