// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/SummaryMarkdown.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/base/Plural.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inspector {

namespace {

constexpr std::size_t factionsShown = 20; // of one state; the artifacts have them all

/// Bytes as people read them: "512 B", "1.4 KiB".
std::string size(std::uint64_t bytes)
{
    constexpr double unit = 1024;
    constexpr std::array<std::string_view, 4> names{" B", " KiB", " MiB", " GiB"};
    constexpr double tenths = 10;
    auto value = static_cast<double>(bytes);
    std::size_t name = 0;
    for (; value >= unit && name + 1 < names.size(); ++name)
        value /= unit;
    return numberText(std::round(value * tenths) / tenths).append(names[name]);
}

void appendFactions(std::string &out, const std::vector<StateSummary::Faction> &factions)
{
    if (factions.empty()) {
        out += "No faction was heard of.\n\n";
        return;
    }
    MarkdownTable table{"Faction", "Attitude", "Fame", "Infamy", "Cascades", "Last cascade from"};
    for (std::size_t i = 0; i < std::min(factions.size(), factionsShown); ++i) {
        const StateSummary::Faction &faction = factions[i];
        table.addRow({markdownText(faction.name), markdownText(faction.attitude), faction.fame,
            faction.infamy, faction.cascades,
            faction.lastCascadeFrom ? JsonValue(markdownText(*faction.lastCascadeFrom)) : JsonValue()});
    }
    out += table.text() + '\n';
    if (factions.size() > factionsShown)
        out += "… and " + plural(factions.size() - factionsShown, "faction") + " more.\n\n";
}

std::string progressWords(const TutorialProgress &progress)
{
    if (progress.completed)
        return "completed";
    if (progress.skipped)
        return "skipped";
    return progress.enabled ? "under way" : "not running";
}

void appendTutorial(std::string &out, const StateSummary &state)
{
    const TutorialProgress &progress = state.tutorial;
    out += "Tutorial: " + progressWords(progress) + ", " + std::to_string(progress.completedSteps);
    if (progress.totalSteps > 0)
        out += " of " + numberText(progress.totalSteps);
    out += " steps done";
    if (progress.currentStep)
        out += ", at “" + markdownText(state.currentPrompt.value_or(*progress.currentStep)) + "”";
    out += '.';
    if (state.slowestStep) {
        out += " Slowest step: " + markdownText(state.slowestStep->id) + ", " +
               durationText(state.slowestStep->durationMs) + '.';
    }
    out += "\n\n";
}

std::string placeWords(const Problem &problem)
{
    const bool isRecord = problem.first.record > 0;
    const std::uint64_t first = isRecord ? problem.first.record : problem.first.line;
    const std::uint64_t last = isRecord ? problem.last.record : problem.last.line;
    if (first == 0)
        return problem.count == 1 ? "" : std::to_string(problem.count) + " times: ";
    const std::string number = isRecord ? "\\#" : "line ";
    if (problem.count == 1)
        return number + std::to_string(first) + ": ";
    return std::to_string(problem.count) + " times, " + number + std::to_string(first) + " to " +
           (isRecord ? number : "") + std::to_string(last) + ": ";
}

/// What a list that is cut at problemsShown leaves out.
void appendRest(std::string &out, std::size_t all)
{
    if (all > SummaryInput::problemsShown)
        out += "- … and " + std::to_string(all - SummaryInput::problemsShown) + " more\n";
}

void appendProblems(std::string &out, const SummaryInput &input)
{
    if (input.problems.empty())
        return;
    out += "<details><summary>" + plural(input.problems.size(), "problem") + " (" +
           plural(input.read.warnings, "warning") + ", " + plural(input.read.skippedLines, "skipped line") +
           ", " + plural(input.read.gaps, "gap") + ")</summary>\n\n";
    for (std::size_t i = 0; i < std::min(input.problems.size(), SummaryInput::problemsShown); ++i) {
        const Problem &problem = input.problems[i];
        out += "- " + placeWords(problem) + markdownText(problem.text) + '\n';
    }
    appendRest(out, input.problems.size());
    out += "\n</details>\n\n";
}

void appendNotMet(std::string &out, const std::vector<std::string> &notMet)
{
    if (notMet.empty())
        return;
    out += "**" + plural(notMet.size(), "expectation") + " not met:**\n\n";
    for (std::size_t i = 0; i < std::min(notMet.size(), SummaryInput::problemsShown); ++i)
        out += "- " + markdownText(notMet[i]) + '\n';
    appendRest(out, notMet.size());
    out += '\n';
}

void appendInput(std::string &out, const SummaryInput &input)
{
    out += "### " + markdownText(input.name) + "\n\n";
    if (input.error)
        out +=
            "**" + markdownText(input.error->message) + ".** " + markdownText(input.error->remedy) + "\n\n";
    out += plural(input.read.records, "record") + ", " + plural(input.read.events, "event");
    if (input.read.unknownEvents > 0)
        out += " (" + std::to_string(input.read.unknownEvents) + " that no slice knows)";
    out += ".\n\n";
    appendNotMet(out, input.notMet);
    for (const SummaryInput::State &state : input.states) {
        if (!state.label.empty())
            out += "#### " + markdownText(state.label) + "\n\n";
        appendFactions(out, state.summary.factions);
        appendTutorial(out, state.summary);
    }
    if (input.statesLeftOut > 0)
        out += "… and " + plural(input.statesLeftOut, "state") + " more.\n\n";
    appendProblems(out, input);
}

void appendArtifacts(std::string &out, const std::vector<SummaryArtifact> &artifacts)
{
    if (artifacts.empty())
        return;
    out += "### Artifacts\n\n";
    MarkdownTable table{"File", "Size", "SHA-256"};
    for (const SummaryArtifact &artifact : artifacts)
        table.addRow({markdownText(artifact.filename), size(artifact.bytes), "`" + artifact.sha256 + "`"});
    out += table.text();
}

} // namespace

std::string markdownText(std::string_view text)
{
    constexpr std::string_view markup = "\\`*_{}[]()#+!~>$";
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '\n' || c == '\r' || c == '\t')
            out += ' ';
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += "\xef\xbf\xbd";                 // U+FFFD
        else if (c == ':' || c == '@' || c == '|') // no link or emoji, no mention, no cell of a table
            out += c == ':' ? "&#58;" : c == '@' ? "&#64;" : "&#124;";
        else if (markup.find(c) != std::string_view::npos)
            out.append("\\").append(1, c);
        else
            out += c;
    }
    return out;
}

std::string cutMarkdown(const std::string &text, std::size_t most)
{
    constexpr std::string_view close = "\n</details>\n";
    constexpr std::string_view note = "\n*The summary is cut here; the manifest names every artifact.*\n";
    if (text.size() <= most)
        return text;
    if (most < note.size() + close.size() + 1)
        return {};
    const std::size_t end = text.rfind('\n', most - note.size() - close.size() - 1);
    std::string cut = text.substr(0, end == std::string::npos ? 0 : end + 1);
    const std::size_t open = cut.rfind("<details>");
    if (open != std::string::npos && cut.find("</details>", open) == std::string::npos)
        cut += close; // or the note would be hidden with the rest
    return cut.append(note);
}

std::string summaryMarkdown(const SummaryContent &content)
{
    std::string out = "## Telemetry inspector\n\n";
    for (const Error &failure : content.failures)
        out += "**" + markdownText(failure.message) + ".** " + markdownText(failure.remedy) + "\n\n";
    for (const SummaryInput &input : content.inputs)
        appendInput(out, input);
    appendArtifacts(out, content.artifacts);
    while (out.ends_with("\n\n"))
        out.pop_back();
    return out;
}

} // namespace inspector
