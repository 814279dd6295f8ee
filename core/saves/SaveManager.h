// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/InspectorArtifacts.h"
#include "core/base/Clock.h"
#include "core/events/EventBus.h"
#include "core/inspector/InspectorSummary.h"
#include "core/saves/SaveSlots.h"
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"

#include <functional>
#include <string>
#include <string_view>

namespace inspector {

class TutorialTranscriptRecorder;
class WorldStateStore;

/// Hands out what the store knows: the inspector summary, the artifacts made of it, and saves.
class SaveManager
{
public:
    struct Parts
    {
        EventBus &bus;
        const Clock &clock;
        WorldStateStore *store = nullptr; ///< without one, summaries say "unavailable"
        const TutorialTranscriptRecorder *recorder = nullptr;
        const SaveSlots *saves = nullptr; ///< without them nothing is saved or loaded
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

    /// Saves the state now into the slot that a typed name stands for. `playtime` is in ms, from the
    /// session's first record to the one that is saved. Told on the bus as `game:saved` or
    /// `game:save_failed`. Errors: `no_slots`, `no_state`, those of SaveSlots::save.
    Result<SavedSlot> save(std::string_view name, double playtime);

    /// Replaces the state by that of a slot, named as it is listed. Told on the bus as `game:loaded` or
    /// `game:load_failed`; fields of the wrong type in the game data are told by the store. Errors:
    /// `no_slots`, `no_state`, those of SaveSlots::load.
    Result<LoadedSave> load(const std::string &slot);

    /// The slots, newest first. Errors: `no_slots`, those of SaveSlots::list.
    [[nodiscard]] Result<SlotList> listSlots() const;

private:
    [[nodiscard]] ExportReport writeArtifacts(
        const std::vector<Artifact> &artifacts, const JsonObject &context, const ExportOptions &options);
    void tell(const char *event, std::size_t artifactCount, const JsonObject &context,
        JsonObject::Members more = {});
    [[nodiscard]] Result<void> checkParts() const;
    void tellDone(const char *event, const SaveFile &save);
    void tellFailed(const char *event, const std::string &slot, const Error &error);

    Parts m_parts;
    std::string m_folder;
};

} // namespace inspector
