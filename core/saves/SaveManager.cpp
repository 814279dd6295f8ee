// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveManager.h"

#include "core/saves/SlotName.h"
#include "core/state/WorldStateStore.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "core/tutorial/TutorialTranscriptRecorder.h"

#include <memory>
#include <utility>

namespace inspector {

namespace {

constexpr const char *stateSource = "worldStateStore";

tl::unexpected<Error> noSlots()
{
    return failure("no_slots", "there is no folder for save slots", "Name one with --slots.");
}

JsonObject writerContext(
    const InspectorSummary &summary, std::size_t artifactCount, const SaveManager::ExportOptions &options)
{
    JsonArray formats;
    for (const ArtifactFormat format : options.artifacts.formats)
        formats.emplace_back(formatName(format));
    JsonObject::Members context{{"prefix", options.artifacts.prefix}, {"formats", std::move(formats)},
        {"artifactCount", artifactCount}, {"source", summary.state ? stateSource : "unavailable"}};
    context.insert(context.end(), options.context.begin(), options.context.end());
    return JsonObject(std::move(context));
}

} // namespace

SaveManager::SaveManager(const Parts &parts, std::string folder)
    : m_parts(parts)
    , m_folder(std::move(folder))
{}

InspectorSummary SaveManager::inspectorSummary() const
{
    InspectorSummary summary;
    summary.generatedAt = m_parts.clock.nowMs();
    if (m_parts.store != nullptr)
        summary.state = m_parts.store->snapshot();
    if (m_parts.recorder != nullptr) {
        for (const auto &entry : m_parts.recorder->entries())
            summary.transcript.push_back(*entry);
    }
    return summary;
}

Result<ExportReport> SaveManager::exportInspectorSummary(const ExportOptions &options)
{
    const InspectorSummary summary = inspectorSummary();
    const Result<std::vector<Artifact>> artifacts =
        createInspectorExportArtifacts(summary, options.artifacts);
    const std::size_t count = artifacts ? artifacts->size() : 0;
    const JsonObject context = writerContext(summary, count, options);
    tell("telemetry:export_started", count, context);
    if (!artifacts) {
        tell("telemetry:export_failed", 0, context, {{"errorMessage", artifacts.error().message}});
        return tl::unexpected(artifacts.error());
    }
    ExportReport report = writeArtifacts(*artifacts, context, options);
    if (report.artifactsWritten == 0 && !report.failures.empty())
        tell("telemetry:export_failed", count, context,
            {{"errorMessage", report.failures.front().error.message}});
    else
        tell("telemetry:export_completed", count, context, {{"metrics", exportMetricsJson(report)}});
    return report;
}

ExportReport SaveManager::writeArtifacts(
    const std::vector<Artifact> &artifacts, const JsonObject &context, const ExportOptions &options)
{
    TelemetryArtifactWriterAdapter own(&m_parts.bus, m_parts.clock);
    if (options.writer) {
        own.add("legacy-writer", options.writer);
        return own.writeAll(artifacts, context);
    }
    if (options.adapter != nullptr)
        return options.adapter->writeAll(artifacts, context);
    own.add(std::make_shared<FileSystemTelemetryWriter>(QString::fromStdString(m_folder)));
    return own.writeAll(artifacts, context);
}

Result<SavedSlot> SaveManager::save(std::string_view name, double playtime)
{
    SaveFile save;
    save.timestamp = m_parts.clock.nowMs();
    save.playtime = playtime;
    save.slot = slotName(name);
    save.slotLabel = slotLabel(name);
    save.snapshotSource = stateSource;
    Result<SavedSlot> saved = checkParts().and_then([&] {
        save.gameData = *snapshotJson(m_parts.store->state()).asObject();
        return m_parts.saves->save(save);
    });
    if (saved)
        tellDone("game:saved", save);
    else
        tellFailed("game:save_failed", save.slot, saved.error());
    return saved;
}

Result<LoadedSave> SaveManager::load(const std::string &slot)
{
    Result<LoadedSave> loaded = checkParts().and_then([&] { return m_parts.saves->load(slot); });
    if (!loaded) {
        tellFailed("game:load_failed", slot, loaded.error());
        return loaded;
    }
    m_parts.store->hydrate(loaded->save.gameData, m_parts.clock.nowMs());
    tellDone("game:loaded", loaded->save);
    return loaded;
}

Result<SlotList> SaveManager::listSlots() const
{
    if (m_parts.saves == nullptr)
        return noSlots();
    return m_parts.saves->list();
}

Result<void> SaveManager::checkParts() const
{
    if (m_parts.saves == nullptr)
        return noSlots();
    if (m_parts.store == nullptr)
        return failure("no_state", "there is no state to save or to replace", "Open a session first.");
    return {};
}

void SaveManager::tellDone(const char *event, const SaveFile &save)
{
    m_parts.bus.emitEvent({event, m_parts.clock.nowMs(),
        JsonObject{{"slot", save.slot}, {"timestamp", save.timestamp}, {"playtime", save.playtime}}});
}

void SaveManager::tellFailed(const char *event, const std::string &slot, const Error &error)
{
    m_parts.bus.emitEvent(
        {event, m_parts.clock.nowMs(), JsonObject{{"slot", slot}, {"error", error.message}}});
}

void SaveManager::tell(
    const char *event, std::size_t artifactCount, const JsonObject &context, JsonObject::Members more)
{
    JsonObject::Members payload{{"artifactCount", artifactCount}, {"context", context}};
    payload.insert(payload.end(), more.begin(), more.end());
    m_parts.bus.emitEvent({event, m_parts.clock.nowMs(), JsonObject(std::move(payload))});
}

} // namespace inspector
