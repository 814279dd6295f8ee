// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Artifact.h"
#include "core/session/ReadReport.h"
#include "core/telemetry/ExitCode.h"
#include "core/telemetry/ExportReport.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// What one export came to: what was read, what was made of it, and what was not.
struct ExportOutcome
{
    struct File
    {
        std::string type; ///< of the artifact
        std::string section;
        std::string sha256; ///< of the bytes, lower-case hex
    };

    std::string input;       ///< as it is named in messages
    std::string artifactDir; ///< absolute
    ReadReport read;
    std::optional<Error>
        inputError; ///< why nothing was exported; `usage` and `internal` have exit codes of their own
    std::vector<File> files; ///< of the artifacts, in the order in which the report counts them
    ExportReport report;
    bool strict = false;
    double durationMs = 0;

    /// The first that occurred in the order: internal, usage, not written, unreadable, not understood, check
    /// failed.
    [[nodiscard]] ExitCode exitCode() const;
};

/// The result document (docs/command-line.md, "Result").
[[nodiscard]] JsonValue resultJson(const ExportOutcome &outcome);

} // namespace inspector
