// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedReport.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/base/EcmaJson.h"
#include "core/base/Plural.h"
#include "core/base/SafeText.h"
#include "core/diff/JsonDiff.h"

#include <utility>

namespace inspector {

namespace {

std::string alignmentText(const AlignedComparison &comparison)
{
    const std::uint64_t aligned = comparison.alignment.alignedCount();
    return "aligned by " + comparison.choice.text() + ", " + plural(aligned, "record") + " in common";
}

std::string partText(const AlignedComparison &comparison)
{
    const std::optional<AlignedComparison::Parting> parting = comparison.parting();
    if (!parting)
        return {};
    const auto place = [](const std::optional<std::uint64_t> &number) {
        return number ? "record #" + std::to_string(*number) : std::string("nothing");
    };
    return "the first that only one has: " + place(parting->base) + " of the base, " + place(parting->head) +
           " of the head";
}

std::string sideText(const char *which, const SessionOutline &side)
{
    return std::string(which) + "  " + safeForLog(side.name) + ", " + plural(side.report.records, "record") +
           (side.isUntilReached ? "" : ", does not reach --until, so this is its end") + '\n';
}

std::string verdictText(const AlignedComparison &comparison)
{
    return comparison.isSame() ? "No difference in what is compared"
                               : plural(comparison.verdict.size(), "difference");
}

/// The states are compared too; what the verdict does not know of is at least counted.
std::string stateText(const AlignedComparison &comparison)
{
    if (comparison.changes.empty())
        return {};
    return "The states at the end differ in " + plural(comparison.changes.size(), "place") +
           ", which --diff lists without --align.\n";
}

std::string textReport(const AlignedComparison &comparison)
{
    std::string text = sideText("base", *comparison.base) + sideText("head", *comparison.head) +
                       alignmentText(comparison) + '\n';
    if (const std::string part = partText(comparison); !part.empty())
        text += part + '\n';
    text += verdictText(comparison) + (comparison.verdict.empty() ? ".\n" : ", the greatest first:\n");
    for (const VerdictRow &row : comparison.verdict) {
        const std::string values =
            row.base.empty() || row.head.empty() ? row.base + row.head : row.base + " → " + row.head;
        text += "  " + safeForLog(row.subject + "  " + values + "  " + row.difference) + '\n';
    }
    return text + stateText(comparison);
}

std::string markdownReport(const AlignedComparison &comparison)
{
    MarkdownTable inputs({"", "file", "records"});
    inputs.addRow({"base", safeForLog(comparison.base->name), comparison.base->report.records});
    inputs.addRow({"head", safeForLog(comparison.head->name), comparison.head->report.records});
    std::string text = "# " + verdictText(comparison) + "\n\n" + inputs.text() + "\nThe two are " +
                       safeForLog(alignmentText(comparison)) + ".\n";
    if (const std::string states = stateText(comparison); !states.empty())
        text += '\n' + states;
    if (comparison.verdict.empty())
        return text;
    MarkdownTable table({"what", "base", "head", "difference"});
    for (const VerdictRow &row : comparison.verdict)
        table.addRow({safeForLog(row.subject), safeForLog(row.base), safeForLog(row.head),
            safeForLog(row.difference)});
    return text + '\n' + table.text();
}

JsonValue sideJson(const SessionOutline &side)
{
    return JsonObject{{"file", side.name}, {"records", side.report.records}, {"events", side.report.events},
        {"warnings", side.report.warnings}, {"skippedLines", side.report.skippedLines},
        {"untilReached", side.isUntilReached}};
}

JsonValue numberOrNull(std::uint64_t number)
{
    return number == 0 ? JsonValue() : JsonValue(number);
}

std::string jsonReport(const AlignedComparison &comparison)
{
    JsonArray verdict;
    for (const VerdictRow &row : comparison.verdict) {
        verdict.push_back(JsonObject{{"kind", nameOf(row.kind)}, {"what", row.subject}, {"base", row.base},
            {"head", row.head}, {"difference", row.difference}, {"effect", row.effect},
            {"baseRecord", numberOrNull(row.baseRecord)}, {"headRecord", numberOrNull(row.headRecord)}});
    }
    return safeJsonForLog(
               toJsonText(JsonObject{{"same", comparison.isSame()}, {"base", sideJson(*comparison.base)},
                              {"head", sideJson(*comparison.head)},
                              {"alignment", JsonObject{{"by", comparison.choice.text()},
                                                {"aligned", comparison.alignment.alignedCount()}}},
                              {"verdict", std::move(verdict)}, {"patch", jsonPatch(comparison.changes)}},
                   JsonLayout::Indented)) +
           '\n';
}

} // namespace

std::string alignedReport(const AlignedComparison &comparison, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Markdown:
        return markdownReport(comparison);
    case ReportFormat::Json:
        return jsonReport(comparison);
    default:
        return textReport(comparison);
    }
}

} // namespace inspector
