// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/WorldStateStore.h"
#include "tests/bench/CopyingStore.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

namespace inspector {

namespace {

/// A store as a window uses it: it hears a bus, and somebody keeps the state before each change.
struct Subject
{
    EventBus bus;
    WorldStateStore store{bus};
    WorldState previous;
    std::shared_ptr<void> listening =
        store.onUpdate([this](const WorldStateStore::Update &update) { previous = update.previous; });
};

struct Baseline
{
    CopyingStore::State previous;
    CopyingStore store{
        [this](const CopyingStore::State &before, const CopyingStore::State &) { previous = before; }};
};

/// How many events are dispatched before those that are measured, and how many those are.
struct Length
{
    std::size_t before;
    std::size_t measured;
};

struct Load
{
    std::string name;
    std::uint64_t factions;
    Length ours;
    Length baseline;  // shorter: it is so slow with many factions
    double meanLimit; // us
    std::optional<double> slowLimit;
};

/// Times of single events in us.
struct Times
{
    double mean = 0;
    double slow = 0; // the 99th percentile, the reading of the clock included
};

/// Plays a session from its start. The events are read in batches just before they are dispatched, so that
/// they are as near as in a replay; every other batch is timed event by event.
template <class Dispatch>
Times play(const Clock &clock, std::uint64_t factions, const Length &length, Dispatch dispatch)
{
    constexpr double nsPerUs = 1000;
    constexpr std::size_t batch = 100;
    EventSource source(
        {.records = 1 + length.before + length.measured, .factions = factions, .onlyReduced = true});
    for (const Event &event : source.next(length.before))
        dispatch(event);
    double together = 0;
    std::size_t dispatched = 0;
    std::vector<double> single;
    for (std::size_t done = 0; done < length.measured; done += 2 * batch) {
        const std::vector<Event> first = source.next(batch);
        together += nsOf(clock, [&] { std::ranges::for_each(first, dispatch); });
        dispatched += first.size();
        for (const Event &event : source.next(batch))
            single.push_back(nsOf(clock, [&] { dispatch(event); }));
    }
    return {together / nsPerUs / static_cast<double>(dispatched), percentile(single, 0.99) / nsPerUs};
}

Figures measure(const BenchContext &context, const Load &load)
{
    Samples mean, slow, plain;
    for (std::size_t i = 0; i < context.size(21, 2); ++i) {
        Subject subject;
        Baseline baseline;
        const Times ours = play(context.clock, load.factions, load.ours,
            [&](const Event &event) { subject.bus.emitEvent(event); });
        const Times others = play(context.clock, load.factions, load.baseline,
            [&](const Event &event) { baseline.store.dispatch(event); });
        mean.add(ours.mean);
        slow.add(ours.slow);
        plain.add(others.mean);
    }
    Figure meanFigure = mean.figure("dispatch, " + load.name + ", mean", "us");
    setBaseline(meanFigure, mean, plain);
    meanFigure.limit = load.meanLimit;
    Figure slowFigure = slow.figure("dispatch, " + load.name + ", p99", "us");
    slowFigure.limit = load.slowLimit;
    return {meanFigure, slowFigure};
}

} // namespace

Result<Figures> measureDispatch(const BenchContext &context)
{
    const Length few{context.size(2000, 400), context.size(400, 400)};
    const Length many{context.size(20'000, 400), context.size(20'000, 400)};
    Figures figures = measure(context, {"12 factions", 12, {0, many.measured}, {0, few.before}, 1, 5});
    for (Figure &figure : measure(context, {"1000 factions", 1000, many, few, 20, {}}))
        figures.push_back(std::move(figure));
    return figures;
}

} // namespace inspector
