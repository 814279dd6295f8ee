// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DiffCommand.h"

#include "app/PreparedRequest.h"
#include "app/ReportOutput.h"
#include "core/compare/AlignedReport.h"

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
    const Result<Compared> compared = options.diff->align
                                          ? align(options, std::move(*base), std::move(*head))
                                          : compare(options, std::move(*base), std::move(*head));
    if (!compared)
        return fail(compared.error());
    if (const auto written = writeReport(compared->report, options.resultFile, m_out); !written)
        return fail(written.error());
    return compared->isSame ? ExitCode::Done : ExitCode::CheckFailed;
}

Result<DiffCommand::Compared> DiffCommand::compare(
    const Options &options, SessionInput base, SessionInput head)
{
    return SessionComparison::between(std::move(base), std::move(head),
        {options.request.limits, options.diff->ignored, options.request.until})
        .map([&](const SessionComparison &comparison) {
            return Compared{diffReport(comparison, options.reportFormat), comparison.isSame()};
        });
}

Result<DiffCommand::Compared> DiffCommand::align(const Options &options, SessionInput base, SessionInput head)
{
    const Result<PreparedRequest> prepared = PreparedRequest::of(options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    return AlignedComparison::between(std::move(base), std::move(head),
        {options.request.limits, prepared->request.factions(), options.request.until}, *options.diff->align,
        options.diff->ignored)
        .map([&](const AlignedComparison &comparison) {
            return Compared{alignedReport(comparison, options.reportFormat), comparison.isSame()};
        });
}

} // namespace inspector
