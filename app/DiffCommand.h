// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ConsoleLog.h"
#include "app/Options.h"
#include "core/telemetry/ExitCode.h"

#include <cstdio>

namespace inspector {

/// `--diff BASE HEAD`: compares two inputs and reports, to `out` or --result. 0 where they are the same, 1
/// where they differ (docs/compare.md).
class DiffCommand
{
public:
    /// `log` must outlive the command.
    DiffCommand(const ConsoleLog &log, std::FILE *out);

    [[nodiscard]] ExitCode run(const Options &options) const;

private:
    struct Compared
    {
        std::string report;
        bool isSame = false;
    };

    [[nodiscard]] static Result<Compared> compare(
        const Options &options, SessionInput base, SessionInput head);
    [[nodiscard]] static Result<Compared> align(const Options &options, SessionInput base, SessionInput head);

    const ConsoleLog &m_log;
    std::FILE *m_out;
};

} // namespace inspector
