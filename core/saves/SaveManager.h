// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/InspectorArtifacts.h"
#include "core/base/Clock.h"
#include "core/events/EventBus.h"
#include "core/inspector/InspectorSummary.h"
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"

#include <functional>
#include <string>

namespace inspector {

class TutorialTranscriptRecorder;
class WorldStateStore;

/// Hands out what the store knows: the inspector summary, and the artifacts made of it.
class SaveManager
{
public:
    struct Parts
    {
        EventBus &bus;
        const Clock &clock;
        const WorldStateStore *store = nullptr; ///< without one, summaries say "unavailable"
        const TutorialTranscriptRecorder *recorder = nullptr;
    };

    struct ExportOptions
    {
        InspectorArtifactOptions artifacts;
        JsonObject context; ///< the caller's, handed to the writers behind our own entries
        FunctionTelemetryWriter::Function writer;          ///< takes the artifacts, where it is set
        TelemetryArtifactWriterAdapter *adapter = nullptr; ///< else takes them, where it is set; else our own
    };

    /// The parts must outlive the manager. `folder` is where its own adapter writes.
    explicit SaveManager(const Parts &parts, std::string folder = "telemetry-artifacts");

    /// The state, the transcript and the time now.
    [[nodiscard]] InspectorSummary inspectorSummary() const;

    /// Makes the artifacts and has them written. Told on the bus as `telemetry:export_started`, then
    /// `_completed` (some artifact was written) or `_failed` (none was). Errors as of
    /// createInspectorExportArtifacts; what became of each artifact is in the report.
    Result<ExportReport> exportInspectorSummary(const ExportOptions &options);

private:
    [[nodiscard]] ExportReport writeArtifacts(
        const std::vector<Artifact> &artifacts, const JsonObject &context, const ExportOptions &options);
    void tell(const char *event, std::size_t artifactCount, const JsonObject &context,
        JsonObject::Members more = {});

    Parts m_parts;
    std::string m_folder;
};

} // namespace inspector
