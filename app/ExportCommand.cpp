// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportCommand.h"

#include "core/base/EcmaJson.h"
#include "core/base/FixedClock.h"
#include "core/base/SafeText.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/DemoMission.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/TelemetryExportTask.h"

#include <QFile>

#include <algorithm>

namespace inspector {

namespace {

using Level = LogMessage::Level;

Result<FactionCatalogue> loadCatalogue(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure("catalogue_unreadable", path + " cannot be read: " + file.errorString().toStdString(),
            "Check --factions and TELEMETRY_FACTIONS.");
    }
    const QByteArray bytes = file.readAll();
    return FactionCatalogue::fromJson({bytes.constData(), static_cast<std::size_t>(bytes.size())}, path);
}

std::string plural(std::uint64_t count, const std::string &noun)
{
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

} // namespace

ExportCommand::ExportCommand(const Clock &clock, const ConsoleLog &log, std::FILE *out)
    : m_clock(clock)
    , m_log(log)
    , m_out(out)
{}

ExitCode ExportCommand::run(const Options &options) const
{
    ExportRequest request = options.request;
    if (!options.files.empty())
        request.file = options.files.front();
    const std::vector<std::string> missions = DemoMission::names();
    if (request.file.empty() &&
        std::find(missions.begin(), missions.end(), request.mission) == missions.end()) {
        std::string known;
        for (const std::string &name : missions)
            known += (known.empty() ? "" : ", ") + name;
        return fail(
            {"usage", "there is no mission '" + request.mission + "'", "Known missions: " + known + "."},
            options.resultFile);
    }
    FactionCatalogue catalogue;
    if (!options.factionsFile.empty()) {
        Result<FactionCatalogue> loaded = loadCatalogue(options.factionsFile);
        if (!loaded)
            return fail(
                {loaded.error().code, loaded.error().message, loaded.error().remedy}, options.resultFile);
        catalogue = std::move(*loaded);
        request.catalogue = &catalogue;
    }
    const FixedClock fixed(options.clock.value_or(m_clock.nowMs()), &m_clock);
    return report(TelemetryExportTask(fixed).run(request), options.resultFile);
}

ExitCode ExportCommand::fail(const Error &error, const std::string &resultFile) const
{
    ExportOutcome outcome;
    outcome.inputError = error;
    return report(outcome, resultFile);
}

ExitCode ExportCommand::report(const ExportOutcome &outcome, const std::string &resultFile) const
{
    logIssues(outcome);
    const std::string document = safeJsonForLog(toJsonText(resultJson(outcome), JsonLayout::Indented)) + '\n';
    if (!resultFile.empty()) {
        if (const auto written = writeFileAtomically(QString::fromStdString(resultFile), document);
            !written) {
            m_log.error(written.error());
            return ExitCode::WriteFailed;
        }
    } else if (std::fwrite(document.data(), 1, document.size(), m_out) != document.size() ||
               std::fflush(m_out) != 0) {
        m_log.error(
            {"write_failed", "the result document was not written to standard output", "Use --result FILE."});
        return ExitCode::WriteFailed;
    }
    logSummary(outcome);
    return outcome.exitCode();
}

void ExportCommand::logIssues(const ExportOutcome &outcome) const
{
    constexpr std::size_t shown = 20; // of one input; the result document has the counts
    const auto &issues = outcome.read.issues;
    for (std::size_t i = 0; i < std::min(issues.size(), shown); ++i) {
        const ReadIssue &issue = issues[i];
        const bool skipped = issue.kind == ReadIssue::Kind::SkippedLine;
        m_log.write({issue.kind == ReadIssue::Kind::Gap ? Level::Info : Level::Warning,
            skipped ? "skipped_line" : "input_warning", (skipped ? "line skipped: " : "") + issue.reason, {},
            outcome.input, issue.line});
    }
    const std::uint64_t all = outcome.read.warnings + outcome.read.skippedLines;
    if (all > shown) {
        m_log.write({Level::Warning, "more_warnings",
            plural(outcome.read.warnings, "warning") + " and " +
                plural(outcome.read.skippedLines, "skipped line") + " in all; the first " +
                std::to_string(shown) + " are shown",
            {}, outcome.input, 0});
    }
    if (outcome.inputError)
        m_log.error(*outcome.inputError);
    for (const ExportReport::Failed &failed : outcome.report.failures)
        m_log.error(failed.error);
    if (outcome.exitCode() == ExitCode::CheckFailed) {
        m_log.error({"strict",
            outcome.input + ": " + plural(outcome.read.warnings, "warning") + " and " +
                plural(outcome.read.skippedLines, "skipped line") + ", and --strict allows none",
            "Mend the input, or leave --strict away."});
    }
}

void ExportCommand::logSummary(const ExportOutcome &outcome) const
{
    for (const ExportReport::Written &written : outcome.report.written)
        m_log.write({Level::Debug, "artifact", "wrote " + written.path + ", " + plural(written.bytes, "byte"),
            {}, {}, 0});
    if (outcome.inputError)
        return;
    m_log.write({Level::Info, "exported",
        "read " + plural(outcome.read.records, "record") + " of " + outcome.input + " and wrote " +
            plural(outcome.report.artifactsWritten, "artifact") + " to " + outcome.artifactDir,
        {}, {}, 0});
}

} // namespace inspector
