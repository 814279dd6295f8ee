// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ArtifactFormat.h"
#include "core/base/JsonValue.h"
#include "core/events/Event.h"
#include "core/expect/Expectation.h"
#include "core/session/SessionReplay.h"
#include "core/session/StopPoint.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

class FactionCatalogue;
class ExportProgress;
class PlotDrawer;
class StopFlag;

/// Which of the inputs are exported: every `count`-th from the `number`-th, in sorted order, from 1.
struct Shard
{
    std::uint64_t number = 1;
    std::uint64_t count = 1;

    friend bool operator==(const Shard &, const Shard &) = default;
};

/// The states that are exported of a session: instead of that at the end, those of its snapshot records.
struct SnapshotChoice
{
    std::optional<std::uint64_t> number; ///< the N-th only, from 1; all where it is absent

    friend bool operator==(const SnapshotChoice &, const SnapshotChoice &) = default;
};

/// One export, as the command line or the window asks for it.
struct ExportRequest
{
    std::vector<std::string>
        files; ///< paths, `-` for standard input; without any, the demo mission is played
    std::string mission = "harbour";
    std::vector<std::uint64_t> seeds{1};
    Shard shard;
    const FactionCatalogue *catalogue = nullptr; ///< the built-in one where it is null

    std::optional<StopPoint> until; ///< the end of the input where it is absent
    std::optional<SnapshotChoice> snapshots;
    SessionReplay::Options limits;
    std::vector<Expectation> expectations; ///< checked in each input

    /// Without any, nothing is written.
    std::vector<ArtifactFormat> formats{ArtifactFormat::Json, ArtifactFormat::Csv};
    std::string prefix = "save-inspector";
    std::string artifactDir = "telemetry-artifacts";
    std::string sessionOut; ///< where the records that were read go as well; nowhere where it is empty
    bool gzipArtifacts = false;
    bool guardCsvFormulas = false;
    JsonObject context;        ///< the caller's
    bool strict = false;       ///< warnings and skipped lines fail the export
    bool digestInputs = false; ///< tell the SHA-256 of each input
    bool force = false;        ///< overwrite files of an earlier run whose content differs

    std::size_t jobs = 1;               ///< inputs worked on side by side
    const StopFlag *stop = nullptr;     ///< ends the export early; what is complete stays
    PlotDrawer *plots = nullptr;        ///< draws what ArtifactFormat::Plots asks for
    ExportProgress *progress = nullptr; ///< told how far the export is
    /// Told what the pipeline tells on its bus, `telemetry:*` (docs/formats.md, "Events"), by the threads
    /// that work.
    std::function<void(const Event &)> onEvent;

    /// The catalogue that is in effect.
    [[nodiscard]] const FactionCatalogue &factions() const;
};

/// The options that decide what the artifacts hold, as they are in effect.
[[nodiscard]] JsonObject optionsJson(const ExportRequest &request);

} // namespace inspector
