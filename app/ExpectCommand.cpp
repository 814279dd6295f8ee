// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExpectCommand.h"

#include "app/InputLog.h"
#include "app/PreparedRequest.h"
#include "app/ReportOutput.h"
#include "core/expect/ExpectationReport.h"
#include "core/publish/JUnitReport.h"
#include "core/publish/PublishOutcome.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/TelemetryExportTask.h"

#include <utility>

namespace inspector {

ExpectCommand::ExpectCommand(const Clock &clock, const ConsoleLog &log, std::FILE *out, Redactor redactor)
    : m_clock(clock)
    , m_log(log)
    , m_out(out)
    , m_redactor(std::move(redactor))
{}

ExitCode ExpectCommand::run(const Options &options, const StopFlag *stop) const
{
    const auto fail = [&](const Error &error) {
        m_log.error(error);
        return exitCodeOf(error);
    };
    Result<PreparedRequest> prepared = PreparedRequest::of(options);
    if (!prepared)
        return fail(prepared.error());
    prepared->request.formats.clear();
    prepared->request.stop = stop;
    const ExportOutcome outcome = TelemetryExportTask(m_clock).run(prepared->request);
    for (const InputOutcome &input : outcome.inputs)
        logInput(m_log, input, outcome.strict);
    if (const auto written = write(outcome, options); !written)
        return fail(written.error());
    return outcome.exitCode();
}

Result<void> ExpectCommand::write(const ExportOutcome &outcome, const Options &options) const
{
    std::vector<CheckedInput> checked;
    for (const InputOutcome &input : outcome.inputs) {
        checked.push_back(
            {input.input, input.expectations, input.error ? input.error->message : std::string()});
    }
    if (!options.publish.junitFile.empty()) {
        if (auto written = writeFileWithFolder(
                options.publish.junitFile, junitText(outcome, PublishOutcome(), m_redactor));
            !written)
            return written;
    }
    return writeReport(expectationReport(checked, options.reportFormat), options.resultFile, m_out);
}

} // namespace inspector
