// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportRequest.h"

#include "core/factions/FactionCatalogue.h"

#include <utility>

namespace inspector {

namespace {

JsonValue snapshotsJson(const std::optional<SnapshotChoice> &choice)
{
    if (!choice)
        return {};
    if (choice->number)
        return *choice->number;
    return "all";
}

JsonValue untilJson(const std::optional<StopPoint> &until)
{
    if (!until)
        return {};
    return until->text();
}

JsonValue missionJson(const ExportRequest &request)
{
    if (!request.files.empty())
        return {};
    JsonArray seeds;
    for (const std::uint64_t seed : request.seeds)
        seeds.emplace_back(seed);
    return JsonObject{{"name", request.mission}, {"seeds", std::move(seeds)}};
}

} // namespace

const FactionCatalogue &ExportRequest::factions() const
{
    return catalogue != nullptr ? *catalogue : FactionCatalogue::builtIn();
}

JsonObject optionsJson(const ExportRequest &request)
{
    JsonArray formats;
    for (const ArtifactFormat format : request.formats)
        formats.emplace_back(formatName(format));
    return {{"formats", std::move(formats)}, {"mission", missionJson(request)},
        {"shard", std::to_string(request.shard.number) + "/" + std::to_string(request.shard.count)},
        {"until", untilJson(request.until)}, {"snapshots", snapshotsJson(request.snapshots)},
        {"promptHistory", request.limits.store.promptHistoryLimit},
        {"promptSnapshots", request.limits.store.promptSnapshotLimit},
        {"transcriptEntries", request.limits.transcriptEntries},
        {"compress", request.gzipArtifacts ? "gzip" : "none"}, {"csvFormulaGuard", request.guardCsvFormulas},
        {"strict", request.strict}};
}

} // namespace inspector
