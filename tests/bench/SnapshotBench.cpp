// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/WorldStateStore.h"
#include "tests/bench/CopyingStore.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

namespace inspector {

namespace {

/// Mean time of `copy` in us.
template <class Copy>
double usOf(const Clock &clock, std::size_t copies, Copy copy)
{
    constexpr double nsPerUs = 1000;
    const double ns = nsOf(clock, [&] {
        for (std::size_t i = 0; i < copies; ++i)
            copy();
    });
    return ns / nsPerUs / static_cast<double>(copies);
}

} // namespace

Result<Figures> measureSnapshot(const BenchContext &context)
{
    EventBus bus;
    const WorldStateStore store(bus);
    CopyingStore baseline([](const CopyingStore::State &, const CopyingStore::State &) {});
    EventSource source({.records = context.size(20'001, 201), .factions = 1000, .onlyReduced = true});
    for (const Event &event : source.next(context.size(20'000, 200))) {
        bus.emitEvent(event);
        baseline.dispatch(event);
    }
    Samples shared, plain;
    for (std::size_t i = 0; i < context.size(21, 2); ++i) {
        shared.add(usOf(context.clock, context.size(100'000, 10), [&] {
            const WorldState state = store.snapshot();
            keep(state);
        }));
        plain.add(
            usOf(context.clock, context.size(20, 2), [&] { keep(CopyingStore::State(baseline.state())); }));
    }
    Figure figure = shared.figure("snapshot, 1000 factions", "us");
    setBaseline(figure, shared, plain);
    figure.limit = 1;
    return Figures{figure};
}

} // namespace inspector
