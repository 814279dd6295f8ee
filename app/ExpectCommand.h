// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ConsoleLog.h"
#include "app/Options.h"
#include "core/publish/Redactor.h"
#include "core/telemetry/ExitCode.h"
#include "core/telemetry/ExportOutcome.h"

#include <cstdio>

namespace inspector {

/// `--expect FILE` without an export: reads the inputs, checks what is expected of them and reports, to `out`
/// or --result, and to --junit. 1 where something is not as expected (docs/expectations.md).
class ExpectCommand
{
public:
    /// `clock` and `log` must outlive the command.
    ExpectCommand(const Clock &clock, const ConsoleLog &log, std::FILE *out, Redactor redactor);

    /// `stop` ends it early.
    [[nodiscard]] ExitCode run(const Options &options, const StopFlag *stop) const;

private:
    [[nodiscard]] Result<void> write(const ExportOutcome &outcome, const Options &options) const;

    const Clock &m_clock;
    const ConsoleLog &m_log;
    std::FILE *m_out;
    Redactor m_redactor;
};

} // namespace inspector
