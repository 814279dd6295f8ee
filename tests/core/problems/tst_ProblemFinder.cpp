// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ProblemFinder.h"
#include "core/session/DemoMission.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/state/StoreWatchers.h"

#include <QByteArray>
#include <QIODevice>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

std::vector<Problem> problemsIn(const std::string &text, const SessionReplay::Options &options = {})
{
    const SessionInput input = SessionInput::fromText("session", text);
    SessionReplay replay(options);
    SessionReader reader(input.device(), {});
    ProblemFinder finder(FactionCatalogue::builtIn());
    const StoreWatchers watchers(replay.store(), {&finder});
    SessionRecord record;
    for (auto more = reader.next(record); more && *more; more = reader.next(record)) {
        finder.begin(record, SessionReplay::changesState(record));
        replay.apply(record, reader.report());
        finder.end(record, replay.recorder().state());
    }
    return finder.problems(reader.report());
}

/// "clock-back  x1 #2..#2: …", a line each.
QByteArray shown(const std::vector<Problem> &problems)
{
    QByteArray text;
    for (const Problem &problem : problems) {
        text += QByteArray::fromStdString(std::string(nameOf(problem.kind)) + " " + problem.subject + " x" +
                                          std::to_string(problem.count) + " #" +
                                          std::to_string(problem.first.record) + "..#" +
                                          std::to_string(problem.last.record) + ": " + problem.text + "\n");
    }
    return text;
}

/// ' for "; an event for each line "time name payload".
std::string session(const QByteArrayList &events)
{
    QByteArray text;
    for (const QByteArray &event : events) {
        if (event.startsWith('{')) {
            text += event + '\n';
            continue;
        }
        const qsizetype first = event.indexOf(' ');
        const qsizetype second = event.indexOf(' ', first + 1);
        const QByteArray name = event.mid(first + 1, second - first - 1);
        text += "{'type':'event','timestamp':" + event.first(first) + ",'event':'" + name +
                "','payload':" + event.mid(second + 1) + "}\n";
    }
    return text.replace('\'', '"').toStdString();
}

QByteArray step(const char *time, const char *what, int index, const char *id)
{
    return QByteArray(time) + " tutorial:step_" + what + " {'stepId':'" + id +
           "','stepIndex':" + QByteArray::number(index) + ",'totalSteps':9}";
}

/// Steps a, b, c … that take as many ms each.
QByteArrayList steps(const std::vector<int> &times)
{
    QByteArrayList events{"1000 tutorial:started {'totalSteps':9}"};
    int now = 1000;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const QByteArray id(1, static_cast<char>('a' + i));
        events << step(QByteArray::number(now).constData(), "started", static_cast<int>(i), id.constData());
        now += times[i];
        events << step(QByteArray::number(now).constData(), "completed", static_cast<int>(i), id.constData());
    }
    return events;
}

QByteArray reputation(const char *time, int fame, int delta)
{
    return QByteArray(time) +
           " reputation:changed {'factionId':'vanguard_prime','newFame':" + QByteArray::number(fame) +
           ",'newInfamy':0,'deltaFame':" + QByteArray::number(delta) + ",'deltaInfamy':0}";
}

QByteArray attitude(const char *time, const char *to, bool isCascade = false)
{
    return QByteArray(time) + " faction:attitude_changed {'factionId':'vanguard_prime','newAttitude':'" + to +
           (isCascade ? "','cascade':true,'source':'wraith_network'}" : "'}");
}

QByteArrayList repeated(const QByteArray &event, int times)
{
    QByteArrayList events;
    for (int i = 0; i < times; ++i)
        events << event;
    return events;
}

} // namespace

class tst_ProblemFinder : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QByteArrayList>("events");
        QTest::addColumn<QByteArray>("found");

        QTest::addRow("nothing") << QByteArrayList{reputation("1", 10, 10), reputation("2", 12, 2)}
                                 << QByteArray();
        QTest::addRow("a warning")
            << QByteArrayList{"1 reputation:changed {'factionId':7}"}
            << QByteArray(
                   "warning  x1 #1..#1: \"factionId\" must be a string, not number; it counts as absent\n");
        QTest::addRow("a skipped line")
            << QByteArrayList{reputation("1", 1, 1), "{broken"}
            << QByteArray("skipped-line  x1 #0..#0: line skipped: not JSON: The JSON document has an "
                          "improper structure: missing or superfluous commas, braces, missing keys, etc\n");
        QTest::addRow("a jump of seq")
            << QByteArrayList{"{'type':'marker','timestamp':1,'label':'a','seq':1}",
                   "{'type':'marker','timestamp':2,'label':'b','seq':4}"}
            << QByteArray("gap  x1 #2..#2: \"seq\" jumps from 1 to 4\n");
        QTest::addRow("a gap")
            << QByteArrayList{"{'type':'gap','timestamp':1,'durationMs':8000,'reason':'offline'}"}
            << QByteArray("gap offline x1 #1..#1: nothing was recorded for 8 s: offline\n");
        QTest::addRow("events that no slice knows")
            << QByteArrayList{"1 player:moved {}", "2 camera:moved {}", "3 player:moved {}"}
            << QByteArray("unknown-event  x3 #1..#3: no slice knows camera:moved, player:moved\n");
        QTest::addRow("an event without a name")
            << QByteArrayList{"{'type':'event','timestamp':1,'payload':{}}"}
            << QByteArray("unknown-event  x1 #1..#1: no slice knows an event without a name\n");
        QTest::addRow("a clock that goes back")
            << QByteArrayList{reputation("1700000000000", 1, 1), reputation("1600000000000", 2, 1)}
            << QByteArray("clock-back  x1 #2..#2: the clock goes back, from 2023-11-14T22:13:20.000Z to "
                          "2020-09-13T12:26:40.000Z\n");
        QTest::addRow("a stale reputation")
            << QByteArrayList{reputation("1", 10, 10), reputation("2", 30, 5), reputation("3", 31, 1)}
            << QByteArray("stale-reputation vanguard_prime x1 #2..#2: Vanguard Prime: fame was 10 and became "
                          "30, but the event says that it changed by 5; a cascade changed it without an "
                          "event, or an event is missing\n");
        QTest::addRow("a reputation that nothing told before")
            << QByteArrayList{attitude("1", "hostile"), reputation("2", 30, 5)} << QByteArray();
        QTest::addRow("a reputation that a snapshot told")
            << QByteArrayList{"{'type':'snapshot','timestamp':1,'snapshot':{'factions':{'byId':{"
                              "'vanguard_prime':{'fame':12}}}}}",
                   reputation("2", 30, 5)}
            << QByteArray("stale-reputation vanguard_prime x1 #2..#2: Vanguard Prime: fame was 12 and became "
                          "30, but the event says that it changed by 5; a cascade changed it without an "
                          "event, or an event is missing\n");
        QTest::addRow("a delta without a value")
            << QByteArrayList{reputation("1", 10, 10),
                   "2 reputation:changed {'factionId':'vanguard_prime','newInfamy':3,'deltaFame':5}"}
            << QByteArray();
        QTest::addRow("a fame that nothing told before")
            << QByteArrayList{"1 reputation:changed {'factionId':'vanguard_prime','newInfamy':3}",
                   "2 reputation:changed {'factionId':'vanguard_prime','newFame':30,'deltaFame':5}"}
            << QByteArray();
        QTest::addRow("an attitude against the rule")
            << QByteArrayList{reputation("1", 0, 0), attitude("2", "allied")}
            << QByteArray(
                   "attitude-contradiction vanguard_prime x1 #2..#2: Vanguard Prime became allied, but "
                   "with fame 0 and infamy 0 it is hostile by the game's rule\n");
        QTest::addRow("an attitude against the rule is told once")
            << QByteArrayList{reputation("1", 0, 0), attitude("2", "allied"), reputation("3", 1, 1)}
            << QByteArray(
                   "attitude-contradiction vanguard_prime x1 #2..#2: Vanguard Prime became allied, but "
                   "with fame 0 and infamy 0 it is hostile by the game's rule\n");
        QTest::addRow("an attitude that nothing told")
            << QByteArrayList{reputation("1", 0, 0), attitude("2", "hostile"), reputation("3", 60, 60),
                   reputation("4", 61, 1)}
            << QByteArray("attitude-contradiction vanguard_prime x1 #4..#4: Vanguard Prime was still hostile "
                          "before this event, but with fame 60 and infamy 0 it was friendly by the game's "
                          "rule; an event that says so is missing\n");
        QTest::addRow("an attitude that is told behind what made it")
            << QByteArrayList{reputation("1", 0, 0), attitude("2", "hostile"), reputation("3", 60, 60),
                   attitude("4", "friendly"), reputation("5", 61, 1)}
            << QByteArray();
        QTest::addRow("an attitude where a cascade made fame unknown")
            << QByteArrayList{reputation("1", 0, 0), attitude("2", "hostile", true), attitude("3", "allied")}
            << QByteArray();
        QTest::addRow("a list that dropped something")
            << repeated(attitude("1", "hostile", true), 11)
            << QByteArray("list-dropped factions.byId.vanguard_prime.attitudeHistory x1 #11..#11: "
                          "factions.byId.vanguard_prime.attitudeHistory keeps the newest 10; older ones were "
                          "dropped\n");
        QTest::addRow("removals that were dropped")
            << repeated("1 faction:member_removed {'factionId':'x'}", 12)
            << QByteArray("list-dropped factions.recentMemberRemovals x2 #11..#12: "
                          "factions.recentMemberRemovals keeps the newest 10; older ones were dropped\n");
        QTest::addRow("a step that is passed over")
            << QByteArrayList{"1 tutorial:started {'totalSteps':3}", step("2", "started", 0, "a"),
                   step("3", "completed", 0, "a"), step("4", "started", 2, "c")}
            << QByteArray("step-out-of-order c x1 #4..#4: step 3 “c” began where step 2 was to begin\n");
        QTest::addRow("another step is done")
            << QByteArrayList{"1 tutorial:started {'totalSteps':3}", step("2", "started", 0, "a"),
                   step("3", "completed", 1, "b")}
            << QByteArray("step-out-of-order b x1 #3..#3: step “b” was done while “a” was under way\n");
        QTest::addRow("a step that nothing names")
            << QByteArrayList{"1 tutorial:started {'totalSteps':3}", step("2", "started", 0, "a"),
                   "3 tutorial:step_completed {}"}
            << QByteArray();
        QTest::addRow("a tutorial once more")
            << QByteArrayList{"1 tutorial:started {'totalSteps':3}", step("2", "started", 0, "a"),
                   step("3", "started", 1, "b"), "4 tutorial:started {'totalSteps':3}",
                   step("5", "started", 0, "a")}
            << QByteArray();
        QTest::addRow("a slow step")
            << steps({100, 100, 301, 100})
            << QByteArray("slow-step c x1 #7..#7: step “c” took 301 ms, more than three times the median of "
                          "100 ms\n");
        QTest::addRow("a step of three times the median") << steps({100, 100, 300, 100}) << QByteArray();
        QTest::addRow("too few steps to tell") << steps({100, 100, 900}) << QByteArray();
        QTest::addRow("a snapshot that drifts")
            << QByteArrayList{reputation("1", 10, 10),
                   "{'type':'snapshot','timestamp':2,'snapshot':{'factions':{'byId':{'vanguard_prime':{'fame'"
                   ":"
                   "12,'infamy':0,'lastDelta':{'fame':10,'infamy':0}}}}}}"}
            << QByteArray("snapshot-drift  x1 #2..#2: the game's own state has 1 difference: "
                          "factions.byId.vanguard_prime.fame was rebuilt as 10 and is 12\n");
        QTest::addRow("a snapshot with a long text")
            << QByteArrayList{reputation("1", 10, 10),
                   "{'type':'snapshot','timestamp':2,'snapshot':{'factions':{'byId':{'vanguard_prime':{'fame'"
                   ":"
                   "10,'lastDelta':{'fame':10,'infamy':0},'lastReason':'" +
                       QByteArray(50, 'x') + "'}}}}}"}
            << QByteArray("snapshot-drift  x1 #2..#2: the game's own state has 1 difference: "
                          "factions.byId.vanguard_prime.lastReason was rebuilt as null and is \"" +
                          QByteArray(39, 'x') + "…\n");
        QTest::addRow("a snapshot of other slices, and of other factions")
            << QByteArrayList{reputation("1", 10, 10),
                   "{'type':'snapshot','timestamp':2,'snapshot':{'quests':1}}", reputation("3", 10, 10),
                   "{'type':'snapshot','timestamp':4,'snapshot':{'factions':{'byId':{'other':{'fame':1},"
                   "'vanguard_prime':{'fame':10,'lastDelta':{'fame':10,'infamy':0}}}}}}"}
            << QByteArray();
        QTest::addRow("a first snapshot") << QByteArrayList{"{'type':'snapshot','timestamp':2,'snapshot':{'"
                                                            "factions':{'byId':{'x':{'fame':12}}}"
                                                            "}}"}
                                          << QByteArray();
    }

    void finds()
    {
        QFETCH(QByteArrayList, events);
        QFETCH(QByteArray, found);

        QCOMPARE(shown(problemsIn(session(events))), found);
    }

    void theTranscriptDropsToo()
    {
        SessionReplay::Options options;
        options.transcriptEntries = 3;

        QCOMPARE(shown(problemsIn(session(steps({1, 1})), options)),
            QByteArray("list-dropped transcript x2 #4..#5: transcript keeps the newest 3; older ones were "
                       "dropped\n"));
    }

    void theDemoMissionHasWhatIsOddInIt()
    {
        const auto mission = DemoMission::load("harbour", FactionCatalogue::builtIn());

        QByteArrayList kinds;
        for (const Problem &problem : problemsIn(mission->session(1)))
            kinds << QByteArray::fromStdString(std::string(nameOf(problem.kind)) + " " + problem.subject +
                                               " x" + std::to_string(problem.count));
        QCOMPARE(kinds, (QByteArrayList{"unknown-event  x337", "list-dropped tutorial.promptHistory x2",
                            "gap the page was suspended while the far bank loaded x1",
                            "stale-reputation vanguard_prime x3", "clock-back  x1",
                            "stale-reputation wraith_network x1", "stale-reputation luminari_syndicate x1"}));
    }
};

QTEST_APPLESS_MAIN(tst_ProblemFinder)
#include "tst_ProblemFinder.moc"
