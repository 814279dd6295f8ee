// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/ArtifactManifest.h"

#include "core/base/EcmaJson.h"
#include "core/base/IsoTime.h"

#include <QDir>
#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

std::string relativeTo(const std::string &manifest, const std::string &path)
{
    return QFileInfo(QString::fromStdString(manifest))
        .absoluteDir()
        .relativeFilePath(QString::fromStdString(path))
        .toStdString();
}

template <class Use>
void forEachFile(const ExportOutcome &exported, Use use)
{
    for (const InputOutcome &input : exported.inputs) {
        for (const InputOutcome::File &file : input.files)
            use(file);
    }
}

JsonValue inputsJson(const ExportOutcome &exported, const Redactor &redactor)
{
    JsonArray inputs;
    for (const InputOutcome &input : exported.inputs) {
        inputs.push_back(JsonObject{{"name", redactor.redacted(input.input)},
            {"sha256", input.sha256.empty() ? JsonValue() : JsonValue(input.sha256)}, {"bytes", input.bytes},
            {"records", input.read.records}, {"events", input.read.events},
            {"warnings", input.read.warnings}});
    }
    return inputs;
}

JsonValue artifactsJson(const ExportOutcome &exported, const std::string &manifest, const Redactor &redactor)
{
    JsonArray artifacts;
    forEachFile(exported, [&](const InputOutcome::File &file) {
        const bool isPacked = file.mimeType == Artifact::gzipMimeType;
        artifacts.push_back(JsonObject{{"filepath", redactor.redacted(file.path)},
            {"filename", redactor.redacted(relativeTo(manifest, file.path))}, {"type", file.type},
            {"section", file.section}, {"mimeType", file.mimeType}, {"bytes", file.bytes},
            {"sha256", file.sha256}, {"encoding", isPacked ? "gzip" : "utf-8"}});
    });
    return artifacts;
}

JsonValue contextJson(const ExportOutcome &exported, const PublishRequest &request, const JsonValue &runId,
    const Redactor &redactor)
{
    JsonArray filenames;
    forEachFile(exported, [&](const InputOutcome::File &file) {
        const QString name = QFileInfo(QString::fromStdString(file.path)).fileName();
        filenames.emplace_back(redactor.redacted(name.toStdString()));
    });
    JsonObject::Members members = redactor.redactedJson(request.context).asObject()->members();
    members.push_back({"runId", runId});
    members.push_back({"prefix", redactor.redacted(request.prefix)});
    members.push_back({"artifactDir", redactor.redacted(exported.artifactDir)});
    members.push_back({"artifactFilenames", std::move(filenames)});
    members.push_back({"summarySource", "worldStateStore"});
    return JsonObject(std::move(members));
}

/// The provider's own name is no secret, whatever a variable says.
JsonValue ciJson(const CiEnvironment &environment, const Redactor &redactor)
{
    CiEnvironment clean = environment;
    for (auto *text :
        {&clean.runId, &clean.jobId, &clean.attempt, &clean.branch, &clean.commit, &clean.url}) {
        if (*text)
            *text = redactor.redacted(**text);
    }
    return toJson(clean);
}

JsonValue metricsJson(const ExportOutcome &exported)
{
    JsonArray writers, artifacts;
    for (const ExportReport::WriterSummary &writer : exported.writers()) {
        writers.push_back(
            JsonObject{{"id", writer.id}, {"attempted", writer.attempted}, {"successes", writer.successes},
                {"failures", writer.failures}, {"durationMs", writer.durationMs}});
    }
    forEachFile(exported, [&](const InputOutcome::File &file) { artifacts.emplace_back(file.durationMs); });
    return JsonObject{{"durationMs", exported.durationMs}, {"writers", std::move(writers)},
        {"artifactDurationsMs", std::move(artifacts)}};
}

} // namespace

bool isComplete(const ExportOutcome &exported)
{
    return !exported.error &&
           std::all_of(exported.inputs.begin(), exported.inputs.end(),
               [](const InputOutcome &input) { return !input.error && input.failures.empty(); });
}

std::string manifestText(const ExportOutcome &exported, const PublishRequest &request,
    const PublishOutcome &published, TimeMs generatedAt, const Redactor &redactor)
{
    const JsonObject tool{{"name", "telemetry-inspector"}, {"version", INSPECTOR_VERSION}};
    JsonArray warnings, steps;
    for (const std::string &warning : published.warnings)
        warnings.emplace_back(warning);
    for (const PublishStep &step : published.steps)
        steps.push_back(toJson(step));
    const JsonValue ci = ciJson(published.environment, redactor);
    const JsonObject manifest{{"schema", "telemetry-artifacts/1"}, {"tool", tool},
        {"generatedAt", generatedAt}, {"generatedIso", isoText(generatedAt)}, {"dryRun", published.dryRun},
        {"complete", true}, {"inputs", inputsJson(exported, redactor)},
        {"options", redactor.redactedJson(request.options)},
        {"artifacts", artifactsJson(exported, published.manifest, redactor)},
        {"context", contextJson(exported, request, (*ci.asObject())["runId"], redactor)},
        {"metrics", metricsJson(exported)}, {"ci", ci}, {"publish", std::move(steps)},
        {"warnings", std::move(warnings)}};
    return toJsonText(manifest, JsonLayout::Indented) + '\n';
}

std::string checksumsText(const ExportOutcome &exported, const std::string &manifest)
{
    std::string text;
    forEachFile(exported, [&](const InputOutcome::File &file) {
        text.append(file.sha256).append("  ").append(relativeTo(manifest, file.path)).append("\n");
    });
    return text;
}

} // namespace inspector
