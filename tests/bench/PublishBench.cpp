// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiArtifactPublisher.h"
#include "core/publish/ProcessCommandRunner.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

namespace inspector {

namespace {

constexpr double nsPerMs = 1e6;
constexpr double mostAdded = 20; // ms

// With nothing to run: what every export pays. The plain way is the export without it.
Result<Figure> measure(
    const BenchContext &context, const std::string &name, ExportRequest request, std::size_t runs)
{
    Samples ours, plain;
    ProcessCommandRunner runner;
    request.artifactDir = context.folder.toStdString() + "/published";
    request.force = true;
    const TelemetryExportTask task(context.clock);
    for (std::size_t i = 0; i < runs; ++i) {
        ExportOutcome exported;
        request.digestInputs = false;
        plain.add(nsOf(context.clock, [&] { exported = task.run(request); }) / nsPerMs);
        request.digestInputs = true;
        PublishOutcome outcome;
        ours.add(nsOf(context.clock, [&] {
            exported = task.run(request);
            CiArtifactPublisher publisher({context.clock, runner, {}, {}, {}, {}, {}});
            outcome = publisher.publish(exported, {});
        }) / nsPerMs);
        if (!outcome.succeeded() || outcome.manifest.empty())
            return failure("write_failed", "the artifacts of " + name + " were not published");
    }
    Figure figure = ours.figure(name + " exported and published", "ms");
    setBaseline(figure, ours, plain);
    figure.limit = plain.median() + mostAdded;
    return figure;
}

} // namespace

Result<Figures> measurePublish(const BenchContext &context)
{
    const auto file = generatedFile(context.folder, context.size(1'000'000, 2000));
    if (!file)
        return tl::unexpected(file.error());
    const auto demo = measure(context, "demo mission", {}, context.size(21, 2));
    if (!demo)
        return tl::unexpected(demo.error());
    ExportRequest large;
    large.files = {file->toStdString()};
    const auto million = measure(context, "10^6 records", large, context.size(7, 2));
    if (!million)
        return tl::unexpected(million.error());
    return Figures{*demo, *million};
}

} // namespace inspector
