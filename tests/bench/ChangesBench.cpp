// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/ChangeLookup.h"
#include "core/changes/ChangeRecorder.h"
#include "core/engine/SessionTracksRecorder.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/state/StoreWatchers.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <QIODevice>

#include <algorithm>
#include <memory>
#include <random>

namespace inspector {

namespace {

/// A session as the window reads it, with the index of changes or without.
struct Reading
{
    std::unique_ptr<SessionTimeline> timeline;
    ChangeRecorder changes;
};

Result<void> read(const QString &path, bool withChanges, Reading &reading)
{
    const Result<SessionInput> input = SessionInput::openFile(path.toStdString());
    if (!input)
        return tl::unexpected(input.error());
    auto file = SessionFile::fromDevice(input->device(), input->name());
    if (!file)
        return tl::unexpected(file.error());
    input->device().seek(0);
    reading.timeline = std::make_unique<SessionTimeline>(std::move(*file));
    SessionReplay replay;
    SessionTracksRecorder tracks(FactionCatalogue::builtIn());
    std::initializer_list<StoreWatcher *> both{&tracks, &reading.changes};
    std::initializer_list<StoreWatcher *> one{&tracks};
    const StoreWatchers watchers(replay.store(), withChanges ? both : one);
    SessionReader reader(input->device(),
        {input->modifiedAt(), [&](std::string_view event) { return replay.wantsEvent(event); }});
    SessionRecord record;
    auto more = reader.next(record);
    for (; more && *more; more = reader.next(record)) {
        tracks.begin(record, SessionReplay::changesState(record));
        reading.changes.begin(record.number);
        replay.apply(record, reader.report());
        reading.timeline->append(record, reader.recordPlace(), replay);
    }
    return more.map([](bool) {});
}

template <class T>
const T &oneOf(const std::vector<T> &list, std::mt19937 &random)
{
    return list[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(random)];
}

/// A value of a faction or of the tutorial, within a list as often as not.
ValuePath randomPath(const WorldState &state, std::mt19937 &random)
{
    constexpr std::size_t longest = 10;
    std::vector<std::string> ids;
    state.get<FactionSlice>().byId.forEach(
        [&](std::string_view id, const FactionRecord & /*record*/) { ids.emplace_back(id); });
    const bool isFaction = !ids.empty() && random() % 2 == 0;
    ValuePath path = isFaction ? ValuePath{"factions", "byId", oneOf(ids, random)} : ValuePath{"tutorial"};
    const FieldLeaf &leaf =
        oneOf(isFaction ? fieldLeaves<FactionRecord>() : fieldLeaves<TutorialState>(), random);
    path.insert(path.end(), leaf.path.begin(), leaf.path.end());
    const auto &steps = state.get<TutorialSlice>().completedSteps.ids();
    if (leaf.isList && (path.back() == "completedTimeline" || path.back() == "stepDurations") &&
        !steps.empty())
        path.push_back(steps[random() % steps.size()]);
    else if (leaf.isList)
        path.push_back(std::to_string(random() % longest));
    return path;
}

/// Times in ms that it takes to tell who set a random value that there is at a random record, and who sets it
/// next.
struct LookupTimes
{
    std::vector<double> last, next;
};

Result<LookupTimes> lookUp(
    const Clock &clock, const Reading &reading, std::size_t lookups, std::mt19937 &random)
{
    TimelineReader reader(*reading.timeline);
    ChangeLookup lookup(reader, reading.changes.index());
    std::uniform_int_distribution<std::uint64_t> record(1, reading.timeline->size());
    LookupTimes times;
    for (std::size_t i = 0; i < lookups; ++i) {
        const std::uint64_t number = record(random);
        const Result<ReplayState> state = reader.stateAt(number);
        if (!state)
            return tl::unexpected(state.error());
        ValuePath path = randomPath(state->world, random);
        while (valueAt(state->world, path).isNull())
            path = randomPath(state->world, random);
        Result<std::optional<std::uint64_t>> last, next;
        constexpr double nsPerMs = 1e6;
        times.last.push_back(nsOf(clock, [&] { last = lookup.lastChange(path, number); }) / nsPerMs);
        times.next.push_back(nsOf(clock, [&] { next = lookup.nextChange(path, number); }) / nsPerMs);
        for (const auto &found : {last, next}) {
            if (!found)
                return tl::unexpected(found.error());
        }
    }
    return times;
}

} // namespace

Result<Figures> measureChanges(const BenchContext &context)
{
    constexpr double nsPerUs = 1000;
    const auto path = generatedFile(context.folder, context.size(1'000'000, 2000));
    if (!path)
        return tl::unexpected(path.error());
    Samples with, without, last, next, longest;
    std::mt19937 random(1);
    double bytes = 0;
    for (std::size_t i = 0; i < context.size(7, 2); ++i) {
        for (const bool withChanges : {false, true}) {
            Reading reading;
            Result<void> done;
            const double ns = nsOf(context.clock, [&] { done = read(*path, withChanges, reading); });
            if (!done)
                return tl::unexpected(done.error());
            const auto records = static_cast<double>(reading.timeline->size());
            (withChanges ? with : without).add(ns / nsPerUs / records);
            if (!withChanges)
                continue;
            bytes = static_cast<double>(reading.changes.index().bytesUsed()) / records;
            auto times = lookUp(context.clock, reading, context.size(300, 10), random);
            if (!times)
                return tl::unexpected(times.error());
            last.add(percentile(times->last, 0.95));
            next.add(percentile(times->next, 0.95));
            longest.add(std::max(percentile(times->last, 1), percentile(times->next, 1)));
        }
    }
    Figure reading = with.figure("read with the index of changes", "us a record");
    setBaseline(reading, with, without);
    reading.limit = 1.15 * without.median();
    std::vector<Figure> lookups{last.figure("who set a value of 10^6 records, p95", "ms"),
        next.figure("who sets it next, p95", "ms"), longest.figure("the longest of both", "ms")};
    for (Figure &lookup : lookups)
        lookup.limit = 5;
    Samples size;
    size.add(bytes);
    Figure memory = size.figure("index of changes", "bytes a record");
    memory.limit = 40;
    lookups.insert(lookups.begin(), {reading, memory});
    return lookups;
}

} // namespace inspector
