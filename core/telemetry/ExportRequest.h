// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ArtifactFormat.h"
#include "core/base/JsonValue.h"
#include "core/session/SessionReplay.h"
#include "core/session/StopPoint.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

class FactionCatalogue;

/// One export, as the command line or the window asks for it.
struct ExportRequest
{
    std::string file; ///< path, `-` for standard input; where it is empty, the demo mission is played
    std::string mission = "harbour";
    std::uint64_t seed = 1;
    const FactionCatalogue *catalogue = nullptr; ///< the built-in one where it is null
    std::vector<ArtifactFormat> formats{ArtifactFormat::Json, ArtifactFormat::Csv};
    std::string prefix = "save-inspector";
    std::string artifactDir = "telemetry-artifacts";
    std::optional<StopPoint> until; ///< the end of the input where it is absent
    SessionReplay::Options limits;
    JsonObject context;  ///< the caller's
    bool strict = false; ///< warnings and skipped lines fail the export
    bool force = false;  ///< overwrite files of an earlier run whose content differs
};

} // namespace inspector
