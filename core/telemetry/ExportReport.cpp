// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportReport.h"

#include <algorithm>

namespace inspector {

void addUp(std::vector<ExportReport::WriterSummary> &all, const ExportReport::WriterSummary &more)
{
    const auto known = std::find_if(
        all.begin(), all.end(), [&](const ExportReport::WriterSummary &each) { return each.id == more.id; });
    if (known == all.end()) {
        all.push_back(more);
        return;
    }
    known->attempted += more.attempted;
    known->successes += more.successes;
    known->failures += more.failures;
    known->durationMs += more.durationMs;
}

JsonObject exportMetricsJson(const ExportReport &report)
{
    JsonArray writers;
    for (const ExportReport::WriterSummary &writer : report.writers) {
        writers.push_back(JsonObject{{"id", writer.id}, {"successes", writer.successes},
            {"failures", writer.failures}, {"durationMs", writer.durationMs}});
    }
    return {{"artifactsAttempted", report.artifactsAttempted}, {"artifactsWritten", report.artifactsWritten},
        {"failures", report.failures.size()}, {"durationMs", report.durationMs},
        {"writerSummaries", std::move(writers)}};
}

} // namespace inspector
