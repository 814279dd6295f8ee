// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DiffCommand.h"

#include "core/telemetry/AtomicFile.h"

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
    if (const auto written = write(diffReport(*comparison, options.diff->format), options.resultFile);
        !written)
        return fail(written.error());
    return comparison->isSame() ? ExitCode::Done : ExitCode::CheckFailed;
}

Result<void> DiffCommand::write(const std::string &report, const std::string &resultFile) const
{
    if (!resultFile.empty())
        return writeFileAtomically(QString::fromStdString(resultFile), report);
    if (std::fputs(report.c_str(), m_out) < 0 || std::fflush(m_out) != 0)
        return failure(
            "write_failed", "the report could not be written to standard output", "Give --result a file.");
    return {};
}

} // namespace inspector
