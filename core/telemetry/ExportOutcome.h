// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/telemetry/ExitCode.h"
#include "core/telemetry/InputOutcome.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// What an export came to, input by input.
struct ExportOutcome
{
    std::string artifactDir;          ///< absolute
    std::optional<Error> error;       ///< why it could not even begin
    std::vector<InputOutcome> inputs; ///< in the order of the plan
    bool strict = false;
    std::string manifest;          ///< absolute; empty where there is none
    JsonValue publish;             ///< what was handed over, as the result document shows it
    std::vector<Error> notWritten; ///< files that belong to no input, such as the manifest
    bool publishFailed = false;    ///< and it was required
    double durationMs = 0;

    /// The first that occurred in the order: interrupted, internal, usage, not written, unreadable, not
    /// understood, check failed.
    [[nodiscard]] ExitCode exitCode() const;
    /// Every writer once, with what it did for all inputs.
    [[nodiscard]] std::vector<ExportReport::WriterSummary> writers() const;
};

/// Whether all that was expected of the input is so.
[[nodiscard]] bool isAsExpected(const InputOutcome &input);
/// Whether the input fails an export that is strict.
[[nodiscard]] bool hasOddities(const ReadReport &read);

/// The result document (docs/command-line.md, "Result").
[[nodiscard]] JsonValue resultJson(const ExportOutcome &outcome);

} // namespace inspector
