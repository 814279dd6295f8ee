// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportOutcome.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace inspector {

namespace {

constexpr std::array<ExitCode, 9> gravestFirst{ExitCode::Terminated, ExitCode::Interrupted,
    ExitCode::InternalError, ExitCode::Usage, ExitCode::WriteFailed, ExitCode::InputUnreadable,
    ExitCode::InputNotUnderstood, ExitCode::CheckFailed, ExitCode::NobodyConnected};

std::vector<ExitCode> codesOf(const ExportOutcome &outcome)
{
    std::vector<ExitCode> codes;
    if (outcome.error)
        codes.push_back(exitCodeOf(*outcome.error));
    if (!outcome.notWritten.empty())
        codes.push_back(ExitCode::WriteFailed);
    if (outcome.publishFailed)
        codes.push_back(ExitCode::CheckFailed);
    for (const InputOutcome &input : outcome.inputs) {
        if (input.error)
            codes.push_back(exitCodeOf(*input.error));
        if (!input.failures.empty())
            codes.push_back(ExitCode::WriteFailed);
        if ((outcome.strict && hasOddities(input.read)) || !isAsExpected(input))
            codes.push_back(ExitCode::CheckFailed);
    }
    return codes;
}

JsonValue textOrNull(const std::string &text)
{
    return text.empty() ? JsonValue() : JsonValue(text);
}

JsonValue failureJson(const std::string &writer, const std::string &artifact, const Error &error)
{
    return JsonObject{{"writer", textOrNull(writer)}, {"artifact", textOrNull(artifact)},
        {"code", error.code}, {"message", error.message}, {"remedy", error.remedy}};
}

JsonValue placeJson(const Problem::Place &place)
{
    const auto numberOrNull = [](std::uint64_t number) {
        return number == 0 ? JsonValue() : JsonValue(number);
    };
    return JsonObject{{"record", numberOrNull(place.record)}, {"line", numberOrNull(place.line)}};
}

JsonValue problemJson(const Problem &problem)
{
    return JsonObject{{"kind", std::string(nameOf(problem.kind))}, {"subject", textOrNull(problem.subject)},
        {"message", problem.text}, {"count", problem.count}, {"first", placeJson(problem.first)},
        {"last", placeJson(problem.last)}};
}

JsonValue inputJson(const InputOutcome &input)
{
    JsonArray problems;
    for (const Problem &problem : input.problems)
        problems.push_back(problemJson(problem));
    JsonArray expectations;
    for (const ExpectationResult &result : input.expectations)
        expectations.emplace_back(toJson(result));
    return JsonObject{{"file", input.input}, {"records", input.read.records}, {"events", input.read.events},
        {"warnings", input.read.warnings}, {"skippedLines", input.read.skippedLines},
        {"problems", std::move(problems)}, {"expectations", std::move(expectations)}};
}

JsonValue fileJson(const InputOutcome::File &file)
{
    return JsonObject{{"path", file.path}, {"type", file.type}, {"section", file.section},
        {"bytes", file.bytes}, {"sha256", file.sha256}, {"durationMs", file.durationMs}};
}

JsonValue metricsJson(const ExportOutcome &outcome)
{
    JsonArray writers;
    for (const ExportReport::WriterSummary &writer : outcome.writers()) {
        writers.push_back(
            JsonObject{{"id", writer.id}, {"attempted", writer.attempted}, {"successes", writer.successes},
                {"failures", writer.failures}, {"durationMs", writer.durationMs}});
    }
    return JsonObject{{"durationMs", outcome.durationMs}, {"writers", std::move(writers)}};
}

} // namespace

bool isAsExpected(const InputOutcome &input)
{
    return std::all_of(input.expectations.begin(), input.expectations.end(),
        [](const ExpectationResult &result) { return result.isMet; });
}

bool hasOddities(const ReadReport &read)
{
    return read.warnings > 0 || read.skippedLines > 0;
}

ExitCode ExportOutcome::exitCode() const
{
    const std::vector<ExitCode> codes = codesOf(*this);
    const auto *gravest = std::find_if(gravestFirst.begin(), gravestFirst.end(),
        [&](ExitCode code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); });
    return gravest == gravestFirst.end() ? ExitCode::Done : *gravest;
}

std::vector<ExportReport::WriterSummary> ExportOutcome::writers() const
{
    std::vector<ExportReport::WriterSummary> all;
    for (const InputOutcome &input : inputs) {
        for (const ExportReport::WriterSummary &writer : input.writers)
            addUp(all, writer);
    }
    return all;
}

JsonValue resultJson(const ExportOutcome &outcome)
{
    JsonArray inputs, artifacts, failures;
    if (outcome.error)
        failures.push_back(failureJson({}, {}, *outcome.error));
    for (const Error &error : outcome.notWritten)
        failures.push_back(failureJson("publish", {}, error));
    for (const InputOutcome &input : outcome.inputs) {
        inputs.push_back(inputJson(input));
        for (const InputOutcome::File &file : input.files)
            artifacts.push_back(fileJson(file));
        if (input.error)
            failures.push_back(failureJson({}, {}, *input.error));
        for (const ExportReport::Failed &failed : input.failures)
            failures.push_back(failureJson(failed.writer, failed.filename, failed.error));
    }
    const ExitCode code = outcome.exitCode();
    return JsonObject{{"ok", code == ExitCode::Done}, {"exitCode", static_cast<int>(code)},
        {"artifactDir", outcome.artifactDir}, {"manifest", textOrNull(outcome.manifest)},
        {"inputs", std::move(inputs)}, {"artifacts", std::move(artifacts)}, {"failures", std::move(failures)},
        {"metrics", metricsJson(outcome)}, {"publish", outcome.publish}};
}

} // namespace inspector
