// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/TelemetryExportTask.h"

#include "core/base/WorkerPool.h"
#include "core/telemetry/ExportPlan.h"
#include "core/telemetry/ExportProgress.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "core/telemetry/InputExport.h"

#include <exception>

namespace inspector {

namespace {

/// A fault of ours in one input is told like any other, and the other inputs go on.
InputOutcome guarded(const ExportRequest &request, const ExportItem &item, const Clock &clock)
{
    const auto internal = [&](const char *what) {
        InputOutcome outcome;
        outcome.input = item.file;
        outcome.error = Error{"internal", item.file + ": internal error: " + what, "Please report it."};
        return outcome;
    };
    try {
        return InputExport(request, item, clock).run();
    } catch (const std::exception &error) {
        return internal(error.what());
    } catch (...) {
        return internal("unknown");
    }
}

} // namespace

TelemetryExportTask::TelemetryExportTask(const Clock &clock)
    : m_clock(clock)
{}

ExportOutcome TelemetryExportTask::run(const ExportRequest &request) const
{
    constexpr double nsPerMs = 1e6;
    const std::int64_t start = m_clock.monotonicNs();
    ExportOutcome outcome;
    outcome.strict = request.strict;
    outcome.artifactDir =
        FileSystemTelemetryWriter(QString::fromStdString(request.artifactDir)).folder().toStdString();

    const std::vector<ExportItem> items = planExport(request);
    if (request.progress != nullptr)
        request.progress->setInputs(items.size());
    outcome.inputs.resize(items.size());
    forEachParallel(items.size(), request.jobs,
        [&](std::size_t i) { outcome.inputs[i] = guarded(request, items[i], m_clock); });
    outcome.durationMs = static_cast<double>(m_clock.monotonicNs() - start) / nsPerMs;
    return outcome;
}

} // namespace inspector
