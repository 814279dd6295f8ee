// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedReport.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/base/EcmaJson.h"
#include "core/base/Plural.h"
#include "core/base/SafeText.h"
#include "core/diff/ChangeTable.h"
#include "core/diff/JsonDiff.h"

#include <optional>
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
    if (!comparison.parting)
        return {};
    const auto &[base, head] = *comparison.parting;
    if (!head)
        return "They part at record #" + std::to_string(*base) + " of the base, which the head has not";
    if (!base)
        return "They part at record #" + std::to_string(*head) + " of the head, which the base has not";
    return "They part at record #" + std::to_string(*base) + " of the base, #" + std::to_string(*head) +
           " of the head";
}

std::string remarksOn(const SessionOutline &side)
{
    return side.isUntilReached ? std::string() : "does not reach --until, so this is its end";
}

std::string sideText(const char *which, const SessionOutline &side)
{
    const std::string remarks = remarksOn(side);
    return std::string(which) + "  " + safeForLog(side.name) + ", " + plural(side.report.records, "record") +
           (remarks.empty() ? "" : ", ") + remarks + '\n';
}

std::string verdictText(const AlignedComparison &comparison)
{
    if (!comparison.isSame())
        return plural(comparison.verdict.size(), "difference");
    return comparison.parting ? "No difference in what came of it" : "No difference in what is compared";
}

std::string stateText(const AlignedComparison &comparison)
{
    return "The states at the end differ in " + plural(comparison.changes.size(), "place") + ":\n";
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
    return comparison.changes.empty() ? text : text + stateText(comparison) + changeLines(comparison.changes);
}

std::string verdictTable(const std::vector<VerdictRow> &verdict)
{
    MarkdownTable table({"what", "base", "head", "difference"});
    for (const VerdictRow &row : verdict)
        table.addRow({safeForLog(row.subject), safeForLog(row.base), safeForLog(row.head),
            safeForLog(row.difference)});
    return table.text();
}

std::string markdownReport(const AlignedComparison &comparison)
{
    MarkdownTable inputs({"", "file", "records", "remarks"});
    for (const auto &[which, side] :
        {std::pair("base", comparison.base.get()), std::pair("head", comparison.head.get())})
        inputs.addRow({which, safeForLog(side->name), side->report.records, remarksOn(*side)});
    const std::string part = partText(comparison);
    std::string text = "# " + verdictText(comparison) + "\n\n" + inputs.text() + "\nThe two are " +
                       safeForLog(alignmentText(comparison)) + ".\n" + (part.empty() ? "" : part + ".\n");
    if (!comparison.verdict.empty())
        text += '\n' + verdictTable(comparison.verdict);
    if (!comparison.changes.empty())
        text += '\n' + stateText(comparison) + '\n' + changeTable(comparison.changes);
    return text;
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

JsonValue partingJson(const AlignedComparison &comparison)
{
    if (!comparison.parting)
        return {};
    return JsonObject{{"baseRecord", numberOrNull(comparison.parting->base.value_or(0))},
        {"headRecord", numberOrNull(comparison.parting->head.value_or(0))}};
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
                              {"parting", partingJson(comparison)}, {"verdict", std::move(verdict)},
                              {"patch", jsonPatch(comparison.changes)}},
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
