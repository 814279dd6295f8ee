// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/TelemetryExportTask.h"

#include "core/factions/FactionCatalogue.h"
#include "core/saves/SaveManager.h"
#include "core/session/DemoMission.h"
#include "core/session/SessionReader.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"

#include <QCryptographicHash>

#include <memory>

namespace inspector {

namespace {

std::string sha256(const std::string &content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())));
    return hash.result().toHex().toStdString();
}

const FactionCatalogue &catalogueOf(const ExportRequest &request)
{
    return request.catalogue != nullptr ? *request.catalogue : FactionCatalogue::builtIn();
}

/// Notes what is written, in the order of the artifacts, and passes it on.
class DigestingWriter final : public ArtifactWriter
{
public:
    DigestingWriter(std::shared_ptr<ArtifactWriter> writer, std::vector<ExportOutcome::File> &files)
        : m_writer(std::move(writer))
        , m_files(files)
    {}

    [[nodiscard]] std::string id() const override { return m_writer->id(); }
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override
    {
        m_files.push_back({artifact.type, artifact.section, sha256(artifact.content)});
        return m_writer->write(artifact, context);
    }
    [[nodiscard]] Result<void> finish() override { return m_writer->finish(); }

private:
    std::shared_ptr<ArtifactWriter> m_writer;
    std::vector<ExportOutcome::File> &m_files;
};

} // namespace

TelemetryExportTask::TelemetryExportTask(const Clock &clock)
    : m_clock(clock)
{}

ExportOutcome TelemetryExportTask::run(const ExportRequest &request) const
{
    constexpr double nsPerMs = 1e6;
    const std::int64_t start = m_clock.monotonicNs();
    ExportOutcome outcome;
    outcome.strict = request.strict;
    outcome.input = request.file;
    outcome.artifactDir =
        FileSystemTelemetryWriter(QString::fromStdString(request.artifactDir)).folder().toStdString();

    Result<SessionInput> input = openInput(request);
    SessionReplay replay(request.limits);
    Result<void> read;
    if (input) {
        outcome.input = input->name();
        read = TelemetryExportTask::replay(request, *input, replay, outcome.read);
    }
    if (!input)
        outcome.inputError = input.error();
    else if (!read)
        outcome.inputError = read.error();
    else
        write(request, replay, outcome);
    outcome.durationMs = static_cast<double>(m_clock.monotonicNs() - start) / nsPerMs;
    return outcome;
}

Result<SessionInput> TelemetryExportTask::openInput(const ExportRequest &request)
{
    if (!request.file.empty())
        return SessionInput::openFile(request.file);
    return DemoMission::load(request.mission, catalogueOf(request)).map([&](const DemoMission &mission) {
        const std::string name = "mission:" + request.mission + ":" + std::to_string(request.seed);
        return SessionInput::fromText(name, mission.session(request.seed));
    });
}

Result<void> TelemetryExportTask::replay(
    const ExportRequest &request, const SessionInput &input, SessionReplay &replay, ReadReport &report)
{
    SessionReader reader(input.device(),
        {input.modifiedAt(), [&replay](std::string_view event) { return replay.wantsEvent(event); }});
    SessionRecord record;
    bool stopped = false;
    while (!stopped) {
        const Result<bool> more = reader.next(record);
        if (!more) {
            report = reader.report();
            Error error = more.error();
            error.message = input.name() + ": " + error.message;
            return tl::unexpected(std::move(error));
        }
        if (!*more)
            break;
        replay.apply(record, reader.report());
        stopped = request.until && request.until->isReached(record);
    }
    if (request.until && !stopped) {
        reader.report().add({ReadIssue::Kind::Warning, 0,
            "--until " + request.until->text() + " was not reached; this is the state at the end", {}});
    }
    report = reader.report();
    return {};
}

void TelemetryExportTask::write(
    const ExportRequest &request, SessionReplay &replay, ExportOutcome &outcome) const
{
    using Existing = FileSystemTelemetryWriter::Existing;
    TelemetryArtifactWriterAdapter adapter(&replay.bus(), m_clock);
    adapter.add(std::make_shared<DigestingWriter>(
        std::make_shared<FileSystemTelemetryWriter>(QString::fromStdString(request.artifactDir),
            request.force ? Existing::Overwrite : Existing::Refuse),
        outcome.files));

    SaveManager saves({replay.bus(), m_clock, &replay.store(), &replay.recorder()}, request.artifactDir);
    SaveManager::ExportOptions options;
    options.artifacts = {request.formats, request.prefix, &catalogueOf(request)};
    options.context = request.context;
    options.adapter = &adapter;
    const Result<ExportReport> report = saves.exportInspectorSummary(options);
    if (report)
        outcome.report = *report;
    else
        outcome.report.failures.push_back({{}, {}, report.error()});
}

} // namespace inspector
