// SPDX-License-Identifier: GPL-3.0-or-later
// inspector-scale-bench: what sessions of growing sizes take, as a table and a plot (docs/performance.md,
// "Scale").
#include "core/base/SystemClock.h"
#include "core/engine/FilterRun.h"
#include "core/engine/SessionLoader.h"
#include "core/session/TimelineReader.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/ScaleSeries.h"

#include <malloc.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace inspector;

namespace {

constexpr double nsPerMs = 1e6;

struct Job
{
    const Clock &clock;
    QString folder;
    int runs = 3;
};

/// What one size takes; times in ms, memory in MiB.
struct Taken
{
    double open = 0, scrub = 0, filter = 0, exported = 0, memory = 0;
};

double allocatedMiB()
{
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / (1U << 20U);
}

Result<double> scrubP95(const Clock &clock, const SessionTimeline &timeline)
{
    constexpr int places = 400;
    TimelineReader reader(timeline);
    std::mt19937 random(1);
    std::uniform_int_distribution<std::uint64_t> place(1, timeline.size());
    std::vector<double> times;
    for (int i = 0; i < places; ++i) {
        Result<ReplayState> state;
        times.push_back(nsOf(clock, [&] { state = reader.stateAt(place(random)); }) / nsPerMs);
        if (!state)
            return tl::unexpected(state.error());
    }
    return percentile(times, 0.95);
}

/// By words, for which each record's text has to be looked at.
Result<double> filterMs(const Clock &clock, const SessionTimeline &timeline)
{
    FilterRun run(EventFilter::parse("no such words", FactionCatalogue::builtIn()), timeline.file());
    Result<bool> more = false;
    const double ns = nsOf(clock, [&] { more = run.searchSome(timeline, [] { return false; }); });
    if (!more)
        return tl::unexpected(more.error());
    return ns / nsPerMs;
}

Result<double> exportMs(const Job &job, const QString &path)
{
    ExportRequest request;
    request.files = {path.toStdString()};
    request.artifactDir = job.folder.toStdString() + "/export";
    request.force = true;
    const TelemetryExportTask task(job.clock);
    ExportOutcome outcome;
    const double ns = nsOf(job.clock, [&] { outcome = task.run(request); });
    if (outcome.inputs.empty() || outcome.inputs.front().files.empty())
        return failure("write_failed", "nothing was exported of " + path.toStdString());
    return ns / nsPerMs;
}

Result<Taken> measureOnce(const Job &job, const QString &path)
{
    Taken taken;
    ::malloc_trim(0);
    const double before = allocatedMiB();
    auto input = SessionInput::openFile(path.toStdString());
    if (!input)
        return tl::unexpected(input.error());
    const std::int64_t start = job.clock.monotonicNs();
    auto loader = SessionLoader::open(std::move(*input), {{}, {}, FactionCatalogue::builtIn(), &job.clock});
    const auto read = loader ? (*loader)->readSome([] { return false; }) : tl::unexpected(loader.error());
    if (!read)
        return tl::unexpected(read.error());
    taken.open = static_cast<double>(job.clock.monotonicNs() - start) / nsPerMs;
    // A sanitizer's allocator tells nothing, and nothing has no logarithm.
    constexpr double leastMiB = 1.0 / 1024;
    taken.memory = std::max(leastMiB, allocatedMiB() - before);
    const auto scrub = scrubP95(job.clock, (*loader)->timeline());
    const auto filter = filterMs(job.clock, (*loader)->timeline());
    const auto exported = exportMs(job, path);
    for (const Result<double> *each : {&scrub, &filter, &exported}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    taken.scrub = *scrub;
    taken.filter = *filter;
    taken.exported = *exported;
    return taken;
}

Result<std::vector<ScaleSeries>> measure(const Job &job, const std::vector<double> &sizes)
{
    std::vector<ScaleSeries> series{{"open", "ms", {}}, {"filter by words", "ms", {}}, {"export", "ms", {}},
        {"scrub, p95", "ms", {}}, {"memory", "MiB", {}}};
    for (const double size : sizes) {
        std::fprintf(stderr, "%.0f records\n", size);
        const auto path = generatedFile(job.folder, static_cast<std::uint64_t>(size));
        if (!path)
            return tl::unexpected(path.error());
        Samples open, filter, exported, scrub, memory;
        for (int i = 0; i < job.runs; ++i) {
            const Result<Taken> taken = measureOnce(job, *path);
            if (!taken)
                return tl::unexpected(taken.error());
            open.add(taken->open);
            filter.add(taken->filter);
            exported.add(taken->exported);
            scrub.add(taken->scrub);
            memory.add(taken->memory);
        }
        std::size_t at = 0;
        for (const Samples *each : {&open, &filter, &exported, &scrub, &memory})
            series[at++].points.push_back({size, each->median()});
    }
    return series;
}

int failed(const Error &error)
{
    std::fprintf(stderr, "inspector-scale-bench: %s\n%s\n", error.message.c_str(), error.remedy.c_str());
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("Measures sessions of 10^4 to 10^7 records: prints a table, writes a plot."));
    options.addHelpOption();
    options.addOptions({{QStringLiteral("folder"), QStringLiteral("Put sessions under <folder>, 3 GB."),
                            QStringLiteral("folder"), QDir::tempPath()},
        {QStringLiteral("plot"), QStringLiteral("Write the plot to <file>."), QStringLiteral("file")},
        {QStringLiteral("quick"), QStringLiteral("Tiny sizes: to see that it works.")}});
    options.process(application);
    const bool isQuick = options.isSet(QStringLiteral("quick"));
    const QTemporaryDir folder(
        options.value(QStringLiteral("folder")) + QStringLiteral("/inspector-scale-XXXXXX"));
    if (!folder.isValid())
        return failed({"no_folder", folder.errorString().toStdString(), "Choose another --folder."});

    const SystemClock clock;
    const auto series = measure({clock, folder.path(), isQuick ? 1 : 3},
        isQuick ? std::vector<double>{1e2, 1e3} : std::vector<double>{1e4, 1e5, 1e6, 1e7});
    if (!series)
        return failed(series.error());
    std::fputs(scaleTable(*series).c_str(), stdout);
    if (!options.isSet(QStringLiteral("plot")))
        return 0;
    const auto written = writeFileAtomically(options.value(QStringLiteral("plot")), scalePlot(*series));
    return written ? 0 : failed(written.error());
}
