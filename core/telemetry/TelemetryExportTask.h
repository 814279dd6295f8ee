// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReplay.h"
#include "core/telemetry/ExportOutcome.h"
#include "core/telemetry/ExportRequest.h"

namespace inspector {

/// Reads a session, rebuilds the state and writes the artifacts: the one way from an input to files, for the
/// command line and the window alike. Holds nothing between runs and needs no event loop.
class TelemetryExportTask
{
public:
    /// `clock` gives `generatedAt` and times the work; it must outlive the task.
    explicit TelemetryExportTask(const Clock &clock);

    [[nodiscard]] ExportOutcome run(const ExportRequest &request) const;

private:
    [[nodiscard]] static Result<SessionInput> openInput(const ExportRequest &request);
    [[nodiscard]] static Result<void> replay(
        const ExportRequest &request, const SessionInput &input, SessionReplay &replay, ReadReport &report);
    void write(const ExportRequest &request, SessionReplay &replay, ExportOutcome &outcome) const;

    const Clock &m_clock;
};

} // namespace inspector
