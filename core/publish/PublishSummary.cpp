// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/PublishSummary.h"

#include "core/expect/ExpectationReport.h"

#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

using Notice = PublishedSet::Notice;

void redact(std::optional<std::string> &text, const Redactor &redactor)
{
    if (text)
        text = redactor.redacted(*text);
}

void redact(StateSummary &summary, const Redactor &redactor)
{
    for (StateSummary::Faction &faction : summary.factions) {
        faction.name = redactor.redacted(faction.name);
        faction.attitude = redactor.redacted(faction.attitude);
        redact(faction.lastCascadeFrom, redactor);
    }
    redact(summary.tutorial.currentStep, redactor);
    redact(summary.currentPrompt, redactor);
    if (summary.slowestStep)
        summary.slowestStep->id = redactor.redacted(summary.slowestStep->id);
}

Error redacted(const Error &error, const Redactor &redactor)
{
    return {error.code, redactor.redacted(error.message), redactor.redacted(error.remedy)};
}

std::string words(const Error &error)
{
    return error.remedy.empty() ? error.message : error.message + ". " + error.remedy;
}

} // namespace

SummaryContent summaryContent(const ExportOutcome &exported, const Redactor &redactor)
{
    SummaryContent content;
    if (exported.error)
        content.failures.push_back(redacted(*exported.error, redactor));
    for (const InputOutcome &outcome : exported.inputs) {
        SummaryInput input{redactor.redacted(outcome.input), outcome.read, outcome.problems, outcome.error,
            outcome.states, outcome.statesLeftOut};
        if (input.error)
            input.error = redacted(*input.error, redactor);
        input.read.issues.clear(); // they are among the problems
        for (const ExpectationResult &result : outcome.expectations) {
            if (!result.isMet)
                input.notMet.push_back(redactor.redacted(resultText(result)));
        }
        for (Problem &problem : input.problems) {
            problem.subject = redactor.redacted(problem.subject);
            problem.text = redactor.redacted(problem.text);
        }
        for (SummaryInput::State &state : input.states) {
            state.label = redactor.redacted(state.label);
            redact(state.summary, redactor);
        }
        content.inputs.push_back(std::move(input));
        for (const InputOutcome::File &file : outcome.files) {
            const QString name = QFileInfo(QString::fromStdString(file.path)).fileName();
            content.artifacts.push_back({redactor.redacted(name.toStdString()), file.bytes, file.sha256});
        }
        for (const ExportReport::Failed &failed : outcome.failures)
            content.failures.push_back(redacted(failed.error, redactor));
    }
    return content;
}

std::vector<Notice> noticesOf(const ExportOutcome &exported, const Redactor &redactor)
{
    std::vector<Notice> notices;
    const auto add = [&](bool isError, const std::string &message, const std::string &file,
                         std::uint64_t line) {
        if (notices.size() < PublishedSet::mostNotices)
            notices.push_back({isError, redactor.redacted(message), redactor.redacted(file), line});
    };
    if (exported.error)
        add(true, words(*exported.error), {}, 0);
    for (const InputOutcome &input : exported.inputs) {
        if (input.error)
            add(true, words(*input.error), {}, 0);
        for (const ExportReport::Failed &failed : input.failures)
            add(true, words(failed.error), {}, 0);
        if (exported.strict && hasOddities(input.read))
            add(true, input.input + " has warnings or skipped lines, and --strict allows none", input.input,
                0);
    }
    for (const InputOutcome &input : exported.inputs) {
        for (const ExpectationResult &result : input.expectations) {
            if (!result.isMet)
                add(true, "Not as expected: " + resultText(result), input.input, 0);
        }
    }
    for (const InputOutcome &input : exported.inputs) {
        if (notices.size() == PublishedSet::mostNotices)
            break;
        for (const ReadIssue &issue : input.read.issues) {
            if (issue.kind != ReadIssue::Kind::Gap)
                add(false, issue.reason, input.input, issue.line);
        }
    }
    return notices;
}

} // namespace inspector
