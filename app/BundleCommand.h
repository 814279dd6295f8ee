// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ConsoleLog.h"
#include "app/Options.h"
#include "core/engine/SessionCopy.h"
#include "core/telemetry/ExitCode.h"

namespace inspector {

/// `--bundle FILE`: reads one input and writes it, or its end, as a bug bundle (docs/bug-bundle.md).
class BundleCommand
{
public:
    /// `log` must outlive the command.
    explicit BundleCommand(const ConsoleLog &log)
        : m_log(log)
    {}

    /// `stop` ends it early; nothing is written then.
    [[nodiscard]] ExitCode run(const Options &options, const StopFlag *stop) const;

private:
    [[nodiscard]] Result<SessionCut> cutOf(const SessionTimeline &timeline, const Options &options) const;
    [[nodiscard]] Result<void> write(const Options &options, const StopFlag *stop) const;

    const ConsoleLog &m_log;
};

} // namespace inspector
