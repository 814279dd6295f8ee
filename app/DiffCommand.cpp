// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DiffCommand.h"

#include "app/ReportOutput.h"

namespace inspector {

DiffCommand::DiffCommand(const ConsoleLog &log, std::FILE *out)
    : m_log(log)
    , m_out(out)
{}

ExitCode DiffCommand::run(const Options &options) const
{
    const auto fail = [&](const Error &error) {
        m_log.error(error);
        return exitCodeOf(error);
    };
    Result<SessionInput> base = SessionInput::openFile(options.request.files.front());
    if (!base)
        return fail(base.error());
    Result<SessionInput> head = SessionInput::openFile(options.request.files.back());
    if (!head)
        return fail(head.error());
    const Result<SessionComparison> comparison = SessionComparison::between(std::move(*base),
        std::move(*head), {options.request.limits, options.diff->ignored, options.request.until});
    if (!comparison)
        return fail(comparison.error());
    if (const auto written =
            writeReport(diffReport(*comparison, options.reportFormat), options.resultFile, m_out);
        !written)
        return fail(written.error());
    return comparison->isSame() ? ExitCode::Done : ExitCode::CheckFailed;
}

} // namespace inspector
