// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Wait.h"
#include "core/publish/CommandRunner.h"
#include "core/publish/HandOver.h"
#include "core/publish/PublishOutcome.h"
#include "core/publish/PublishRequest.h"
#include "core/telemetry/ExportOutcome.h"

#include <functional>
#include <string>

namespace inspector {

class EventBus;
class StopFlag;

/// Hands the artifacts of an export over to whoever runs the job (docs/ci-integration.md): the manifest, when
/// the set is complete; then the job summary; then what the provider takes, and the caller's commands. The
/// manifest is written again behind each command, with what became of it, and log commands that make an agent
/// upload it come last. A failure stops nothing else.
///
/// Tells on the bus `telemetry:ci_publish_started`, then `telemetry:ci_publish_completed` or
/// `telemetry:ci_publish_failed` (docs/formats.md, "Events").
class CiArtifactPublisher
{
public:
    struct Parts
    {
        const Clock &clock;
        CommandRunner &runner;
        EnvironmentVariables variables; ///< of the job
        Wait wait;                      ///< between the attempts of a command
        std::function<double()> chance; ///< from 0 to 1, for the same
        /// Takes a provider's command for the job's log, one line; false where it could not be given.
        std::function<bool(const std::string &line)> logCommand;
        /// Takes words for people: what a dry run would do.
        std::function<void(const std::string &message)> tell;
        EventBus *bus = nullptr;
        const StopFlag *stop = nullptr;
    };

    static constexpr const char *manifestName = "ci-artifacts.json";
    static constexpr const char *checksumsName = "SHA256SUMS";
    static constexpr const char *summaryName = "ci-summary.md";
    /// That the file of the summary has at most, which is what a step on GitHub or an annotation on Buildkite
    /// takes.
    static constexpr std::size_t mostSummaryBytes = 1U << 20U;
    static constexpr const char *junitName = "telemetry-junit.xml";
    static constexpr const char *dotenvName = "telemetry.env";

    explicit CiArtifactPublisher(Parts parts);

    /// To be called before the artifacts are written: an earlier manifest, which tells of a complete set,
    /// goes, and so does what stood beside it. Errors: `usage` where a file has the manifest's name that is
    /// none, `write_failed`.
    [[nodiscard]] static Result<void> removeEarlier(
        const PublishRequest &request, const std::string &artifactDir);

    [[nodiscard]] PublishOutcome publish(const ExportOutcome &exported, const PublishRequest &request);

private:
    struct Job;

    void writeSet(Job &job);
    void writeRecord(Job &job);
    void planSteps(Job &job) const;
    void handOverFiles(Job &job);
    void runCommands(Job &job);
    void giveLogCommands(Job &job);
    [[nodiscard]] Result<void> append(const HandOver::FileText &file) const;
    void tellBus(const char *event, const Job &job);

    Parts m_parts;
};

} // namespace inspector
