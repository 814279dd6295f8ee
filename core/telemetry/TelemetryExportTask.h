// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/telemetry/ExportOutcome.h"
#include "core/telemetry/ExportRequest.h"

namespace inspector {

/// Reads sessions, rebuilds their states and writes the artifacts: the one way from inputs to files, for the
/// command line and the window alike. Holds nothing between runs and needs no event loop.
class TelemetryExportTask
{
public:
    /// `clock` gives `generatedAt` and times the work; it must outlive the task, and be safe to be asked by
    /// several threads where the request has several jobs.
    explicit TelemetryExportTask(const Clock &clock);

    /// What fails costs its input only. The same request gives the same artifacts with any number of jobs.
    [[nodiscard]] ExportOutcome run(const ExportRequest &request) const;

private:
    const Clock &m_clock;
};

} // namespace inspector
