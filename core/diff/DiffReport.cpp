// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/DiffReport.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/base/EcmaJson.h"
#include "core/base/Plural.h"
#include "core/base/SafeText.h"
#include "core/base/ShortJson.h"
#include "core/diff/ChangeTable.h"

#include <utility>

namespace inspector {

namespace {

using Kind = JsonChange::Kind;

std::string nameOf(const SessionRecord &record)
{
    return record.event.value_or(record.typeName);
}

const JsonValue &contentOf(const SessionRecord &record)
{
    return record.type == SessionRecord::Type::Event ? record.payload : record.body;
}

std::string recordText(const std::optional<SessionRecord> &record)
{
    if (!record)
        return "had ended";
    return "#" + std::to_string(record->number) + " " + nameOf(*record) + " " + shortJson(contentOf(*record));
}

std::string placeOf(const std::optional<SessionRecord> &record)
{
    return record ? "#" + std::to_string(record->number) : "after its end";
}

std::string verdictOf(const SessionComparison &comparison)
{
    if (comparison.isSame())
        return "No difference";
    if (comparison.changes.empty())
        return "The states are the same";
    return plural(comparison.changes.size(), "difference");
}

/// What is odd about an input; empty where nothing is.
std::string remarksOn(const SessionComparison::Side &side)
{
    std::string text;
    if (!side.isUntilReached)
        text += "does not reach --until, so this is its end";
    if (const std::uint64_t warnings = side.report.warnings + side.report.skippedLines; warnings > 0)
        text += (text.empty() ? "" : ", ") + plural(warnings, "warning");
    return text;
}

std::string sideText(const char *which, const SessionComparison::Side &side)
{
    const std::string remarks = remarksOn(side);
    return std::string(which) + "  " + safeForLog(side.name) + ", " + plural(side.report.records, "record") +
           (remarks.empty() ? "" : ", ") + remarks + '\n';
}

std::string textReport(const SessionComparison &comparison)
{
    std::string text = sideText("base", comparison.base) + sideText("head", comparison.head);
    if (comparison.divergence)
        text += "They part at record " + placeOf(comparison.divergence->base) + " of the base, " +
                placeOf(comparison.divergence->head) + " of the head:\n  base  " +
                safeForLog(recordText(comparison.divergence->base)) + "\n  head  " +
                safeForLog(recordText(comparison.divergence->head)) + '\n';
    text += verdictOf(comparison) + (comparison.changes.empty() ? ".\n" : ":\n");
    return text + changeLines(comparison.changes);
}

std::string markdownReport(const SessionComparison &comparison)
{
    MarkdownTable inputs({"", "file", "records", "remarks"});
    for (const auto &[which, side] :
        {std::pair("base", &comparison.base), std::pair("head", &comparison.head)})
        inputs.addRow({which, safeForLog(side->name), side->report.records, remarksOn(*side)});
    std::string text = "# " + verdictOf(comparison) + "\n\n" + inputs.text();
    if (comparison.divergence) {
        MarkdownTable records({"They part at", "record"});
        records.addRow({"base", safeForLog(recordText(comparison.divergence->base))});
        records.addRow({"head", safeForLog(recordText(comparison.divergence->head))});
        text += '\n' + records.text();
    }
    return comparison.changes.empty() ? text : text + '\n' + changeTable(comparison.changes);
}

JsonValue sideJson(const SessionComparison::Side &side)
{
    return JsonObject{{"file", side.name}, {"records", side.report.records}, {"events", side.report.events},
        {"warnings", side.report.warnings}, {"skippedLines", side.report.skippedLines},
        {"untilReached", side.isUntilReached}};
}

JsonValue recordJson(const std::optional<SessionRecord> &record)
{
    if (!record)
        return {};
    return JsonObject{{"number", record->number}, {"type", record->typeName}, {"event", record->event},
        {"timestamp", record->timestamp},
        {record->type == SessionRecord::Type::Event ? "payload" : "record", contentOf(*record)}};
}

std::string jsonReport(const SessionComparison &comparison)
{
    JsonArray changes;
    for (const JsonChange &change : comparison.changes) {
        JsonObject::Members members{{"kind", wordOf(change.kind)}, {"path", change.path}};
        if (change.kind != Kind::Added)
            members.push_back({"base", change.before});
        if (change.kind != Kind::Removed)
            members.push_back({"head", change.after});
        changes.emplace_back(JsonObject(std::move(members)));
    }
    const JsonValue divergence = comparison.divergence
                                     ? JsonValue(JsonObject{{"base", recordJson(comparison.divergence->base)},
                                           {"head", recordJson(comparison.divergence->head)}})
                                     : JsonValue();
    return toJsonText(JsonObject{{"same", comparison.isSame()}, {"base", sideJson(comparison.base)},
                          {"head", sideJson(comparison.head)}, {"divergence", divergence},
                          {"changes", std::move(changes)}, {"patch", jsonPatch(comparison.changes)}},
               JsonLayout::Indented) +
           '\n';
}

} // namespace

std::string diffReport(const SessionComparison &comparison, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Markdown:
        return markdownReport(comparison);
    case ReportFormat::Json:
        return safeJsonForLog(jsonReport(comparison));
    default:
        return textReport(comparison);
    }
}

} // namespace inspector
