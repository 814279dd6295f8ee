// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiArtifactPublisher.h"

#include "core/base/EcmaJson.h"
#include "core/base/StopFlag.h"
#include "core/events/EventBus.h"
#include "core/publish/ArtifactManifest.h"
#include "core/publish/CommandAttempts.h"
#include "core/publish/JUnitReport.h"
#include "core/publish/PublishSummary.h"
#include "core/publish/TeamCityProperties.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

std::string manifestPath(const PublishRequest &request, const std::string &artifactDir)
{
    const std::string path = request.manifestFile.empty()
                                 ? artifactDir + "/" + CiArtifactPublisher::manifestName
                                 : request.manifestFile;
    return QFileInfo(QString::fromStdString(path)).absoluteFilePath().toStdString();
}

std::string beside(const std::string &path, const char *name)
{
    return QFileInfo(QString::fromStdString(path))
        .absoluteDir()
        .filePath(QString::fromLatin1(name))
        .toStdString();
}

/// Whether the file may go: it is a manifest, or what a disk that was full left of one. Under the name that
/// a manifest has by itself, any object is taken for one.
bool isManifest(QFile &file, bool hasOwnName)
{
    constexpr qint64 looked = 64;
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(looked).simplified().replace(' ', QByteArray());
    file.close();
    return start.isEmpty() || start.startsWith("{\"schema\":\"telemetry-artifacts/") ||
           (hasOwnName && start.startsWith('{'));
}

PublishStep stepOf(std::string kind, std::string command)
{
    PublishStep step;
    step.kind = std::move(kind);
    step.command = std::move(command);
    return step;
}

PublishedSet setOf(const ExportOutcome &exported, const PublishRequest &request, CiProvider provider)
{
    PublishedSet set;
    set.artifactDir = exported.artifactDir;
    set.shard = request.shard;
    for (const InputOutcome &input : exported.inputs) {
        for (const InputOutcome::File &file : input.files)
            set.artifacts.push_back(file.path);
    }
    if (isComplete(exported)) {
        set.manifest = manifestPath(request, exported.artifactDir);
        set.checksums = beside(set.manifest, CiArtifactPublisher::checksumsName);
    }
    set.summaryFile = exported.artifactDir + "/" + CiArtifactPublisher::summaryName;
    if (!request.junitFile.empty())
        set.junit = QFileInfo(QString::fromStdString(request.junitFile)).absoluteFilePath().toStdString();
    else if (wantsJUnit(provider))
        set.junit = exported.artifactDir + "/" + CiArtifactPublisher::junitName;
    set.durations.push_back({"export", exported.durationMs});
    for (const ExportReport::WriterSummary &writer : exported.writers())
        set.durations.push_back({"writer." + writer.id, writer.durationMs});
    return set;
}

} // namespace

/// One hand-over, while it goes on.
struct CiArtifactPublisher::Job
{
    const ExportOutcome &exported;
    const PublishRequest &request;
    Redactor redactor;
    TimeMs generatedAt = 0;
    CiProvider provider = CiProvider::None;
    PublishedSet set;
    HandOver plan;
    PublishOutcome outcome;
    std::string manifestText, junitText; // as they were written last

    /// Forgets a file of the set that could not be written, so that nobody is told of it.
    void write(std::string &path, const std::string &text)
    {
        if (const auto written = writeFileWithFolder(path, text); !written) {
            outcome.errors.push_back(written.error());
            path.clear();
        }
    }
    void warn(const std::string &message) { outcome.warnings.push_back(redactor.redacted(message)); }
};

CiArtifactPublisher::CiArtifactPublisher(Parts parts)
    : m_parts(std::move(parts))
{
    addTeamCityProperties(m_parts.variables);
}

Result<void> CiArtifactPublisher::removeEarlier(const PublishRequest &request, const std::string &artifactDir)
{
    std::vector<std::string> manifests{manifestPath(request, artifactDir)};
    if (!request.manifestFile.empty()) // an earlier run may have put it where it is put by itself
        manifests.push_back(manifestPath({}, artifactDir));
    for (const std::string &path : manifests) {
        QFile manifest(QString::fromStdString(path));
        if (!manifest.exists())
            continue;
        if (!isManifest(manifest, path == manifests.front() && path == manifestPath({}, artifactDir))) {
            if (path != manifests.front())
                continue;
            return failure("usage", path + " is there and is no manifest",
                "Remove it, or give --metadata another name.");
        }
        if (!manifest.remove()) {
            return failure("write_failed",
                "the manifest of an earlier run, " + path +
                    ", cannot be removed: " + manifest.errorString().toStdString(),
                "Remove it, or choose another --metadata or --artifact-dir.");
        }
        QFile::remove(QString::fromStdString(beside(path, checksumsName)));
        for (const char *name : {summaryName, junitName, dotenvName})
            QFile::remove(QString::fromStdString(artifactDir + "/" + name));
    }
    return {};
}

PublishOutcome CiArtifactPublisher::publish(const ExportOutcome &exported, const PublishRequest &request)
{
    Job job{exported, request, Redactor(m_parts.variables), m_parts.clock.nowMs(), CiProvider::None, {}, {},
        {}, {}, {}};
    for (const PublishCommand &command : request.commands) {
        for (const auto &[name, value] : command.environment)
            job.redactor.addVariable(name, value);
    }
    PublishOutcome &outcome = job.outcome;
    outcome.environment = CiEnvironment::detect(m_parts.variables);
    const bool isCi = outcome.environment.provider != CiProvider::None;
    if (request.provider && *request.provider != CiProvider::None)
        outcome.environment = CiEnvironment::of(*request.provider, m_parts.variables);
    const bool isNone = request.provider == CiProvider::None;
    outcome.dryRun = request.dryRun.value_or(!isCi) || isNone;
    job.provider = isNone ? CiProvider::None : outcome.environment.provider;
    job.set = setOf(exported, request, job.provider);

    writeSet(job);
    planSteps(job);
    writeRecord(job);
    if (job.set.manifest.empty() && isComplete(exported))
        planSteps(job); // without the manifest that could not be written
    tellBus("telemetry:ci_publish_started", job);
    if (!outcome.dryRun)
        handOverFiles(job);
    runCommands(job);
    if (!outcome.dryRun) {
        giveLogCommands(job);
        writeRecord(job);
    }
    tellBus(outcome.succeeded() ? "telemetry:ci_publish_completed" : "telemetry:ci_publish_failed", job);
    return std::move(job.outcome);
}

/// All but the manifest, which comes last: its presence marks a complete set.
void CiArtifactPublisher::writeSet(Job &job)
{
    for (std::string &path : job.set.artifacts) {
        if (job.redactor.redacted(path) != path) {
            job.warn("the name of an artifact holds a secret, so that it is not handed over: " + path);
            path.clear();
        }
    }
    std::erase(job.set.artifacts, std::string());
    job.set.summary =
        cutMarkdown(summaryMarkdown(summaryContent(job.exported, job.redactor)), mostSummaryBytes);
    job.set.notices = noticesOf(job.exported, job.redactor);
    // Somebody who mistyped a name gets no folder for it; a job's page is to say what went wrong.
    if (job.outcome.dryRun && job.set.artifacts.empty() && !isComplete(job.exported))
        job.set.summaryFile.clear();
    else
        job.write(job.set.summaryFile, job.set.summary);
    if (!job.set.checksums.empty())
        job.write(job.set.checksums, job.redactor.redacted(checksumsText(job.exported, job.set.manifest)));
    if (!job.outcome.errors.empty())
        job.set.manifest.clear();
}

/// Manifest and checks as things are now, where that is news. A manifest that cannot be brought up to date
/// goes, for it would not be true.
void CiArtifactPublisher::writeRecord(Job &job)
{
    if (!job.set.junit.empty()) {
        std::string text = junitText(job.exported, job.outcome, job.redactor);
        if (text != job.junitText)
            job.write(job.set.junit, text);
        job.junitText = std::move(text);
    }
    if (job.set.manifest.empty())
        return;
    const std::string path = job.set.manifest;
    job.outcome.manifest = path;
    std::string text = manifestText(job.exported, job.request, job.outcome, job.generatedAt, job.redactor);
    if (text != job.manifestText)
        job.write(job.set.manifest, text);
    job.manifestText = std::move(text);
    if (job.set.manifest.empty())
        QFile::remove(QString::fromStdString(path));
    job.outcome.manifest = job.set.manifest;
}

/// The caller's commands come before the provider's tools, which upload what the manifest says of them.
void CiArtifactPublisher::planSteps(Job &job) const
{
    job.plan = planHandOver(job.provider, m_parts.variables, job.set);
    const PublishPlaces places{
        job.exported.artifactDir, job.set.manifest, job.request.prefix, job.set.artifacts};
    std::vector<PublishCommand> own;
    for (const PublishCommand &command : job.request.commands)
        own.push_back(filled(command, places));
    job.plan.commands.insert(job.plan.commands.begin(), own.begin(), own.end());

    std::vector<PublishStep> &steps = job.outcome.steps;
    steps.clear();
    for (const auto *files : {&job.plan.written, &job.plan.appended}) {
        for (const HandOver::FileText &file : *files)
            steps.push_back(stepOf(file.kind, job.redactor.redacted(file.path)));
    }
    for (const PublishCommand &command : job.plan.commands)
        steps.push_back(plannedStep(command, job.redactor));
    if (!job.plan.logLines.empty()) {
        steps.push_back(stepOf(PublishStep::logCommands, {}));
        for (const std::string &line : job.plan.logLines)
            steps.back().arguments.push_back(job.redactor.redacted(line));
    }
}

void CiArtifactPublisher::handOverFiles(Job &job)
{
    std::size_t at = 0;
    const auto note = [&](const HandOver::FileText &file, const Result<void> &done) {
        PublishStep &step = job.outcome.steps[at++];
        step.attempts = 1;
        step.status = done ? PublishStep::Status::Succeeded : PublishStep::Status::Failed;
        if (done)
            return;
        step.reason = job.redactor.redacted(done.error().message);
        job.warn(file.path + " was not written: " + done.error().message);
    };
    for (HandOver::FileText &file : job.plan.written) {
        file.text = job.redactor.redacted(file.text);
        note(file, writeFileWithFolder(file.path, file.text));
    }
    for (HandOver::FileText &file : job.plan.appended) {
        file.text = job.redactor.redacted(file.text);
        note(file, append(file));
    }
    for (const std::string &warning : job.plan.warnings)
        job.warn(warning);
}

/// The provider's file is not ours: it is never replaced, what stands in it counts towards its limit, and a
/// last line of it that was not ended is.
Result<void> CiArtifactPublisher::append(const HandOver::FileText &file) const
{
    QFile target(QString::fromStdString(file.path));
    if (!target.open(QIODevice::ReadWrite | QIODevice::Append))
        return failure("write_failed", target.errorString().toStdString());
    std::string text = file.text;
    char last = '\n';
    if (target.size() > 0 && (!target.seek(target.size() - 1) || !target.getChar(&last)))
        last = '\n'; // it can only be written
    if (last != '\n')
        text.insert(0, "\n");
    const auto there = static_cast<std::size_t>(target.size());
    if (file.mostBytes > 0)
        text = cutMarkdown(text, file.mostBytes > there ? file.mostBytes - there : 0);
    if (text.empty() && !file.text.empty())
        return failure("write_failed", "there is no room left in it");
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (target.write(bytes) != bytes.size() || !target.flush())
        return failure("write_failed", target.errorString().toStdString());
    return {};
}

void CiArtifactPublisher::runCommands(Job &job)
{
    CommandAttempts attempts({m_parts.runner, m_parts.clock, m_parts.wait, m_parts.chance, m_parts.stop});
    const auto skip = [](PublishStep &step, const char *reason) {
        step.status = PublishStep::Status::Skipped;
        step.skippedReason = reason;
    };
    std::size_t at = job.plan.written.size() + job.plan.appended.size();
    for (std::size_t i = 0; i < job.plan.commands.size(); ++i) {
        PublishStep &step = job.outcome.steps[at++];
        const bool isOwn = i < job.request.commands.size(); // they come first
        if (job.outcome.dryRun) {
            JsonArray words{step.command};
            words.insert(words.end(), step.arguments.begin(), step.arguments.end());
            if (m_parts.tell)
                m_parts.tell("would run " + toJsonText(words, JsonLayout::Compact));
        } else if (m_parts.stop != nullptr && m_parts.stop->isRequested()) {
            skip(step, "interrupted");
        } else if (isOwn && job.set.manifest.empty()) {
            skip(step, "export_incomplete");
        } else {
            step = attempts.run(job.plan.commands[i], job.request.timeout, job.redactor);
            writeRecord(job);
        }
    }
}

void CiArtifactPublisher::giveLogCommands(Job &job)
{
    if (job.plan.logLines.empty())
        return;
    PublishStep &step = job.outcome.steps.back();
    step.attempts = 1;
    step.status = PublishStep::Status::Succeeded;
    writeRecord(job); // what the agent is about to take
    for (const std::string &line : step.arguments) {
        if (m_parts.logCommand && m_parts.logCommand(line))
            continue;
        step.status = PublishStep::Status::Failed;
        step.reason = "the log takes no commands";
        job.warn("log commands were not given, because the log takes none; --result FILE puts them on "
                 "standard output");
        return;
    }
}

void CiArtifactPublisher::tellBus(const char *event, const Job &job)
{
    if (m_parts.bus == nullptr)
        return;
    const auto count = [&](PublishStep::Status status) {
        return std::count_if(job.outcome.steps.begin(), job.outcome.steps.end(),
            [&](const PublishStep &step) { return step.status == status; });
    };
    JsonArray commands;
    for (const PublishStep &step : job.outcome.steps)
        commands.push_back(
            JsonObject{{"kind", step.kind}, {"command", step.command}, {"status", statusName(step.status)}});
    using Status = PublishStep::Status;
    m_parts.bus->emitEvent({event, m_parts.clock.nowMs(),
        job.redactor.redactedJson(JsonObject{{"artifactCount", job.set.artifacts.size()},
            {"manifest", job.outcome.manifest.empty() ? JsonValue() : JsonValue(job.outcome.manifest)},
            {"dryRun", job.outcome.dryRun}, {"succeeded", count(Status::Succeeded)},
            {"failed", count(Status::Failed) + count(Status::Timeout)}, {"skipped", count(Status::Skipped)},
            {"commands", std::move(commands)}, {"context", job.request.context}})});
}

} // namespace inspector
