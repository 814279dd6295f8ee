// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/InputLog.h"

#include "core/base/Plural.h"
#include "core/expect/ExpectationReport.h"
#include "core/telemetry/ExportOutcome.h"

#include <algorithm>

namespace inspector {

namespace {

using Level = LogMessage::Level;

void logIssues(const ConsoleLog &log, const InputOutcome &input)
{
    constexpr std::size_t shown = 20; // of one input; the result document has the counts
    const auto &issues = input.read.issues;
    for (std::size_t i = 0; i < std::min(issues.size(), shown); ++i) {
        const ReadIssue &issue = issues[i];
        const bool skipped = issue.kind == ReadIssue::Kind::SkippedLine;
        log.write({issue.kind == ReadIssue::Kind::Gap ? Level::Info : Level::Warning,
            skipped ? "skipped_line" : "input_warning", (skipped ? "line skipped: " : "") + issue.reason, {},
            input.input, issue.line});
    }
    const std::uint64_t all = input.read.warnings + input.read.skippedLines;
    if (all > shown) {
        log.write({Level::Warning, "more_warnings",
            plural(input.read.warnings, "warning") + " and " +
                plural(input.read.skippedLines, "skipped line") + " in all; the first " +
                std::to_string(shown) + " are shown",
            {}, input.input, 0});
    }
}

/// What made many artifacts fail is said once, and how many they are.
void logFailures(const ConsoleLog &log, const std::vector<ExportReport::Failed> &failures)
{
    const auto isSame = [](const ExportReport::Failed &failed) {
        return [&failed](const ExportReport::Failed &other) {
            return other.writer == failed.writer && other.error == failed.error;
        };
    };
    for (auto failed = failures.begin(); failed != failures.end(); ++failed) {
        if (std::any_of(failures.begin(), failed, isSame(*failed)))
            continue;
        Error error = failed->error;
        const auto times = std::count_if(failed, failures.end(), isSame(*failed));
        if (times > 1)
            error.message += ", for each of " + plural(static_cast<std::uint64_t>(times), "artifact");
        log.error(error);
    }
}

} // namespace

void logInput(const ConsoleLog &log, const InputOutcome &input, bool isStrict, bool tellsExpectations)
{
    logIssues(log, input);
    if (input.error)
        log.error(*input.error);
    logFailures(log, input.failures);
    for (const ExpectationResult &result : input.expectations) {
        if (tellsExpectations && !result.isMet) {
            log.error({"not_as_expected",
                input.input + ": " + result.expectation.title() + ": " + result.reason + ", " +
                    placeText(result),
                {}});
        }
    }
    if (isStrict && hasOddities(input.read)) {
        log.error({"strict",
            input.input + ": " + plural(input.read.warnings, "warning") + " and " +
                plural(input.read.skippedLines, "skipped line") + ", and --strict allows none",
            "Mend the input, or leave --strict away."});
    }
}

} // namespace inspector
