// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ConsoleLog.h"
#include "app/Options.h"
#include "core/base/Clock.h"
#include "core/telemetry/ExitCode.h"
#include "core/telemetry/ExportOutcome.h"

#include <cstdio>

namespace inspector {

/// `--export`: runs the export task and reports on it, messages to the log, the result document to `out` or
/// --result.
class ExportCommand
{
public:
    /// `clock` is the machine's; --clock and SOURCE_DATE_EPOCH replace its time of day. All must outlive the
    /// command.
    ExportCommand(const Clock &clock, const ConsoleLog &log, std::FILE *out);

    [[nodiscard]] ExitCode run(const Options &options) const;

    /// Reports that the export could not even begin, as a result document like any other.
    [[nodiscard]] ExitCode fail(const Error &error, const std::string &resultFile) const;

private:
    [[nodiscard]] ExitCode report(const ExportOutcome &outcome, const std::string &resultFile) const;
    void logIssues(const ExportOutcome &outcome) const;
    void logSummary(const ExportOutcome &outcome) const;

    const Clock &m_clock;
    const ConsoleLog &m_log;
    std::FILE *m_out;
};

} // namespace inspector
