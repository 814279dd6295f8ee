// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace inspector {

namespace {

/// Calls what may be somebody else's code: an exception out of it is that writer's failure and nobody else's.
template <class Call>
auto guarded(Call call) -> decltype(call())
{
    try {
        return call();
    } catch (const std::exception &error) {
        return failure("writer_threw", std::string("the writer threw: ") + error.what(), "Mend the writer.");
    } catch (...) {
        return failure("writer_threw", "the writer threw", "Mend the writer.");
    }
}

} // namespace

TelemetryArtifactWriterAdapter::TelemetryArtifactWriterAdapter(EventBus *bus, const Clock &clock)
    : m_bus(bus)
    , m_clock(clock)
{}

void TelemetryArtifactWriterAdapter::add(std::shared_ptr<ArtifactWriter> writer)
{
    std::string id = writer->id();
    if (id.empty())
        id = "writer_" + std::to_string(m_targets.size() + 1);
    m_targets.push_back({std::move(id), std::move(writer)});
}

void TelemetryArtifactWriterAdapter::add(std::string id, FunctionTelemetryWriter::Function function)
{
    add(std::make_shared<FunctionTelemetryWriter>(std::move(id), std::move(function)));
}

ExportReport TelemetryArtifactWriterAdapter::writeAll(
    const std::vector<Artifact> &artifacts, const JsonObject &context)
{
    const std::int64_t start = m_clock.monotonicNs();
    ExportReport report;
    report.artifactsAttempted = artifacts.size();
    for (const Target &target : m_targets)
        report.writers.push_back({target.id, 0, 0, 0, 0});
    for (std::size_t place = 0; place < artifacts.size(); ++place) {
        const std::size_t before = report.written.size();
        for (std::size_t i = 0; i < m_targets.size(); ++i)
            writeOne(m_targets[i], report.writers[i], place, artifacts[place], context, report);
        report.artifactsWritten += report.written.size() > before ? 1 : 0;
    }
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const std::int64_t finishStart = m_clock.monotonicNs();
        const Result<void> finished = guarded([&] { return m_targets[i].writer->finish(); });
        report.writers[i].durationMs += msSince(finishStart);
        if (!finished)
            fail(report.writers[i], {}, finished.error(), context, report);
    }
    report.durationMs = msSince(start);
    if (m_bus != nullptr) {
        JsonObject::Members payload = exportMetricsJson(report).members();
        payload.insert(payload.begin() + 3, {"context", context});
        m_bus->emitEvent({"telemetry:artifacts_written", m_clock.nowMs(), JsonObject(std::move(payload))});
    }
    return report;
}

void TelemetryArtifactWriterAdapter::writeOne(const Target &target, ExportReport::WriterSummary &summary,
    std::size_t place, const Artifact &artifact, const JsonObject &context, ExportReport &report)
{
    const std::int64_t start = m_clock.monotonicNs();
    const Result<WrittenArtifact> written = guarded([&] { return target.writer->write(artifact, context); });
    const double durationMs = msSince(start);
    ++summary.attempted;
    summary.durationMs += durationMs;
    if (!written) {
        fail(summary, artifact.filename, written.error(), context, report);
        return;
    }
    ++summary.successes;
    report.written.push_back({place, target.id, written->path, written->bytes, durationMs});
}

void TelemetryArtifactWriterAdapter::fail(ExportReport::WriterSummary &summary, const std::string &filename,
    const Error &error, const JsonObject &context, ExportReport &report)
{
    ++summary.failures;
    report.failures.push_back({summary.id, filename, error});
    if (m_bus == nullptr)
        return;
    m_bus->emitEvent({"telemetry:artifact_failed", m_clock.nowMs(),
        JsonObject{{"writerId", summary.id}, {"filename", filename}, {"errorMessage", error.message},
            {"context", context}}});
}

double TelemetryArtifactWriterAdapter::msSince(std::int64_t startNs) const
{
    constexpr double nsPerMs = 1e6;
    return static_cast<double>(m_clock.monotonicNs() - startNs) / nsPerMs;
}

} // namespace inspector
