// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportReport.h"

namespace inspector {

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
