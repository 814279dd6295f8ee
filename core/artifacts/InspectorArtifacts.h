// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Artifact.h"
#include "core/artifacts/ArtifactFormat.h"
#include "core/artifacts/Csv.h"
#include "core/base/Result.h"
#include "core/factions/FactionCatalogue.h"
#include "core/inspector/InspectorSummary.h"
#include "core/problems/Problem.h"
#include "core/session/ReadReport.h"

#include <string>
#include <vector>

namespace inspector {

struct ExpectationResult;
struct SessionTracks;

struct InspectorArtifactOptions
{
    std::vector<ArtifactFormat> formats{ArtifactFormat::Json, ArtifactFormat::Csv};
    std::string prefix = "save-inspector";       ///< one component of a file name
    const FactionCatalogue *catalogue = nullptr; ///< names for ids; the built-in one where it is null
    CsvFormulas csvFormulas = CsvFormulas::AsTheyAre;
    bool gzip = false;                ///< each artifact packed, with `.gz` behind its name
    std::string input = {};           ///< what the state was read from, for the summary in Markdown
    const ReadReport *read = nullptr; ///< what was read of it, for the same; nothing where it is null
    const std::vector<Problem> *problems = nullptr; ///< what was odd about it, for the same
    std::string label = {};                         ///< which state of the input it is, for the report
    const SessionTracks *tracks = nullptr;          ///< what led to the state, for the report
    const std::vector<ExpectationResult> *expectations = nullptr; ///< for the report
};

/// Makes the artifacts of a summary, in the order of the formats (docs/formats.md, "Artifacts"); of the
/// plots it makes none. Pure: the same summary and options give the same bytes. Error `bad_name` for a prefix
/// that is no part of a file name.
[[nodiscard]] Result<std::vector<Artifact>> createInspectorExportArtifacts(
    const InspectorSummary &summary, const InspectorArtifactOptions &options);

/// `<prefix>-<name>-<stamp>.<extension>`, as all artifacts are called (docs/formats.md, "Artifacts").
[[nodiscard]] std::string artifactFileName(
    std::string_view prefix, std::string_view name, TimeMs generatedAt, std::string_view extension);

} // namespace inspector
