// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportCommand.h"

#include "app/InputLog.h"
#include "app/PreparedRequest.h"
#include "app/ProgressLine.h"
#include "core/base/EcmaJson.h"
#include "core/base/FixedClock.h"
#include "core/base/Plural.h"
#include "core/base/SafeText.h"
#include "core/base/Wait.h"
#include "core/publish/CiArtifactPublisher.h"
#include "core/publish/ExportPipeline.h"
#include "core/telemetry/AtomicFile.h"

#include <QFile>

#include <algorithm>
#include <optional>
#include <random>

namespace inspector {

namespace {

using Level = LogMessage::Level;

/// Reads the commands of a file, where there is one, behind those that are there.
Result<void> addCommandsOf(const std::string &path, std::vector<PublishCommand> &commands)
{
    constexpr qint64 mostBytes = 1 << 20;
    if (path.empty())
        return {};
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure("commands_unreadable", path + " cannot be read: " + file.errorString().toStdString(),
            "Check --ci-commands-file and TELEMETRY_CI_COMMANDS_PATH.");
    }
    if (file.size() > mostBytes)
        return failure("commands_unreadable", path + " is larger than 1 MiB", "Is it a file of commands?");
    const std::string text = file.read(mostBytes).toStdString();
    return parsePublishCommands(text, path).map([&](const std::vector<PublishCommand> &more) {
        commands.insert(commands.end(), more.begin(), more.end());
    });
}

} // namespace

ExportCommand::ExportCommand(const Clock &clock, const ConsoleLog &log, std::FILE *out, CommandRunner &runner,
    EnvironmentVariables variables)
    : m_clock(clock)
    , m_log(log)
    , m_out(out)
    , m_runner(runner)
    , m_variables(std::move(variables))
    , m_redactor(m_variables)
{}

ExitCode ExportCommand::run(const Options &options, const StopFlag *stop) const
{
    Result<PreparedRequest> prepared = PreparedRequest::of(options);
    if (!prepared)
        return fail(prepared.error(), options.resultFile);
    ExportRequest &request = prepared->request;
    request.stop = stop;
    PublishRequest publishing = options.publish;
    if (auto read = addCommandsOf(options.ciCommandsFile, publishing.commands); !read)
        return fail(read.error(), options.resultFile);
    publishing.options = JsonObject{
        {"factions", options.factionsFile.empty() ? JsonValue("built in") : JsonValue(options.factionsFile)}};
    return report(exportAndPublish(request, options, publishing), options.resultFile);
}

ExportOutcome ExportCommand::exportAndPublish(
    const ExportRequest &request, const Options &options, const PublishRequest &publishing) const
{
    const FixedClock fixed(options.clock.value_or(m_clock.nowMs()), &m_clock);
    std::mt19937 random{std::random_device()()};
    std::uniform_real_distribution<double> chance;
    const bool hasResultFile = !options.resultFile.empty();
    const ExportPipeline pipeline({fixed, m_runner, m_variables, sleepThread, [&] { return chance(random); },
        [&](const std::string &line) {
            if (!hasResultFile)
                return m_log.command(line);
            return std::fputs((line + '\n').c_str(), m_out) >= 0 && std::fflush(m_out) == 0;
        },
        [&](const std::string &message) {
            m_log.write({Level::Info, "planned", message, {}, {}, 0});
        },
        nullptr, nullptr});
    ExportRequest shown = request;
    ExportProgress progress;
    std::optional<ProgressLine> line;
    if (!options.quiet && options.logFormat != LogFormat::Json && ProgressLine::isSeen(stderr)) {
        shown.progress = &progress;
        line.emplace(stderr, progress, m_clock);
    }
    ExportPipeline::Done done = pipeline.run(shown, publishing, [&] { line.reset(); });
    for (const std::string &warning : done.published.warnings)
        m_log.write({Level::Warning, "publish", warning, {}, {}, 0});
    for (const PublishStep &step : done.published.steps)
        logStep(step, publishing.required);
    return std::move(done.outcome);
}

void ExportCommand::logStep(const PublishStep &step, bool isRequired) const
{
    using Status = PublishStep::Status;
    std::string command = step.command;
    for (const std::string &argument : step.arguments)
        command += " " + argument;
    if (step.status == Status::Failed || step.status == Status::Timeout)
        m_log.write({isRequired ? Level::Error : Level::Warning, "publish_failed",
            command + ": " + step.reason, {}, {}, 0});
    else if (step.status == Status::Skipped)
        m_log.write(
            {Level::Info, "publish_skipped", command + ": skipped, " + step.skippedReason, {}, {}, 0});
}

ExitCode ExportCommand::fail(const Error &error, const std::string &resultFile) const
{
    ExportOutcome outcome;
    outcome.error = error;
    return report(outcome, resultFile);
}

ExitCode ExportCommand::report(const ExportOutcome &outcome, const std::string &resultFile) const
{
    if (outcome.error)
        m_log.error(*outcome.error);
    for (const Error &error : outcome.notWritten)
        m_log.error(error);
    for (const InputOutcome &input : outcome.inputs)
        logInput(m_log, input, outcome.strict, true);
    const std::string document =
        safeJsonForLog(toJsonText(
            m_redactor.redactedJson(resultJson(outcome), Redactor::Keys::Kept), JsonLayout::Indented)) +
        '\n';
    if (!resultFile.empty()) {
        if (const auto written = writeFileWithFolder(resultFile, document); !written) {
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

void ExportCommand::logSummary(const ExportOutcome &outcome) const
{
    std::uint64_t records = 0;
    std::uint64_t files = 0;
    std::uint64_t inputsRead = 0;
    for (const InputOutcome &input : outcome.inputs) {
        for (const InputOutcome::File &file : input.files)
            m_log.write({Level::Debug, "artifact", "wrote " + file.path + ", " + plural(file.bytes, "byte"),
                {}, {}, 0});
        records += input.read.records;
        files += input.files.size();
        inputsRead += input.error ? 0 : 1;
    }
    if (outcome.error || (inputsRead == 0 && !outcome.inputs.empty()))
        return;
    const std::string of =
        outcome.inputs.size() == 1 ? outcome.inputs.front().input : plural(outcome.inputs.size(), "file");
    const std::string first = files > 0 && outcome.notWritten.empty()
                                  ? std::string("; begin with ") + CiArtifactPublisher::summaryName
                                  : std::string();
    m_log.write({Level::Info, "exported",
        "read " + plural(records, "record") + " of " + of + " and wrote " + plural(files, "artifact") +
            " to " + outcome.artifactDir + first,
        {}, {}, 0});
}

} // namespace inspector
