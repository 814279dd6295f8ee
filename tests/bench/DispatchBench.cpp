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

double meanUs(double ns, std::size_t events)
{
    constexpr double nsPerUs = 1000;
    return ns / nsPerUs / static_cast<double>(events);
}

/// The 99th percentile over `events` in us, the reading of the clock included.
double slowUs(const Clock &clock, EventBus &bus, const std::vector<Event> &events)
{
    std::vector<double> times;
    times.reserve(events.size());
    for (const Event &event : events)
        times.push_back(nsOf(clock, [&] { bus.emitEvent(event); }));
    return meanUs(percentile(times, 0.99), 1);
}

struct Load
{
    std::string name;
    std::uint64_t factions;
    std::size_t eventsOfBaseline; // it is so slow with many factions
    double meanLimit;             // us
    std::optional<double> slowLimit;
};

Figures measure(const BenchContext &context, const Load &load)
{
    const std::vector<Event> events = generatedEvents(
        {.records = context.size(20'001, 201), .factions = load.factions, .onlyReduced = true});
    const std::vector<Event> few(events.begin(),
        events.begin() + static_cast<std::ptrdiff_t>(std::min(events.size(), load.eventsOfBaseline)));
    Subject subject;
    Baseline baseline;
    for (const Event &event : events)
        subject.bus.emitEvent(event); // until here the state grows
    for (const Event &event : few)
        baseline.store.dispatch(event);

    Samples mean, slow, plain;
    for (std::size_t i = 0; i < context.size(21, 2); ++i) {
        const auto emitAll = [&] {
            for (const Event &event : events)
                subject.bus.emitEvent(event);
        };
        const auto copyAll = [&] {
            for (const Event &event : few)
                baseline.store.dispatch(event);
        };
        mean.add(meanUs(nsOf(context.clock, emitAll), events.size()));
        plain.add(meanUs(nsOf(context.clock, copyAll), few.size()));
        slow.add(slowUs(context.clock, subject.bus, events));
    }
    Figure meanFigure = mean.figure("dispatch, " + load.name + ", mean", "us");
    meanFigure.baseline = plain.median();
    meanFigure.limit = load.meanLimit;
    Figure slowFigure = slow.figure("dispatch, " + load.name + ", p99", "us");
    slowFigure.limit = load.slowLimit;
    return {meanFigure, slowFigure};
}

} // namespace

Result<Figures> measureDispatch(const BenchContext &context)
{
    Figures figures = measure(context, {"12 factions", 12, 20'000, 1, 5});
    for (Figure &figure : measure(context, {"1000 factions", 1000, 1000, 20, {}}))
        figures.push_back(std::move(figure));
    return figures;
}

} // namespace inspector
