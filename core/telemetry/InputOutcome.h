// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/SummaryMarkdown.h"
#include "core/expect/ExpectationResult.h"
#include "core/session/ReadReport.h"
#include "core/telemetry/ExportReport.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// What became of one input of an export: what was read, what was made of it, and what was not.
struct InputOutcome
{
    static constexpr std::size_t maxStatesKept = 100; ///< a session may hold a snapshot in every second line

    struct File
    {
        std::string path;    ///< absolute
        std::string type;    ///< of the artifact
        std::string section; ///< of the artifact
        std::string mimeType;
        std::uint64_t bytes = 0;
        std::string sha256; ///< of the bytes, lower-case hex
        double durationMs = 0;
    };

    std::string input;       ///< as it is named in messages
    std::uint64_t bytes = 0; ///< of the input, unpacked
    std::string sha256;      ///< of these, lower-case hex; empty where the request does not ask for it
    std::vector<SummaryInput::State> states; ///< those that were exported, the first maxStatesKept
    std::uint64_t statesLeftOut = 0;         ///< behind these
    ReadReport read;
    std::vector<Problem> problems; ///< also those of `read`
    std::vector<ExpectationResult> expectations;
    std::optional<Error> error; ///< why it was not read to its end
    std::vector<File> files;
    std::vector<ExportReport::Failed> failures;
    std::vector<ExportReport::WriterSummary> writers;
};

} // namespace inspector
