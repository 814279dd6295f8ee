// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineBuild.h"
#include "core/session/TimelineReader.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <random>

namespace inspector {

namespace {

constexpr double nsPerMs = 1e6;

/// p95 of the times in ms that the states at `seeks` random records take.
Result<double> seekP95(const Clock &clock, TimelineReader &reader, std::size_t seeks, std::mt19937 &random)
{
    std::uniform_int_distribution<std::uint64_t> record(1, reader.timeline().size());
    std::vector<double> times;
    for (std::size_t i = 0; i < seeks; ++i) {
        const std::uint64_t number = record(random);
        Result<ReplayState> state;
        times.push_back(nsOf(clock, [&] { state = reader.stateAt(number); }) / nsPerMs);
        if (!state)
            return tl::unexpected(state.error());
    }
    return percentile(times, 0.95);
}

Figure single(const char *name, const char *unit, double value)
{
    Samples samples;
    samples.add(value);
    return samples.figure(name, unit);
}

} // namespace

Result<Figures> measureSeek(const BenchContext &context)
{
    constexpr double mebibyte = 1U << 20U;
    const auto path = generatedFile(context.folder, context.size(1'000'000, 2000));
    if (!path)
        return tl::unexpected(path.error());
    const auto input = SessionInput::openFile(path->toStdString());
    if (!input)
        return tl::unexpected(input.error());
    const std::int64_t buildStart = context.clock.monotonicNs();
    const Result<TimelineBuild> build = buildTimeline(*input, {});
    const auto buildNs = static_cast<double>(context.clock.monotonicNs() - buildStart);
    if (!build)
        return tl::unexpected(build.error());

    TimelineReader reader(build->timeline);
    std::mt19937 random(1);
    Samples ours, plain;
    for (std::size_t i = 0; i < context.size(9, 2); ++i) {
        const Result<double> p95 = seekP95(context.clock, reader, context.size(1000, 20), random);
        if (!p95)
            return tl::unexpected(p95.error());
        ours.add(*p95);
        // The plain way: from the start. Half of it is what a record in the middle takes.
        Result<std::uint64_t> replayed;
        plain.add(nsOf(context.clock, [&] { replayed = replayFile(*path); }) / nsPerMs / 2);
        if (!replayed)
            return tl::unexpected(replayed.error());
    }
    Figure seek = ours.figure("state at a random record of 10^6, p95", "ms");
    setBaseline(seek, ours, plain);
    seek.limit = 1;
    const auto records = static_cast<double>(build->timeline.size());
    return Figures{seek, single("timeline of 10^6 records, made", "us a record", buildNs / records / 1000),
        single("timeline of 10^6 records, index", "bytes a record",
            static_cast<double>(build->timeline.index().bytesUsed()) / records),
        single("timeline of 10^6 records, memory", "MiB",
            static_cast<double>(build->timeline.bytesUsed()) / mebibyte)};
}

} // namespace inspector
