// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/events/EventBus.h"
#include "core/telemetry/ArtifactWriter.h"
#include "core/telemetry/ExportReport.h"
#include "core/telemetry/FunctionTelemetryWriter.h"

#include <memory>
#include <string>
#include <vector>

namespace inspector {

/// Hands every artifact to every writer, in the order in which they were added. A writer that fails, or
/// throws, on one artifact stops nothing else.
///
/// Tells on the bus `telemetry:artifact_failed {writerId, filename, errorMessage, context}` for each failure,
/// and last, always, `telemetry:artifacts_written {artifactsAttempted, artifactsWritten, failures, context,
/// durationMs, writerSummaries}` (docs/formats.md, "Events").
class TelemetryArtifactWriterAdapter
{
public:
    /// `bus` may be null; `clock` times the writers. Both must outlive the adapter.
    TelemetryArtifactWriterAdapter(EventBus *bus, const Clock &clock);

    /// A writer without an id is called writer_<place, from 1>.
    void add(std::shared_ptr<ArtifactWriter> writer);
    void add(std::string id, FunctionTelemetryWriter::Function function);

    [[nodiscard]] ExportReport writeAll(const std::vector<Artifact> &artifacts, const JsonObject &context);

private:
    struct Target
    {
        std::string id;
        std::shared_ptr<ArtifactWriter> writer;
    };

    void writeOne(const Target &target, ExportReport::WriterSummary &summary, std::size_t place,
        const Artifact &artifact, const JsonObject &context, ExportReport &report);
    void fail(ExportReport::WriterSummary &summary, const std::string &filename, const Error &error,
        const JsonObject &context, ExportReport &report);
    [[nodiscard]] double msSince(std::int64_t startNs) const;

    EventBus *m_bus;
    const Clock &m_clock;
    std::vector<Target> m_targets;
};

} // namespace inspector
