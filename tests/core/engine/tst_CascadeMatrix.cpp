// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CascadeMatrix.h"
#include "core/engine/SessionTracksRecorder.h"
#include "core/session/SessionReplay.h"
#include "core/state/StoreWatchers.h"

#include <QObject>
#include <QTest>

#include <map>
#include <random>

using namespace inspector;

namespace {

/// One random event, as the test remembers it.
struct Told
{
    std::string target, source, from, to;
    bool isCascade = false;
};

/// Some sixty events among few factions, two of which the catalogue does not know.
std::vector<Told> randomSession(std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto pick = [&](const std::vector<std::string> &from) { return from[random() % from.size()]; };
    const std::vector<std::string> ids{
        "vanguard_prime", "luminari_syndicate", "wraith_network", "harbour_watch", "a_guild"};
    const std::vector<std::string> attitudes{"hostile", "neutral", "friendly"};
    std::vector<Told> events(40 + random() % 40);
    for (Told &event : events) {
        event = {pick(ids), random() % 5 == 0 ? std::string() : pick(ids), pick(attitudes), pick(attitudes),
            random() % 3 != 0};
    }
    return events;
}

FactionTracks tracksOf(const std::vector<Told> &events)
{
    SessionReplay replay;
    SessionTracksRecorder recorder(FactionCatalogue::builtIn());
    const StoreWatchers watchers(replay.store(), {&recorder});
    ReadReport report;
    SessionRecord record;
    record.type = SessionRecord::Type::Event;
    record.event = "faction:attitude_changed";
    for (const Told &event : events) {
        ++record.number;
        JsonObject::Members payload{{"factionId", event.target}, {"newAttitude", event.to},
            {"oldAttitude", event.from}, {"cascade", event.isCascade}};
        if (!event.source.empty())
            payload.push_back({"source", event.source});
        record.payload = JsonObject(std::move(payload));
        recorder.begin(record, true);
        replay.apply(record, report);
    }
    return recorder.tracks().factions;
}

/// "source>target: count/flips" of all cells that are not 0, in the order of the names.
std::map<std::string, std::string> shown(const CascadeMatrix &matrix)
{
    std::map<std::string, std::string> cells;
    for (std::size_t s = 0; s < matrix.sources.size(); ++s) {
        for (std::size_t t = 0; t < matrix.targets.size(); ++t) {
            if (const CascadeMatrix::Cell &cell = matrix.at(s, t); cell.count > 0)
                cells[matrix.sources[s] + '>' + matrix.targets[t]] =
                    std::to_string(cell.count) + '/' + std::to_string(cell.flips);
        }
    }
    return cells;
}

std::map<std::string, std::string> counted(
    const std::vector<Told> &events, std::size_t first, std::size_t last)
{
    std::map<std::string, std::pair<int, int>> counts;
    for (std::size_t i = first; i <= last; ++i) {
        const Told &event = events[i - 1];
        if (!event.isCascade)
            continue;
        auto &[count, flips] = counts[event.source + '>' + event.target];
        ++count;
        flips += event.from != event.to ? 1 : 0;
    }
    std::map<std::string, std::string> cells;
    for (const auto &[pair, count] : counts)
        cells[pair] = std::to_string(count.first) + '/' + std::to_string(count.second);
    return cells;
}

} // namespace

class tst_CascadeMatrix : public QObject
{
    Q_OBJECT

private slots:
    void countsAsOneWouldByHand_data()
    {
        QTest::addColumn<quint32>("seed");

        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void countsAsOneWouldByHand()
    {
        QFETCH(quint32, seed);
        const std::vector<Told> events = randomSession(seed);
        const FactionTracks tracks = tracksOf(events);

        for (const auto &[first, last] : std::initializer_list<std::pair<std::size_t, std::size_t>>{
                 {1, events.size()}, {1, 1}, {7, 31}, {events.size(), events.size()}}) {
            const CascadeMatrix matrix = cascadeMatrix(tracks, FactionCatalogue::builtIn(), first, last);

            QCOMPARE(shown(matrix), counted(events, first, last));
        }
    }

    void factionsStandInTheOrderOfTheCatalogue()
    {
        const FactionTracks tracks = tracksOf({{"zeta", "wraith_network", "neutral", "hostile", true},
            {"alpha", "", "neutral", "hostile", true}, {"wraith_network", "zeta", "neutral", "hostile", true},
            {"vanguard_prime", "vanguard_prime", "neutral", "neutral", true}});

        const CascadeMatrix matrix = cascadeMatrix(tracks, FactionCatalogue::builtIn(), 1, 4);

        const CascadeMatrix expected{{"vanguard_prime", "wraith_network", "zeta", ""},
            {"vanguard_prime", "wraith_network", "alpha", "zeta"},
            {{1, 0}, {}, {}, {}, {}, {}, {}, {1, 1}, {}, {1, 1}, {}, {}, {}, {}, {1, 1}, {}}};
        QVERIFY(matrix == expected);
    }

    void withoutCascadesItIsEmpty()
    {
        const FactionTracks tracks = tracksOf({{"zeta", "", "neutral", "hostile", false}});

        QVERIFY(cascadeMatrix(tracks, FactionCatalogue::builtIn(), 1, 1) == CascadeMatrix());
    }
};

QTEST_APPLESS_MAIN(tst_CascadeMatrix)
#include "tst_CascadeMatrix.moc"
