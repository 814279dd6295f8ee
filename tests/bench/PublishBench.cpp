// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiArtifactPublisher.h"
#include "core/publish/ProcessCommandRunner.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

namespace inspector {

namespace {

constexpr double nsPerMs = 1e6;

ExportRequest demoIn(const QString &folder)
{
    ExportRequest request;
    request.artifactDir = folder.toStdString() + "/published";
    request.force = true;
    return request;
}

} // namespace

// With nothing to run: what every export pays. The plain way is the export without it.
Result<Figures> measurePublish(const BenchContext &context)
{
    Samples ours, plain;
    ProcessCommandRunner runner;
    for (std::size_t i = 0; i < context.size(21, 2); ++i) {
        ExportRequest request = demoIn(context.folder);
        ExportOutcome exported;
        const TelemetryExportTask task(context.clock);
        plain.add(nsOf(context.clock, [&] { exported = task.run(request); }) / nsPerMs);
        request.digestInputs = true;
        PublishOutcome outcome;
        const double withDigests = nsOf(context.clock, [&] { exported = task.run(request); }) / nsPerMs;
        const double published = nsOf(context.clock, [&] {
            CiArtifactPublisher publisher({context.clock, runner, {}, {}, {}, {}, {}});
            outcome = publisher.publish(exported, {});
        }) / nsPerMs;
        if (!outcome.succeeded() || outcome.manifest.empty())
            return failure("write_failed", "the artifacts of the demo mission were not published");
        ours.add(withDigests + published);
    }
    Figure whole = ours.figure("demo mission exported and published", "ms");
    whole.baseline = plain.median();
    whole.limit = plain.median() + 20;
    return Figures{whole};
}

} // namespace inspector
