// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "tests/support/EventLog.h"
#include "tests/support/ShownIssue.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// Plays a session's text into `replay`.
ReadReport play(const QByteArray &text, SessionReplay &replay)
{
    const SessionInput input = SessionInput::fromText("x", text.toStdString());
    SessionReader reader(input.device(), {});
    SessionRecord record;
    while (reader.next(record).value_or(false))
        replay.apply(record, reader.report());
    return reader.report();
}

/// Fame of the factions, the tutorial's step and the transcript's events.
QByteArray shownState(const SessionReplay &replay)
{
    JsonObject::Members fame;
    replay.store().state().get<FactionSlice>().byId.forEach(
        [&](std::string_view id, const FactionRecord &record) {
            fame.push_back({std::string(id), record.fame});
        });
    JsonArray transcript;
    for (const auto &entry : replay.recorder().entries())
        transcript.emplace_back(entry->event);
    const TutorialState &tutorial = replay.store().state().get<TutorialSlice>();
    return shown(JsonObject{{"fame", JsonObject(std::move(fame))}, {"step", tutorial.currentStep},
        {"transcript", std::move(transcript)}});
}

} // namespace

class tst_SessionReplay : public QObject
{
    Q_OBJECT

private slots:
    void plays_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *session, const char *expected) {
            QTest::newRow(name) << QByteArray(session) << QByteArray(expected);
        };

        row("nothing", "", R"({"fame":{},"step":null,"transcript":[]})");
        row("events",
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":3}}
{"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"s"}})",
            R"({"fame":{"a":3},"step":"s","transcript":["tutorial_step_started"]})");
        row("a snapshot replaces the state, not the transcript",
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":3}}
{"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"s"}}
{"type":"snapshot","timestamp":3,"snapshot":{"factions":{"byId":{"b":{"fame":4}}}}})",
            R"({"fame":{"b":4},"step":null,"transcript":["tutorial_step_started"]})");
        row("a snapshot with a transcript",
            R"({"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"s"}}
{"type":"snapshot","timestamp":3,"snapshot":{"tutorial":{"currentStep":"t"}},"transcript":[{"event":"x"},{}]})",
            R"({"fame":{},"step":"t","transcript":["x",null]})");
        row("an empty transcript empties",
            R"({"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"s"}}
{"type":"snapshot","timestamp":3,"snapshot":{},"transcript":[]})",
            R"({"fame":{},"step":null,"transcript":[]})");
        row("what changes no state",
            R"({"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"s"}}
{"type":"session"}
{"type":"marker","timestamp":3,"label":"l"}
{"type":"gap","timestamp":3,"durationMs":3,"reason":"r"}
{"type":"odd","timestamp":3,"snapshot":{}}
{"type":"event","timestamp":3}
{"type":"event","timestamp":3,"event":"nobody:knows","payload":{"factionId":"a","newFame":3}}
{"type":"snapshot","timestamp":3}
{"type":"snapshot","timestamp":3,"snapshot":null}
{"type":"snapshot","timestamp":3,"snapshot":[]})",
            R"({"fame":{},"step":"s","transcript":["tutorial_step_started"]})");
    }

    void plays()
    {
        QFETCH(QByteArray, session);
        QFETCH(QByteArray, expected);
        SessionReplay replay;

        const ReadReport report = play(session, replay);

        QCOMPARE(shownState(replay), expected);
        QCOMPARE(report.skippedLines, std::uint64_t{0});
    }

    void fieldsOfTheWrongTypeAreToldOnce_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<QByteArrayList>("issues");
        const auto row = [](const char *name, const char *session, const QByteArrayList &issues) {
            QTest::newRow(name) << QByteArray(session) << issues;
        };

        row("by the store and the recorder",
            R"({"type":"event","timestamp":1,"event":"tutorial:step_started","payload":{"title":9}})",
            {"warning 1: \"title\" must be a string, not number; it counts as absent [title]"});
        row("by the recorder alone",
            R"({"type":"event","timestamp":1,"event":"tutorial:step_completed","payload":{"durationMs":"x"}})",
            {"warning 1: \"durationMs\" must be a number, not string; it counts as absent [durationMs]"});
        row("by the store alone",
            R"({"type":"marker","timestamp":1}
{"type":"event","timestamp":1,"event":"faction:attitude_changed","payload":{"factionId":"a","cascade":"yes"}})",
            {"warning 2: \"cascade\" must be a boolean, not string; it counts as absent [cascade]"});
        row("again in the next record",
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":"x"}}
{"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":"x"}})",
            {"warning 1: \"newFame\" must be a number, not string; it counts as absent [newFame]",
                "warning 2: \"newFame\" must be a number, not string; it counts as absent [newFame]"});
        row("inside a snapshot",
            R"({"type":"snapshot","timestamp":2,"snapshot":{"factions":{"byId":{"a":{"fame":"x"}}},"tutorial":[]}})",
            {"warning 1: \"factions.byId.a.fame\" must be a number, not string; it counts as absent "
             "[factions.byId.a.fame]",
                "warning 1: \"tutorial\" must be an object, not list; it counts as absent [tutorial]"});
        row("inside a transcript",
            R"({"type":"snapshot","timestamp":2,"snapshot":{},"transcript":[{"event":1},7]})",
            {"warning 1: \"transcript.0.event\" must be a string, not number; it counts as absent "
             "[transcript.0.event]",
                "warning 1: \"transcript.1\" must be an object, not number; it counts as absent "
                "[transcript.1]"});
        row("the number of steps that are done is none",
            R"({"type":"snapshot","timestamp":2,"snapshot":{"tutorial":{"completedSteps":3}}})", {});
        row("of an event that nobody knows",
            R"({"type":"event","timestamp":3,"event":"nobody:knows","payload":{"title":9}})", {});
        row("null is absent, not wrong",
            R"({"type":"event","timestamp":1,"event":"tutorial:step_started","payload":{"title":null}})", {});
    }

    void fieldsOfTheWrongTypeAreToldOnce()
    {
        QFETCH(QByteArray, session);
        QFETCH(QByteArrayList, issues);
        SessionReplay replay;

        const ReadReport report = play(session, replay);

        QCOMPARE(shownIssues(report.issues), issues);
        QCOMPARE(report.warnings, static_cast<std::uint64_t>(issues.size()));
    }

    void countsEventsThatNobodyKnows()
    {
        SessionReplay replay;

        const ReadReport report = play(R"({"type":"event","timestamp":1,"event":"tutorial:started"}
{"type":"event","timestamp":1,"event":"faction:unheard_of"}
{"type":"event","timestamp":1,"event":"x"}
{"type":"marker","timestamp":1})",
            replay);

        QCOMPARE(report.events, std::uint64_t{3});
        QCOMPARE(report.unknownEvents, std::uint64_t{2});
        QVERIFY(replay.wantsEvent("tutorial:started"));
        QVERIFY(!replay.wantsEvent("faction:unheard_of"));
    }

    void listenersHearEveryEvent()
    {
        SessionReplay replay;
        QByteArrayList heard;
        const auto subscription = replay.bus().subscribe("game:*", [&](const Event &event) {
            heard.append(QByteArray::fromStdString(event.name)
                             .append('@')
                             .append(QByteArray::number(event.timestamp))
                             .append(shown(event.payload)));
        });

        const ReadReport report =
            play(R"({"type":"event","timestamp":7,"event":"game:won","payload":{"by":"a"}})", replay);

        QCOMPARE(heard, QByteArrayList{"game:won@7{\"by\":\"a\"}"});
        QCOMPARE(report.unknownEvents, std::uint64_t{0});
    }

    void firstAndLastTime()
    {
        SessionReplay replay;
        QVERIFY(!replay.firstTime());
        QVERIFY(!replay.lastTime());

        play("{\"type\":\"marker\",\"timestamp\":5}\n{\"type\":\"marker\",\"timestamp\":9}\n"
             "{\"type\":\"odd\",\"timestamp\":3}\n",
            replay);

        QCOMPARE(replay.firstTime().value_or(-1), 5.0);
        QCOMPARE(replay.lastTime().value_or(-1), 3.0);
    }

    void aSessionRecordNeedsNoTime_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<double>("first");
        QTest::addRow("alone") << QByteArray(R"({"type":"session"})") << -1.0;
        QTest::addRow("before one that has a time")
            << QByteArray("{\"type\":\"session\"}\n{\"type\":\"marker\",\"timestamp\":7}") << 7.0;
        QTest::addRow("with a time") << QByteArray("{\"type\":\"session\",\"timestamp\":4}\n"
                                                   "{\"type\":\"marker\",\"timestamp\":7}")
                                     << 4.0;
    }

    void aSessionRecordNeedsNoTime()
    {
        QFETCH(QByteArray, session);
        SessionReplay replay;

        play(session, replay);

        QTEST(replay.firstTime().value_or(-1), "first");
    }

    void aSnapshotRecordWithoutASnapshotChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("snapshot");
        QTest::addRow("absent") << QByteArray();
        QTest::addRow("of the wrong type") << QByteArray(R"(,"snapshot":5)");
    }

    void aSnapshotRecordWithoutASnapshotChangesNothing()
    {
        QFETCH(QByteArray, snapshot);
        SessionReplay replay;

        play(QByteArray("{\"type\":\"event\",\"timestamp\":1,\"event\":\"tutorial:started\"}\n"
                        "{\"type\":\"snapshot\",\"timestamp\":2,\"transcript\":[]")
                 .append(snapshot)
                 .append("}"),
            replay);

        QCOMPARE(replay.recorder().entries().size(), std::size_t{1});
    }

    void whatIsNoSliceOfOursComesAsTheLastSnapshotHasIt_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addRow("in another order")
            << QByteArray(R"({"quests":1,"flags":2})") << QByteArray(R"({"flags":2,"quests":1})");
        QTest::addRow("with a null more")
            << QByteArray(R"({"quests":1})") << QByteArray(R"({"quests":1,"flags":null})");
        QTest::addRow("with a null less")
            << QByteArray(R"({"quests":1,"flags":null})") << QByteArray(R"({"quests":1})");
    }

    void whatIsNoSliceOfOursComesAsTheLastSnapshotHasIt()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        SessionReplay replay;
        const auto record = [](const QByteArray &snapshot) {
            return QByteArray(R"({"type":"snapshot","timestamp":1,"snapshot":)")
                .append(snapshot)
                .append("}\n");
        };

        play(record(first) + record(second), replay);

        QCOMPARE(shown(replay.store().state().others()), second);
    }

    void keepsToItsLimits()
    {
        SessionReplay::Options options;
        options.store.promptHistoryLimit = 2;
        options.store.promptSnapshotLimit = 1;
        options.transcriptEntries = 3;
        SessionReplay replay(options);
        QByteArray session;
        for (const char *step : {"a", "b", "c"}) {
            for (const char *event : {"step_started", "step_completed"})
                session.append("{\"type\":\"event\",\"timestamp\":1,\"event\":\"tutorial:")
                    .append(event)
                    .append("\",\"payload\":{\"stepId\":\"")
                    .append(step)
                    .append("\"}}\n");
        }

        play(session, replay);

        const TutorialState &tutorial = replay.store().state().get<TutorialSlice>();
        QCOMPARE(tutorial.promptHistory.size(), std::size_t{2});
        QCOMPARE(tutorial.promptHistorySnapshots.size(), std::size_t{1});
        QCOMPARE(replay.recorder().entries().size(), std::size_t{3});
        QCOMPARE(*replay.recorder().entries()[0]->promptId, std::string("b"));
    }

    void goesOnFromAState()
    {
        const QByteArray first =
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":3}}
{"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"s","title":"S"}}
)";
        const QByteArray second =
            R"({"type":"event","timestamp":3,"event":"tutorial:step_completed","payload":{}}
{"type":"event","timestamp":4,"event":"reputation:changed","payload":{"factionId":"a","newInfamy":2}}
)";
        SessionReplay whole;
        play(QByteArray(first).append(second), whole);
        SessionReplay half;
        play(first, half);
        const ReplayState middle = half.state();
        play(second, half);
        SessionReplay other;
        play(R"({"type":"event","timestamp":9,"event":"tutorial:started","payload":{}})", other);

        other.restore(middle);
        play(second, other);

        QVERIFY(other.state() == whole.state());
        QVERIFY(half.state() == whole.state());
        QVERIFY(!(middle == whole.state())); // it is a value: playing on left it alone
        QCOMPARE(other.store().actionHistory().size(), std::size_t{2});
    }

    void restoringTellsNobody()
    {
        SessionReplay replay;
        play(R"({"type":"event","timestamp":9,"event":"tutorial:started","payload":{}})", replay);
        const EventLog log(replay.bus(), "worldstate:updated");
        int updates = 0;
        const auto handle =
            replay.store().onUpdate([&](const WorldStateStore::Update & /*update*/) { ++updates; });

        replay.restore(ReplayState());
        QVERIFY(replay.state() == ReplayState());
        QCOMPARE(log.names(), QByteArrayList());
        QCOMPARE(updates, 0);

        play(R"({"type":"event","timestamp":9,"event":"tutorial:started","payload":{}})", replay);
        QCOMPARE(log.names(), QByteArrayList{"worldstate:updated"});
        QCOMPARE(updates, 1);
    }

    void tellsWhatChangesState_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("changes");

        QTest::addRow("a faction's event")
            << QByteArray(R"({"type":"event","event":"reputation:changed"})") << true;
        QTest::addRow("a tutorial's event")
            << QByteArray(R"({"type":"event","event":"tutorial:skipped"})") << true;
        QTest::addRow("a snapshot") << QByteArray(R"({"type":"snapshot","snapshot":{}})") << true;
        QTest::addRow("an unknown event") << QByteArray(R"({"type":"event","event":"npc:moved"})") << false;
        QTest::addRow("an event without a name") << QByteArray(R"({"type":"event"})") << false;
        QTest::addRow("a marker named as an event")
            << QByteArray(R"({"type":"marker","event":"reputation:changed"})") << false;
        QTest::addRow("an unknown type") << QByteArray(R"({"type":"reputation:changed"})") << false;
    }

    void tellsWhatChangesState()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, changes);
        const SessionInput input = SessionInput::fromText("x", line.toStdString());
        SessionReader reader(input.device(), {});
        SessionRecord record;

        QVERIFY(reader.next(record).value_or(false));

        QCOMPARE(SessionReplay::changesState(record), changes);
    }
};

QTEST_APPLESS_MAIN(tst_SessionReplay)
#include "tst_SessionReplay.moc"
