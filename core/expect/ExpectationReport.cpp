// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationReport.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/artifacts/SummaryMarkdown.h"
#include "core/base/EcmaJson.h"
#include "core/base/Plural.h"
#include "core/base/SafeText.h"
#include "core/base/ShortJson.h"

namespace inspector {

namespace {

struct Counts
{
    std::size_t all = 0, missed = 0, unread = 0; ///< the last of inputs
};

Counts countsOf(const std::vector<CheckedInput> &inputs)
{
    Counts counts;
    for (const CheckedInput &input : inputs) {
        counts.unread += input.error.empty() ? 0 : 1;
        for (const ExpectationResult &result : input.results) {
            ++counts.all;
            counts.missed += result.isMet ? 0 : 1;
        }
    }
    return counts;
}

std::string verdictOf(const Counts &counts)
{
    const std::string all = plural(counts.all, "expectation");
    const std::string unread =
        counts.unread == 0 ? "" : ", " + plural(counts.unread, "input") + " not checked";
    if (counts.missed > 0)
        return all + ", " + std::to_string(counts.missed) + " not met" + unread;
    return all + (counts.all > 0 ? ", all met" : "") + unread;
}

/// A path with a mistake in it is "not" anything, and nobody would see it.
std::string noteText(const ExpectationResult &result)
{
    const bool isNothing = result.actual.isNull() && result.expectation.value != JsonValue();
    return isNothing && result.expectation.op == Expectation::Operator::NotEquals
               ? " (there is nothing there)"
               : "";
}

std::string textReport(const std::vector<CheckedInput> &inputs)
{
    std::string text;
    for (const CheckedInput &input : inputs) {
        text += safeForLog(input.name) + '\n';
        if (!input.error.empty())
            text += "  NOT CHECKED  " + safeForLog(input.error) + '\n';
        for (const ExpectationResult &result : input.results) {
            text += (result.isMet ? "  met      " : "  NOT MET  ") + safeForLog(resultText(result)) + '\n';
        }
    }
    return text + verdictOf(countsOf(inputs)) + ".\n";
}

std::string markdownReport(const std::vector<CheckedInput> &inputs)
{
    std::string text = "# " + verdictOf(countsOf(inputs)) + '\n';
    for (const CheckedInput &input : inputs) {
        if (!input.error.empty()) {
            text += "\n## " + markdownText(input.name) + "\n\n**Not checked:** " + markdownText(input.error) +
                    '\n';
            continue;
        }
        MarkdownTable table({"", "expectation", "value", "where"});
        for (const ExpectationResult &result : input.results) {
            table.addRow({result.isMet ? "met" : "**not met**", markdownText(result.expectation.wholeTitle()),
                markdownText(shortJson(result.actual)), placeText(result)});
        }
        text += "\n## " + markdownText(input.name) + "\n\n" + table.text();
    }
    return text;
}

std::string jsonReport(const std::vector<CheckedInput> &inputs)
{
    const Counts counts = countsOf(inputs);
    JsonArray list;
    for (const CheckedInput &input : inputs) {
        JsonArray results;
        for (const ExpectationResult &result : input.results)
            results.emplace_back(toJson(result));
        list.push_back(JsonObject{{"file", input.name}, {"expectations", std::move(results)},
            {"error", input.error.empty() ? JsonValue() : JsonValue(input.error)}});
    }
    return safeJsonForLog(toJsonText(
               JsonObject{{"met", counts.missed == 0 && counts.unread == 0}, {"inputs", std::move(list)}},
               JsonLayout::Indented)) +
           '\n';
}

} // namespace

std::string expectationReport(const std::vector<CheckedInput> &inputs, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Markdown:
        return markdownReport(inputs);
    case ReportFormat::Json:
        return jsonReport(inputs);
    default:
        return textReport(inputs);
    }
}

std::string resultText(const ExpectationResult &result)
{
    const std::string why = result.isMet ? noteText(result) : ": " + result.reason;
    return result.expectation.wholeTitle() + why + ", " + placeText(result);
}

std::string placeText(const ExpectationResult &result)
{
    return result.record == 0 ? "at the end" : "after record #" + std::to_string(result.record);
}

} // namespace inspector
