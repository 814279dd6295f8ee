// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/InputExport.h"

#include "core/base/StopFlag.h"
#include "core/factions/FactionCatalogue.h"
#include "core/saves/SaveManager.h"
#include "core/session/InputDigest.h"
#include "core/session/SessionReader.h"
#include "core/session/WatchedDevice.h"
#include "core/telemetry/DigestingWriter.h"
#include "core/telemetry/ExportInput.h"
#include "core/telemetry/ExportProgress.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "core/telemetry/PlotDrawer.h"

#include <QIODevice>

#include <algorithm>
#include <utility>

namespace inspector {

InputExport::InputExport(const ExportRequest &request, const ExportItem &item, const Clock &clock)
    : m_request(request)
    , m_item(item)
    , m_clock(clock)
    , m_replay(request.limits)
    , m_problems(request.factions())
    , m_expectations(request.expectations)
{
    std::vector<StoreWatcher *> watchers{&m_problems};
    if (asksFor(ArtifactFormat::Report))
        watchers.push_back(&m_tracks.emplace(request.factions()));
    m_watchers.emplace(m_replay.store(), watchers);
    m_outcome.input = item.file;
}

InputOutcome InputExport::run()
{
    Result<SessionInput> input = open();
    const Result<void> done =
        input ? exportAll(std::move(*input)) : Result<void>(tl::unexpected(input.error()));
    if (!done)
        m_outcome.error = done.error();
    if (m_request.progress != nullptr)
        m_request.progress->addInputDone();
    return std::move(m_outcome);
}

Result<SessionInput> InputExport::open() const
{
    if (m_request.stop != nullptr && m_request.stop->isRequested())
        return m_request.stop->failureOf("the export of " + m_item.file);
    return openExportInput(m_request, m_item);
}

Result<void> InputExport::exportAll(SessionInput input)
{
    m_outcome.input = input.name();
    if (m_request.progress != nullptr)
        m_request.progress->addInputOpened(static_cast<std::uint64_t>(input.device().size()));
    std::optional<InputDigest> digest;
    if (m_request.digestInputs)
        m_outcome.bytes = digest.emplace(input).bytes();
    openSessionOut();
    WatchedDevice device(
        input.device(), [this](std::uint64_t bytes, std::uint64_t) { tellProgress(bytes); }, m_request.stop);
    SessionReader reader(
        device, {input.modifiedAt(), [this](std::string_view event) { return m_replay.wantsEvent(event); }});
    Result<void> read = replay(input.name(), reader);
    if (device.isStopped())
        read = m_request.stop->failureOf("the export of " + input.name());
    if (const std::string problem = input.problem(); !problem.empty())
        reader.report().add({ReadIssue::Kind::Warning, 0, problem, {}});
    take(reader.report());
    tellProgress(m_bytesTold);
    if (!read)
        return read;
    if (digest)
        m_outcome.sha256 = digest->take(m_request.stop);
    if (digest && m_outcome.sha256.empty() && m_request.stop != nullptr && m_request.stop->isRequested())
        return m_request.stop->failureOf("the export of " + input.name());
    finishSessionOut();
    m_outcome.expectations = m_expectations.finish(m_replay.store().state(), m_records);
    Result<void> done;
    if (m_request.snapshots)
        done = checkSnapshots(input.name());
    else
        writeArtifacts(m_item.prefix, {}, m_outcome.expectations);
    if (done && asksFor(ArtifactFormat::Plots))
        writePlots(std::move(input));
    return done;
}

bool InputExport::asksFor(ArtifactFormat format) const
{
    return std::find(m_request.formats.begin(), m_request.formats.end(), format) != m_request.formats.end();
}

Result<void> InputExport::replay(const std::string &name, SessionReader &reader)
{
    SessionRecord record;
    bool stopped = false;
    while (!stopped) {
        Result<bool> more = reader.next(record);
        if (!more) {
            more.error().message = name + ": " + more.error().message;
            return tl::unexpected(std::move(more.error()));
        }
        if (!*more)
            break;
        ++m_records;
        m_problems.begin(record, SessionReplay::changesState(record));
        if (m_tracks)
            m_tracks->begin(record, SessionReplay::changesState(record));
        m_replay.apply(record, reader.report());
        m_problems.end(record, m_replay.recorder().state());
        m_expectations.look(record, m_replay.store().state());
        if (m_sessionOut)
            copyRecord(reader.recordText(record));
        if (record.type == SessionRecord::Type::Snapshot && m_request.snapshots) {
            take(reader.report()); // as far as it is
            snapshotReached();
        }
        stopped = m_request.until && m_request.until->isReached(record);
    }
    if (m_request.until && !stopped) {
        reader.report().add({ReadIssue::Kind::Warning, 0,
            "--until " + m_request.until->text() + " was not reached; this is the state at the end", {}});
    }
    return {};
}

void InputExport::snapshotReached()
{
    ++m_snapshots;
    const std::string number = std::to_string(m_snapshots);
    if (m_request.snapshots && m_request.snapshots->number.value_or(m_snapshots) == m_snapshots) {
        writeArtifacts(m_item.prefix + "-snap" + number, "Snapshot " + number,
            m_expectations.soFar(m_replay.store().state(), m_records));
    }
}

Result<void> InputExport::checkSnapshots(const std::string &name) const
{
    const std::uint64_t needed = m_request.snapshots->number.value_or(1);
    if (m_snapshots >= needed)
        return {};
    const std::string count = std::to_string(m_snapshots);
    return failure("no_such_snapshot",
        name + " holds " + count + (m_snapshots == 1 ? " snapshot record" : " snapshot records") +
            " up to where it was read, so there is nothing to export",
        (m_snapshots == 0 ? std::string("Leave --snapshots away")
                          : std::string("Give --snapshots a lower number, or leave it away")) +
            " to export the state at the end.");
}

void InputExport::writeArtifacts(
    const std::string &prefix, const std::string &label, const std::vector<ExpectationResult> &expectations)
{
    const auto writer = makeWriter();
    TelemetryArtifactWriterAdapter adapter(&m_replay.bus(), m_clock);
    adapter.add(writer);
    const EventBus::Subscription told = tell();
    SaveManager saves(
        {m_replay.bus(), m_clock, &m_replay.store(), &m_replay.recorder()}, m_request.artifactDir);
    SaveManager::ExportOptions options;
    if (m_outcome.states.size() < InputOutcome::maxStatesKept)
        m_outcome.states.push_back({label, summarise(m_replay.store().state(), m_request.factions())});
    else
        ++m_outcome.statesLeftOut;
    options.artifacts = {m_request.formats, prefix, &m_request.factions(),
        m_request.guardCsvFormulas ? CsvFormulas::Guarded : CsvFormulas::AsTheyAre, m_request.gzipArtifacts,
        m_outcome.input, &m_outcome.read, &m_outcome.problems, label,
        m_tracks ? &m_tracks->tracks() : nullptr, &expectations};
    options.context = m_request.context;
    options.adapter = &adapter;
    if (m_request.formats.empty() || m_request.formats == std::vector{ArtifactFormat::Plots})
        return; // of a state nothing is written: no success, and no failure either
    if (const Result<ExportReport> report = saves.exportInspectorSummary(options))
        take(*report, *writer);
    else
        m_outcome.failures.push_back({{}, {}, report.error()});
}

/// Plots show a stretch of time, not a state: there is one set of them, whatever snapshots are chosen.
void InputExport::writePlots(SessionInput input)
{
    const std::vector<Artifact> plots = draw(std::move(input));
    if (plots.empty())
        return;
    const auto writer = makeWriter();
    TelemetryArtifactWriterAdapter adapter(&m_replay.bus(), m_clock);
    adapter.add(writer);
    const EventBus::Subscription told = tell();
    take(adapter.writeAll(plots, m_request.context), *writer);
}

std::vector<Artifact> InputExport::draw(SessionInput input)
{
    std::vector<Artifact> artifacts;
    if (m_request.plots == nullptr) {
        m_outcome.failures.push_back({"plots", {},
            {"no_plots", "plots are drawn by the window's program, which is not there",
                "Install the package telemetry-inspector, or leave plots out of --formats."}});
        return artifacts;
    }
    const TimeMs now = m_clock.nowMs();
    auto plots = m_request.plots->draw(
        std::move(input), {m_records, m_request.limits, m_request.factions(), now, m_request.stop});
    if (!plots) {
        m_outcome.failures.push_back({"plots", {}, plots.error()});
        return artifacts;
    }
    for (PlotDrawer::Plot &plot : *plots) {
        artifacts.push_back(
            {"plots", "plots", artifactFileName(m_item.prefix, plot.name, now, plot.extension),
                std::move(plot.mimeType), std::move(plot.content)});
    }
    return artifacts;
}

std::shared_ptr<DigestingWriter> InputExport::makeWriter() const
{
    using Existing = FileSystemTelemetryWriter::Existing;
    return std::make_shared<DigestingWriter>(
        std::make_shared<FileSystemTelemetryWriter>(QString::fromStdString(m_request.artifactDir),
            m_request.force ? Existing::Overwrite : Existing::Refuse));
}

/// Only while artifacts are written: a session may hold events of such names itself.
EventBus::Subscription InputExport::tell()
{
    return m_request.onEvent ? m_replay.bus().subscribe("telemetry:*", m_request.onEvent)
                             : EventBus::Subscription();
}

void InputExport::take(const ReadReport &read)
{
    m_outcome.read = read;
    m_outcome.problems = m_problems.problems(read);
}

void InputExport::take(const ExportReport &report, const DigestingWriter &writer)
{
    for (const ExportReport::Written &written : report.written) {
        const DigestingWriter::Digest &digest = writer.digests()[written.artifact];
        m_outcome.files.push_back({written.path, digest.type, digest.section, digest.mimeType, written.bytes,
            digest.sha256, written.durationMs});
    }
    m_outcome.failures.insert(m_outcome.failures.end(), report.failures.begin(), report.failures.end());
    for (const ExportReport::WriterSummary &summary : report.writers)
        addUp(m_outcome.writers, summary);
}

void InputExport::openSessionOut()
{
    if (m_request.sessionOut.empty())
        return;
    const QString path = QString::fromStdString(m_request.sessionOut);
    makeFolderOf(path);
    Result<AtomicFile> file = AtomicFile::open(path);
    if (file)
        m_sessionOut = std::move(*file);
    else
        sessionOutFailed(file.error());
}

void InputExport::copyRecord(const std::string &line)
{
    if (const auto written = m_sessionOut->write(line + '\n'); !written)
        sessionOutFailed(written.error());
}

void InputExport::finishSessionOut()
{
    if (!m_sessionOut)
        return;
    if (const auto committed = m_sessionOut->commit(); !committed)
        sessionOutFailed(committed.error());
    m_sessionOut.reset();
}

void InputExport::sessionOutFailed(const Error &error)
{
    m_outcome.failures.push_back({"session-out", m_request.sessionOut, error});
    m_sessionOut.reset();
}

void InputExport::tellProgress(std::uint64_t bytes)
{
    if (m_request.progress == nullptr)
        return;
    m_request.progress->addRead(m_records - m_recordsTold, bytes - m_bytesTold);
    m_recordsTold = m_records;
    m_bytesTold = bytes;
}

} // namespace inspector
