// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"
#include "core/inspector/InspectorSummary.h"
#include "core/session/DemoMission.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace inspector;

namespace {

std::string sessionOf(std::uint64_t seed, const FactionCatalogue &catalogue = FactionCatalogue::builtIn())
{
    const Result<DemoMission> mission = DemoMission::load("harbour", catalogue);
    return mission ? mission->session(seed) : std::string();
}

struct Played
{
    SessionReplay replay;
    ReadReport report;
    std::vector<SessionRecord> records;
};

void play(const std::string &session, Played &played)
{
    const SessionInput input = SessionInput::fromText("demo", session);
    SessionReader reader(input.device(), {});
    SessionRecord record;
    for (auto more = reader.next(record); more && *more; more = reader.next(record)) {
        played.replay.apply(record, reader.report());
        played.records.push_back(record);
    }
    played.report = reader.report();
}

} // namespace

class tst_DemoMission : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameBytes()
    {
        QVERIFY(!sessionOf(1).empty());
        QCOMPARE(sessionOf(1), sessionOf(1));
        QVERIFY(sessionOf(1) != sessionOf(2));
    }

    // A changed mission is a changed demo: whoever means it renews this digest.
    void seedOneIsWhatItWas()
    {
        const std::string session = sessionOf(1);
        const QByteArray digest =
            QCryptographicHash::hash(QByteArray::fromStdString(session), QCryptographicHash::Sha256).toHex();
        QCOMPARE(digest, QByteArray("d1fd3bc9d0aa24596d3c702d65563175037b174adf639c274fc6255f3085ee5e"));
    }

    void everySeedIsReadWithoutComplaint_data() { addSeeds(); }
    void everySeedIsReadWithoutComplaint()
    {
        QFETCH(quint64, seed);
        Played played;

        play(sessionOf(seed), played);

        QCOMPARE(played.report.warnings, std::uint64_t{0});
        QCOMPARE(played.report.skippedLines, std::uint64_t{0});
        QVERIFY(played.report.records >= 250 && played.report.records <= 600);
    }

    void everyArtifactHasContent_data() { addSeeds(); }
    void everyArtifactHasContent()
    {
        QFETCH(quint64, seed);
        Played played;

        play(sessionOf(seed), played);

        const WorldState &state = played.replay.store().state();
        QVERIFY(selectCascadeTargets(state.get<FactionSlice>()).size() >= 3);
        QVERIFY(state.get<FactionSlice>().lastCascadeEvent.has_value());
        QVERIFY(!state.get<FactionSlice>().recentMemberRemovals.empty());
        QVERIFY(state.get<TutorialSlice>().completed);
        QVERIFY(!state.get<TutorialSlice>().promptHistorySnapshots.empty());
        QVERIFY(played.replay.recorder().entries().size() > 10);
    }

    void oddMomentsHappen()
    {
        Played played;
        play(sessionOf(1), played);

        bool clockGoesBack = false;
        std::map<double, int> sameTime;
        std::set<std::string> names;
        for (std::size_t i = 0; i < played.records.size(); ++i) {
            const SessionRecord &record = played.records[i];
            clockGoesBack = clockGoesBack || (i > 0 && record.timestamp < played.records[i - 1].timestamp);
            ++sameTime[record.timestamp];
            names.insert(record.event.value_or(std::string()));
        }
        const bool burst =
            std::any_of(sameTime.begin(), sameTime.end(), [](const auto &each) { return each.second > 4; });

        QVERIFY(clockGoesBack);
        QVERIFY(burst);
        QVERIFY(played.report.gaps > 0);
        QVERIFY(played.report.markers > 0);
        QVERIFY(played.report.unknownEvents > 0);
        QVERIFY(names.count("faction:member_removed") == 1);
        QVERIFY(names.count("tutorial:control_hint_updated") == 1);
    }

    void valuesStayInRange_data() { addSeeds(); }
    void valuesStayInRange()
    {
        QFETCH(quint64, seed);
        Played played;
        play(sessionOf(seed), played);

        for (const SessionRecord &record : played.records) {
            if (record.event != "reputation:changed")
                continue;
            for (const char *member : {"newFame", "newInfamy"}) {
                const double value = *(*record.payload.asObject())[member].asNumber();
                QVERIFY2(value >= 0 && value <= 100, qPrintable(QString::number(value)));
            }
        }
    }

    void aCatalogueMayLackFactions()
    {
        const auto catalogue = FactionCatalogue::fromJson(
            R"({"cascade":{"multiplier":0.5,"min":0,"max":100},"factions":[{"id":"elsewhere","name":"Elsewhere",
            "shortName":"E","allies":[],"enemies":[],"initial":{"fame":0,"infamy":0},"color":"#000000","thresholds":{
            "allied":{"fame":80,"infamy":0},"friendly":{"fame":50,"infamy":10},"neutral":{"fame":20,"infamy":20},
            "unfriendly":{"fame":10,"infamy":30}}}]})",
            "elsewhere.json");
        QVERIFY2(catalogue, catalogue ? "" : catalogue.error().message.c_str());
        Played played;

        play(sessionOf(1, *catalogue), played);

        QCOMPARE(played.report.warnings + played.report.skippedLines, std::uint64_t{0});
        QVERIFY(played.report.records > 0);
    }

    void anUnknownMissionNamesTheKnownOnes()
    {
        const auto mission = DemoMission::load("atlantis", FactionCatalogue::builtIn());

        QVERIFY(!mission);
        QCOMPARE(mission.error().code, std::string("unknown_mission"));
        QVERIFY(mission.error().message.find("atlantis") != std::string::npos);
        QVERIFY((mission.error().message + mission.error().remedy).find("harbour") != std::string::npos);
    }

private:
    static void addSeeds()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed : {0ULL, 1ULL, 2ULL, 3ULL, 42ULL, 18446744073709551615ULL})
            QTest::addRow("%llu", static_cast<unsigned long long>(seed)) << seed;
    }
};

QTEST_APPLESS_MAIN(tst_DemoMission)
#include "tst_DemoMission.moc"
