// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspector/StateSummary.h"
#include "core/problems/Problem.h"
#include "core/session/ReadReport.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// What a summary tells of one input.
struct SummaryInput
{
    static constexpr std::size_t problemsShown = 20;

    struct State
    {
        std::string label; ///< which state of the input; empty for the one at its end
        StateSummary summary;
    };

    std::string name;
    ReadReport read;
    std::vector<Problem> problems;
    std::optional<Error> error; ///< why it was not read to its end
    std::vector<State> states;
    std::uint64_t statesLeftOut = 0;   ///< behind these
    std::vector<std::string> notMet{}; ///< expectations, and why they are not
};

/// An artifact, as the list at the end of a summary names it.
struct SummaryArtifact
{
    std::string filename;
    std::uint64_t bytes = 0;
    std::string sha256;
};

struct SummaryContent
{
    std::vector<SummaryInput> inputs;
    std::vector<SummaryArtifact> artifacts;
    std::vector<Error> failures; ///< of writing
};

/// The summary of an export in GitHub-flavoured Markdown (docs/formats.md, "Summary in Markdown"): what was
/// read, the states in a few lines, warnings, artifacts with sizes and digests. Ends with a newline. What the
/// game or a file says is text in it, never markup.
[[nodiscard]] std::string summaryMarkdown(const SummaryContent &content);

/// `text` as it shows in Markdown, whatever it holds: no markup, no HTML, no link, on one line.
[[nodiscard]] std::string markdownText(std::string_view text);

/// The start of a Markdown text, at most `most` bytes with the sentence that says what is missing; cut
/// between two lines.
[[nodiscard]] std::string cutMarkdown(const std::string &text, std::size_t most);

} // namespace inspector
