// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportOutcome.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inspector {

namespace {

/// Errors of inputs that could be read, but not understood.
constexpr std::array<std::string_view, 4> wasReadCodes{
    "not_understood", "future_session", "bad_catalogue", "bad_mission"};

JsonValue textOrNull(const std::string &text)
{
    return text.empty() ? JsonValue() : JsonValue(text);
}

JsonValue failureJson(const std::string &writer, const std::string &artifact, const Error &error)
{
    return JsonObject{{"writer", textOrNull(writer)}, {"artifact", textOrNull(artifact)},
        {"code", error.code}, {"message", error.message}, {"remedy", error.remedy}};
}

JsonValue inputsJson(const ExportOutcome &outcome)
{
    return JsonArray{JsonObject{{"file", outcome.input}, {"records", outcome.read.records},
        {"events", outcome.read.events}, {"warnings", outcome.read.warnings},
        {"skippedLines", outcome.read.skippedLines}}};
}

JsonValue artifactsJson(const ExportOutcome &outcome)
{
    JsonArray artifacts;
    for (const ExportReport::Written &written : outcome.report.written) {
        const ExportOutcome::File &file = outcome.files[written.artifact];
        artifacts.push_back(JsonObject{{"path", written.path}, {"type", file.type}, {"section", file.section},
            {"bytes", written.bytes}, {"sha256", file.sha256}, {"durationMs", written.durationMs}});
    }
    return artifacts;
}

JsonValue failuresJson(const ExportOutcome &outcome)
{
    JsonArray failures;
    if (outcome.inputError)
        failures.push_back(failureJson({}, {}, *outcome.inputError));
    for (const ExportReport::Failed &failed : outcome.report.failures)
        failures.push_back(failureJson(failed.writer, failed.filename, failed.error));
    return failures;
}

JsonValue metricsJson(const ExportOutcome &outcome)
{
    JsonArray writers;
    for (const ExportReport::WriterSummary &writer : outcome.report.writers) {
        writers.push_back(
            JsonObject{{"id", writer.id}, {"attempted", writer.attempted}, {"successes", writer.successes},
                {"failures", writer.failures}, {"durationMs", writer.durationMs}});
    }
    return JsonObject{{"durationMs", outcome.durationMs}, {"writers", std::move(writers)}};
}

} // namespace

ExitCode ExportOutcome::exitCode() const
{
    if (inputError && inputError->code == "internal")
        return ExitCode::InternalError;
    if (inputError && inputError->code == "usage")
        return ExitCode::Usage;
    if (!report.failures.empty())
        return ExitCode::WriteFailed;
    if (inputError) {
        const bool wasRead =
            std::find(wasReadCodes.begin(), wasReadCodes.end(), inputError->code) != wasReadCodes.end();
        return wasRead ? ExitCode::InputNotUnderstood : ExitCode::InputUnreadable;
    }
    if (strict && (read.warnings > 0 || read.skippedLines > 0))
        return ExitCode::CheckFailed;
    return ExitCode::Done;
}

JsonValue resultJson(const ExportOutcome &outcome)
{
    const ExitCode code = outcome.exitCode();
    return JsonObject{{"ok", code == ExitCode::Done}, {"exitCode", static_cast<int>(code)},
        {"artifactDir", outcome.artifactDir}, {"manifest", nullptr}, {"inputs", inputsJson(outcome)},
        {"artifacts", artifactsJson(outcome)}, {"failures", failuresJson(outcome)},
        {"metrics", metricsJson(outcome)}, {"publish", nullptr}};
}

} // namespace inspector
