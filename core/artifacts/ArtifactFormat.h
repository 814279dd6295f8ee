// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// What can be made of an inspector summary (docs/formats.md, "Artifacts").
enum class ArtifactFormat
{
    Json,
    Csv,
    TranscriptCsv,
    TranscriptMarkdown,
    Snapshot,
    Report, ///< of the session as well: a page to read
    SummaryMarkdown,
    Plots, ///< of the session, not of the summary: a PlotDrawer makes them
};

/// What "all" stands for, in the order in which the artifacts are made and written: every format but the
/// report and the summary in Markdown, which are for people, and the plots, which need the window's program.
[[nodiscard]] const std::vector<ArtifactFormat> &allArtifactFormats();

/// The format's name on the command line, e.g. "transcript-md".
[[nodiscard]] std::string_view formatName(ArtifactFormat format);

/// Reads a comma-separated list of names, aliases and "all", in any case; each format once, in the order in
/// which they are made. Error `unknown_format` lists the known ones.
[[nodiscard]] Result<std::vector<ArtifactFormat>> parseFormats(std::string_view list);

} // namespace inspector
