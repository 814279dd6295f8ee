// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiArtifactPublisher.h"

#include "core/base/EcmaJson.h"
#include "core/base/SafeText.h"
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

Result<void> writeWithFolder(const std::string &path, const std::string &text)
{
    const QString file = QString::fromStdString(path);
    QDir().mkpath(QFileInfo(file).absolutePath()); // where that fails, so does what follows
    return writeFileAtomically(file, text);
}

PublishedSet setOf(const ExportOutcome &exported, const PublishRequest &request, CiProvider provider)
{
    PublishedSet set;
    set.artifactDir = exported.artifactDir;
    set.prefix = request.prefix;
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
    PublishedSet set;
    PublishOutcome outcome;

    void write(const std::string &path, const std::string &text)
    {
        if (const auto written = writeWithFolder(path, text); !written)
            outcome.errors.push_back(written.error());
    }
};

CiArtifactPublisher::CiArtifactPublisher(Parts parts)
    : m_parts(std::move(parts))
{
    addTeamCityProperties(m_parts.variables);
}

Result<void> CiArtifactPublisher::removeEarlier(const PublishRequest &request, const std::string &artifactDir)
{
    QFile manifest(QString::fromStdString(manifestPath(request, artifactDir)));
    if (!manifest.exists() || manifest.remove())
        return {};
    return failure("write_failed",
        "the manifest of an earlier run, " + manifest.fileName().toStdString() +
            ", cannot be removed: " + manifest.errorString().toStdString(),
        "Remove it, or choose another --metadata or --artifact-dir.");
}

PublishOutcome CiArtifactPublisher::publish(const ExportOutcome &exported, const PublishRequest &request)
{
    Job job{exported, request, Redactor(m_parts.variables), m_parts.clock.nowMs(), {}, {}};
    PublishOutcome &outcome = job.outcome;
    outcome.environment = CiEnvironment::detect(m_parts.variables);
    const bool isCi = outcome.environment.provider != CiProvider::None;
    if (request.provider && *request.provider != CiProvider::None)
        outcome.environment = CiEnvironment::of(*request.provider, m_parts.variables);
    const bool isNone = request.provider == CiProvider::None;
    outcome.dryRun = request.dryRun.value_or(!isCi) || isNone;
    const CiProvider provider = isNone ? CiProvider::None : outcome.environment.provider;
    job.set = setOf(exported, request, provider);

    writeSet(job);
    HandOver plan = planHandOver(provider, m_parts.variables, job.set);
    const PublishPlaces places{exported.artifactDir, job.set.manifest, request.prefix, job.set.artifacts};
    for (const PublishCommand &command : request.commands)
        plan.commands.push_back(filled(command, places));
    for (const PublishCommand &command : plan.commands)
        outcome.steps.push_back(plannedStep(command, job.redactor));
    writeJUnit(job);
    writeManifest(job);

    tellBus("telemetry:ci_publish_started", job);
    if (!outcome.dryRun)
        handOver(job, plan);
    runCommands(job, plan.commands);
    if (!outcome.dryRun && (!outcome.steps.empty() || !outcome.warnings.empty())) {
        writeJUnit(job);
        writeManifest(job);
    }
    tellBus(outcome.succeeded() ? "telemetry:ci_publish_completed" : "telemetry:ci_publish_failed", job);
    return std::move(job.outcome);
}

/// All but the manifest, which comes last: its presence marks a complete set.
void CiArtifactPublisher::writeSet(Job &job)
{
    job.set.summary = summaryMarkdown(summaryContent(job.exported, job.redactor));
    job.set.notices = noticesOf(job.exported, job.redactor);
    // Somebody who mistyped a name gets no folder for it; a job's page is to say what went wrong.
    if (job.outcome.dryRun && job.set.artifacts.empty() && !isComplete(job.exported))
        job.set.summaryFile.clear();
    else
        job.write(job.set.summaryFile, job.set.summary);
    if (!job.set.checksums.empty())
        job.write(job.set.checksums, checksumsText(job.exported, job.set.manifest));
}

void CiArtifactPublisher::writeManifest(Job &job)
{
    if (job.set.manifest.empty() || !job.outcome.errors.empty())
        return;
    job.outcome.manifest = job.set.manifest;
    const std::string text =
        manifestText(job.exported, job.request, job.outcome, job.generatedAt, job.redactor);
    job.write(job.set.manifest, text);
    if (!job.outcome.errors.empty())
        job.outcome.manifest.clear();
}

void CiArtifactPublisher::writeJUnit(Job &job)
{
    if (!job.set.junit.empty())
        job.write(job.set.junit, junitText(job.exported, job.outcome, job.redactor));
}

void CiArtifactPublisher::handOver(Job &job, const HandOver &plan)
{
    for (const HandOver::FileText &file : plan.written)
        job.write(file.path, file.text);
    for (const HandOver::FileText &file : plan.appended)
        append(job, file);
    for (const std::string &line : plan.logLines) {
        if (m_parts.logCommand)
            m_parts.logCommand(line);
    }
}

/// The provider's file is not ours: it is never replaced, and what stands in it counts towards its limit.
void CiArtifactPublisher::append(Job &job, const HandOver::FileText &file)
{
    QFile target(QString::fromStdString(file.path));
    const auto there = static_cast<std::size_t>(target.size());
    const std::size_t room = file.mostBytes > there ? file.mostBytes - there : 0;
    const std::string text = file.mostBytes == 0 ? file.text : cutMarkdown(file.text, room);
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Append) || target.write(bytes) != bytes.size() ||
        !target.flush()) {
        job.outcome.warnings.push_back(job.redactor.redacted(
            file.path + " could not be written: " + target.errorString().toStdString()));
    }
}

void CiArtifactPublisher::runCommands(Job &job, const std::vector<PublishCommand> &commands)
{
    CommandAttempts attempts({m_parts.runner, m_parts.clock, m_parts.wait, m_parts.chance, m_parts.stop});
    const auto skip = [](PublishStep &step, const char *reason) {
        step.status = PublishStep::Status::Skipped;
        step.skippedReason = reason;
    };
    for (std::size_t i = 0; i < commands.size(); ++i) {
        PublishStep &step = job.outcome.steps[i];
        if (job.outcome.dryRun) {
            JsonArray words{step.command};
            words.insert(words.end(), step.arguments.begin(), step.arguments.end());
            if (m_parts.tell)
                m_parts.tell("would run " + toJsonText(words, JsonLayout::Compact));
        } else if (m_parts.stop != nullptr && m_parts.stop->isRequested()) {
            skip(step, "interrupted");
        } else if (job.outcome.manifest.empty()) {
            skip(step, "export_incomplete");
        } else {
            step = attempts.run(commands[i], job.request.timeout, job.redactor);
        }
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
