// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Artifact.h"
#include "core/base/JsonValue.h"
#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

/// What became of the artifacts of one export. Durations in ms.
struct ExportReport
{
    struct Written
    {
        std::size_t artifact = 0; ///< place in the list that was given
        std::string writer;
        std::string path;
        std::uint64_t bytes = 0;
        double durationMs = 0;
    };
    struct Failed
    {
        std::string writer;
        std::string filename; ///< empty when it is the whole set that failed
        Error error;
    };
    struct WriterSummary
    {
        std::string id;
        std::size_t attempted = 0;
        std::size_t successes = 0;
        std::size_t failures = 0;
        double durationMs = 0;
    };

    std::size_t artifactsAttempted = 0;
    std::size_t artifactsWritten = 0; ///< by at least one writer
    double durationMs = 0;
    std::vector<Written> written;
    std::vector<Failed> failures;
    std::vector<WriterSummary> writers;
};

/// Adds what a writer did to the entry of its id, a new one where there is none.
void addUp(std::vector<ExportReport::WriterSummary> &all, const ExportReport::WriterSummary &more);

/// `{artifactsAttempted, artifactsWritten, failures, durationMs, writerSummaries}`, as events carry it.
[[nodiscard]] JsonObject exportMetricsJson(const ExportReport &report);

} // namespace inspector
