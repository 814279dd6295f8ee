// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationFile.h"
#include "core/expect/ExpectationRun.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomExpectation.h"
#include "tests/support/RandomSession.h"
#include "tests/support/TestJson.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray told(int fame, int timestamp)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(timestamp) +
                      ",'event':'reputation:changed','payload':{'factionId':'a','newFame':" +
                      QByteArray::number(fame) + "}}\n")
        .replace('\'', '"');
}

QByteArray unknown(const char *event, int timestamp)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(timestamp) + ",'event':'" + event +
                      "','payload':{}}\n")
        .replace('\'', '"');
}

std::vector<ExpectationResult> check(
    const PlayedSession &played, const std::vector<Expectation> &expectations)
{
    ExpectationRun run(expectations);
    for (std::size_t i = 0; i < played.records.size(); ++i)
        run.look(played.records[i], played.states[i + 1].world);
    return run.finish(played.states.back().world, played.records.size());
}

/// The definitions of docs/expectations.md, word by word, over all states at once.
bool isMetBySlowModel(const PlayedSession &played, const Expectation &expectation)
{
    const auto &records = played.records;
    const auto isMetBehind = [&](std::size_t i) {
        return expectation.isMetBy(valueAt(played.states[i + 1].world, expectation.path));
    };
    const auto firstOf = [&](const StopPoint &place) {
        std::size_t i = 0;
        while (i < records.size() && !place.isReached(records[i]))
            ++i;
        return i;
    };
    if (std::holds_alternative<Expectation::AtEnd>(expectation.when))
        return expectation.isMetBy(valueAt(played.states.back().world, expectation.path));
    if (const auto *at = std::get_if<Expectation::At>(&expectation.when)) {
        const std::size_t i = firstOf(at->place);
        return i < records.size() && isMetBehind(i);
    }
    if (const auto *by = std::get_if<Expectation::By>(&expectation.when)) {
        for (std::size_t i = 0; i < records.size() && i <= firstOf(by->place); ++i) {
            if (isMetBehind(i))
                return true;
        }
        return false;
    }
    const auto &within = std::get<Expectation::Within>(expectation.when);
    const std::size_t from = within.after ? firstOf(*within.after) : 0;
    std::size_t first = from; // whose time counts: a session record need not have one
    while (first < records.size() && records[first].type == SessionRecord::Type::Session)
        ++first;
    for (std::size_t i = from;
         i < records.size() && (i <= first || records[i].timestamp <= records[first].timestamp + within.ms);
         ++i) {
        if (isMetBehind(i))
            return true;
    }
    return false;
}

} // namespace

class tst_ExpectationRun : public QObject
{
    Q_OBJECT

private slots:
    void results_data()
    {
        QTest::addColumn<QByteArray>("expectation");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const char *when, const char *result) {
            QTest::newRow(name) << QByteArray("{'schema':'telemetry-expectations/"
                                              "1','expectations':[{'path':'factions.byId.a.fame',") +
                                       when + "}]}"
                                << QByteArray(result);
        };
        // #1 10 at 1000, #2 x:y at 1100, #3 30 at 1200, #4 x:y at 1300, #5 20 at 1400
        row("at the end", "'operator':'equals','value':20", "met #5 20");
        row("not at the end", "'operator':'equals','value':30", "not met #5 20: is 20");
        row("at an event, the first", "'operator':'equals','value':10,'at':'x:y'", "met #2 10");
        row("not at an event", "'operator':'equals','value':30,'at':'x:y'", "not met #2 10: is 10");
        row("at a record", "'operator':'equals','value':30,'at':4", "met #4 30");
        row("at an event that does not come", "'operator':'equals','value':20,'at':'z'",
            "not met #5 20: z did not come; at the end it is 20");
        row("by a record", "'operator':'atLeast','value':30,'by':4", "met #3 30");
        row("by an event that is too early", "'operator':'atLeast','value':30,'by':'x:y'",
            "not met #2 10: was not so by x:y, where it is 10");
        row("by an event that does not come, but so before", "'operator':'equals','value':30,'by':'z'",
            "met #3 30");
        row("by an event that does not come", "'operator':'equals','value':31,'by':'z'",
            "not met #5 20: was not so until the end, where it is 20");
        row("within, to the last ms", "'operator':'equals','value':30,'within':200", "met #3 30");
        row("not within", "'operator':'equals','value':30,'within':199",
            "not met #1 10: was not so in time, when it was 10");
        row("within, after an event", "'operator':'equals','value':20,'within':300,'after':'x:y'",
            "met #5 20");
        row("within, but before", "'operator':'equals','value':10,'within':300,'after':3",
            "not met #5 20: was not so until the end, where it is 20");
        row("after an event that does not come", "'operator':'equals','value':20,'within':300,'after':'z'",
            "not met #5 20: z did not come; at the end it is 20");
        row("a value that is not there", "'operator':'missing'", "not met #5 20: is 20");
    }

    void results()
    {
        QFETCH(QByteArray, expectation);
        QFETCH(QByteArray, result);
        const PlayedSession played(
            told(10, 1000) + unknown("x:y", 1100) + told(30, 1200) + unknown("x:y", 1300) + told(20, 1400));
        const auto expectations = parseExpectations(expectation.replace('\'', '"').toStdString(), "e");
        QVERIFY2(expectations, expectations ? "" : expectations.error().message.c_str());

        const ExpectationResult found = check(played, *expectations).front();

        QCOMPARE(QByteArray(found.isMet ? "met #" : "not met #") +
                     QByteArray::number(qulonglong(found.record)) + ' ' + shown(found.actual) +
                     (found.isMet ? QByteArray() : ": " + QByteArray::fromStdString(found.reason)),
            result);
    }

    void aSessionRecordWithoutATimeStartsNothing()
    {
        const PlayedSession played(
            QByteArray("{\"type\":\"session\",\"game\":\"g\"}\n") + told(10, 5000) + told(30, 5200));
        const std::vector<Expectation> expectations{{"", {"factions", "byId", "a", "fame"},
            Expectation::Operator::Equals, 30, Expectation::Within{200, {}}}};
        QVERIFY(check(played, expectations).front().isMet);
    }

    void nothingWasRecorded()
    {
        const std::vector<Expectation> expectations{
            {"", {"tutorial", "completed"}, Expectation::Operator::Equals, false, Expectation::AtEnd()},
            {"", {"tutorial", "completed"}, Expectation::Operator::Equals, true, Expectation::Within{9, {}}}};
        const auto results = check(PlayedSession(QByteArray()), expectations);
        QVERIFY(results[0] == ExpectationResult({expectations[0], true, 0, false, {}}));
        QVERIFY(results[1] == ExpectationResult({expectations[1], false, 0, false,
                                  "was not so until the end, where it is false"}));
    }

    void anyExpectationOfAnySessionIsAsDefined()
    {
        constexpr int sessions = 60, lines = 40;
        constexpr int expectationsEach = 40;
        int met = 0;
        for (int seed = 1; seed <= sessions; ++seed) {
            const PlayedSession played(RandomSession(static_cast<std::uint64_t>(seed)).text(lines));
            SeededRandom random(static_cast<std::uint64_t>(seed));
            std::vector<Expectation> expectations;
            expectations.reserve(expectationsEach);
            for (int i = 0; i < expectationsEach; ++i)
                expectations.push_back(randomExpectation(random));
            const auto results = check(played, expectations);
            for (std::size_t i = 0; i < expectations.size(); ++i) {
                QVERIFY2(results[i].isMet == isMetBySlowModel(played, expectations[i]),
                    (std::to_string(seed) + ": " + expectations[i].text() + ": " + results[i].reason)
                        .c_str());
                met += results[i].isMet ? 1 : 0;
            }
        }
        QVERIFY2(
            met > sessions && met < sessions * (expectationsEach - 1), QByteArray::number(met).constData());
    }
};

QTEST_APPLESS_MAIN(tst_ExpectationRun)
#include "tst_ExpectationRun.moc"
