// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tutorial/TutorialTranscriptRecorder.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

JsonValue shownEntries(const TutorialTranscriptRecorder &recorder)
{
    JsonArray entries;
    for (const auto &entry : recorder.entries())
        entries.push_back(toJson(*entry));
    return entries;
}

/// Emits events written as a JSON list of `[name, timestamp, payload]`.
void play(EventBus &bus, const QByteArray &script)
{
    const JsonValue events = json(script.toStdString());
    for (const JsonValue &event : *events.asArray()) {
        const JsonArray &parts = *event.asArray();
        bus.emitEvent({*parts.at(0).asString(), *parts.at(1).asNumber(), parts.at(2)});
    }
}

/// Starts step `a` with the title `A`.
const QByteArray stepA = R"(["tutorial:step_started",10,{"stepId":"a","title":"A"}],)";

/// `promptText`s of the entries, in order.
QByteArray texts(const TutorialTranscriptRecorder &recorder)
{
    JsonArray found;
    for (const auto &entry : recorder.entries())
        found.push_back(toJson(entry->promptText));
    return shown(found);
}

JsonValue entryNamed(const std::string &text)
{
    return JsonObject{{"promptText", text}};
}

} // namespace

class tst_TutorialTranscriptRecorder : public QObject
{
    Q_OBJECT

private slots:
    void entries_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("lastEntry");

        QTest::addRow("started") << QByteArray(
                                        R"([["tutorial:started",1000,{"totalSteps":6,"startedAt":900}]])")
                                 << QByteArray(
                                        R"({"event":"tutorial_started","promptId":null,"promptText":null,
                "actionTaken":"started","timestamp":900,"followUpNarrative":null,
                "metadata":{"totalSteps":6,"startedAt":900}})");
        QTest::addRow("started: nothing known")
            << QByteArray(R"([["tutorial:started",1000,{}]])")
            << QByteArray(R"({"event":"tutorial_started","promptId":null,"promptText":null,
                "actionTaken":"started","timestamp":1000,"followUpNarrative":null,
                "metadata":{"totalSteps":null,"startedAt":null}})");
        QTest::addRow("started: names no step, even while one is remembered")
            << "[" + stepA + QByteArray(R"(["tutorial:started",1000,{"stepId":"x","title":"X"}]])")
            << QByteArray(R"({"event":"tutorial_started","promptId":null,"promptText":null,
                "actionTaken":"started","timestamp":1000,"followUpNarrative":null,
                "metadata":{"totalSteps":null,"startedAt":null}})");

        QTest::addRow("step started")
            << QByteArray(R"([["tutorial:step_started",1000,{"followUpNarrative":"and then","stepId":"a",
                "title":"A","startedAt":900,"canSkip":true,"position":{"x":1},"highlight":{"b":1,"a":2},
                "description":"d","totalSteps":6,"stepIndex":0,"more":1}]])")
            << QByteArray(R"({"event":"tutorial_step_started","promptId":"a","promptText":"A",
                "actionTaken":"step_started","timestamp":900,"followUpNarrative":"and then",
                "metadata":{"stepIndex":0,"totalSteps":6,"description":"d","highlight":{"b":1,"a":2},
                "position":{"x":1},"canSkip":true,"startedAt":900}})");
        QTest::addRow("step started: nothing known")
            << QByteArray(R"([["tutorial:step_started",1000,{}]])")
            << QByteArray(R"({"event":"tutorial_step_started","promptId":null,"promptText":null,
                "actionTaken":"step_started","timestamp":1000,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"totalSteps":null,"description":null,"highlight":null,
                "position":null,"canSkip":null,"startedAt":1000}})");
        QTest::addRow("step started: false, zero and empty are values")
            << QByteArray(R"([["tutorial:step_started",1000,{"stepId":"","title":"","description":"",
                "stepIndex":0,"totalSteps":0,"highlight":{},"position":{},"canSkip":false,"startedAt":0,
                "followUpNarrative":""}]])")
            << QByteArray(R"({"event":"tutorial_step_started","promptId":"","promptText":"",
                "actionTaken":"step_started","timestamp":0,"followUpNarrative":"",
                "metadata":{"stepIndex":0,"totalSteps":0,"description":"","highlight":{},"position":{},
                "canSkip":false,"startedAt":0}})");

        QTest::addRow("step completed")
            << "[" + stepA +
                   QByteArray(R"(["tutorial:step_completed",1000,{"stepId":"b","title":"B","stepIndex":1,
                "totalSteps":6,"completedAt":950,"durationMs":40}]])")
            << QByteArray(R"({"event":"tutorial_step_completed","promptId":"b","promptText":"B",
                "actionTaken":"step_completed","timestamp":950,"followUpNarrative":null,
                "metadata":{"stepIndex":1,"totalSteps":6,"completedAt":950,"durationMs":40}})");
        QTest::addRow("step completed: the step last started fills in")
            << "[" + stepA + QByteArray(R"(["tutorial:step_completed",1000,{}]])")
            << QByteArray(R"({"event":"tutorial_step_completed","promptId":"a","promptText":"A",
                "actionTaken":"step_completed","timestamp":1000,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"totalSteps":null,"completedAt":1000,"durationMs":null}})");
        QTest::addRow("step completed: its title is used for another step, too")
            << "[" + stepA + QByteArray(R"(["tutorial:step_completed",1000,{"stepId":"b"}]])")
            << QByteArray(R"({"event":"tutorial_step_completed","promptId":"b","promptText":"A",
                "actionTaken":"step_completed","timestamp":1000,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"totalSteps":null,"completedAt":1000,"durationMs":null}})");
        QTest::addRow("step completed: empty texts are values")
            << "[" + stepA + QByteArray(R"(["tutorial:step_completed",1000,{"stepId":"","title":""}]])")
            << QByteArray(R"({"event":"tutorial_step_completed","promptId":"","promptText":"",
                "actionTaken":"step_completed","timestamp":1000,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"totalSteps":null,"completedAt":1000,"durationMs":null}})");
        QTest::addRow("step completed: the entry's time stands in for its own")
            << QByteArray(R"([["tutorial:step_completed",1000,{"occurredAt":77}]])")
            << QByteArray(R"({"event":"tutorial_step_completed","promptId":null,"promptText":null,
                "actionTaken":"step_completed","timestamp":77,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"totalSteps":null,"completedAt":77,"durationMs":null}})");

        QTest::addRow("skipped")
            << "[" + stepA +
                   QByteArray(R"(["tutorial:skipped",1000,{"stepId":"b","stepIndex":3,"skippedAt":960}]])")
            << QByteArray(R"({"event":"tutorial_skipped","promptId":"b","promptText":"A",
                "actionTaken":"skipped","timestamp":960,"followUpNarrative":null,
                "metadata":{"stepIndex":3,"skippedAt":960}})");
        QTest::addRow("skipped: its own title is not looked at")
            << "[" + stepA + QByteArray(R"(["tutorial:skipped",1000,{"title":"X"}]])")
            << QByteArray(R"({"event":"tutorial_skipped","promptId":"a","promptText":"A",
                "actionTaken":"skipped","timestamp":1000,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"skippedAt":null}})");
        QTest::addRow("skipped before any step")
            << QByteArray(R"([["tutorial:skipped",1000,{}]])")
            << QByteArray(R"({"event":"tutorial_skipped","promptId":null,"promptText":null,
                "actionTaken":"skipped","timestamp":1000,"followUpNarrative":null,
                "metadata":{"stepIndex":null,"skippedAt":null}})");

        QTest::addRow("completed: a list of steps")
            << "[" + stepA +
                   QByteArray(R"(["tutorial:completed",1000,{"totalSteps":2,"completedSteps":["a",1,null],
                "completedAt":970}]])")
            << QByteArray(R"({"event":"tutorial_completed","promptId":null,"promptText":null,
                "actionTaken":"completed","timestamp":970,"followUpNarrative":null,
                "metadata":{"totalSteps":2,"completedSteps":["a",1,null],"completedAt":970}})");
        QTest::addRow("completed: a number of steps")
            << QByteArray(R"([["tutorial:completed",1000,{"completedSteps":4}]])")
            << QByteArray(R"({"event":"tutorial_completed","promptId":null,"promptText":null,
                "actionTaken":"completed","timestamp":1000,"followUpNarrative":null,
                "metadata":{"totalSteps":null,"completedSteps":4,"completedAt":null}})");
    }

    void entries()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, lastEntry);
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);

        play(bus, script);

        QCOMPARE(shown(toJson(*recorder.entries().back())), shown(json(lastEntry.toStdString())));
    }

    void timeOfAnEntry_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<double>("timestamp");

        QTest::addRow("none") << QByteArray("{}") << 1000.0;
        QTest::addRow("timestamp first")
            << QByteArray(R"({"occurredAt":5,"skippedAt":4,"completedAt":3,"startedAt":2,"timestamp":1})")
            << 1.0;
        QTest::addRow("then startedAt")
            << QByteArray(R"({"occurredAt":5,"skippedAt":4,"completedAt":3,"startedAt":2})") << 2.0;
        QTest::addRow("then completedAt")
            << QByteArray(R"({"occurredAt":5,"skippedAt":4,"completedAt":3})") << 3.0;
        QTest::addRow("then skippedAt") << QByteArray(R"({"occurredAt":5,"skippedAt":4})") << 4.0;
        QTest::addRow("then occurredAt") << QByteArray(R"({"occurredAt":5})") << 5.0;
        QTest::addRow("zero is a number") << QByteArray(R"({"timestamp":0,"startedAt":2})") << 0.0;
        QTest::addRow("null is none") << QByteArray(R"({"timestamp":null,"startedAt":2})") << 2.0;
        QTest::addRow("text is none") << QByteArray(R"({"timestamp":"1","startedAt":2})") << 2.0;
        QTest::addRow("another time is not looked at") << QByteArray(R"({"updatedAt":7})") << 1000.0;
    }

    void timeOfAnEntry()
    {
        QFETCH(QByteArray, payload);
        QFETCH(double, timestamp);

        for (const char *event : {"tutorial:started", "tutorial:step_started", "tutorial:step_completed",
                 "tutorial:skipped", "tutorial:completed"}) {
            EventBus bus;
            TutorialTranscriptRecorder recorder(bus);
            bus.emitEvent({event, 1000, json(payload.toStdString())});
            QCOMPARE(recorder.entries().size(), std::size_t{1});
            QCOMPARE(recorder.entries()[0]->timestamp.value_or(-1), timestamp);
        }
    }

    void rememberedStep_data()
    {
        QTest::addColumn<QByteArray>("between");
        QTest::addColumn<QByteArray>("promptText");

        QTest::addRow("straight after") << QByteArray() << QByteArray(R"("A")");
        QTest::addRow("its end does not reset it")
            << QByteArray(R"(["tutorial:step_completed",20,{"stepId":"a"}],)") << QByteArray(R"("A")");
        QTest::addRow("nor does the end of the tutorial")
            << QByteArray(R"(["tutorial:completed",20,{}],["tutorial:skipped",21,{}],)")
            << QByteArray(R"("A")");
        QTest::addRow("nor another start")
            << QByteArray(R"(["tutorial:started",20,{}],)") << QByteArray(R"("A")");
        QTest::addRow("the next step replaces it")
            << QByteArray(R"(["tutorial:step_started",20,{"stepId":"b","title":"B"}],)")
            << QByteArray(R"("B")");
        QTest::addRow("also by what it does not tell")
            << QByteArray(R"(["tutorial:step_started",20,{"stepId":"b"}],)") << QByteArray("null");
    }

    void rememberedStep()
    {
        QFETCH(QByteArray, between);
        QFETCH(QByteArray, promptText);
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);

        play(bus, "[" + stepA + between + QByteArray(R"(["tutorial:step_completed",30,{}]])"));

        QCOMPARE(shown(toJson(recorder.entries().back()->promptText)), promptText);
    }

    void otherEventsAreNotWrittenDown()
    {
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);

        play(bus, R"([["tutorial:control_hint_updated",1,{"stepId":"a","controlHint":{}}],
            ["faction:reputation_reset",2,{}],["tutorial",3,{}],["tutorial:started:again",4,{}]])");

        QVERIFY(recorder.entries().empty());
    }

    void theNewestEntriesAreKept_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("kept"); // of at most three

        QTest::addRow("none") << 0 << QByteArray("[]");
        QTest::addRow("as many as fit") << 3 << QByteArray(R"(["0","1","2"])");
        QTest::addRow("one more") << 4 << QByteArray(R"(["1","2","3"])");
        QTest::addRow("many more") << 100 << QByteArray(R"(["97","98","99"])");
    }

    void theNewestEntriesAreKept()
    {
        QFETCH(int, count);
        QFETCH(QByteArray, kept);
        EventBus bus;
        TutorialTranscriptRecorder emitted(bus, 3);
        TutorialTranscriptRecorder replaced(bus, 3);
        JsonArray entries;

        for (int i = 0; i < count; ++i) {
            const std::string text = std::to_string(i);
            bus.emitEvent({"tutorial:step_started", 1, JsonObject{{"title", text}}});
            entries.push_back(entryNamed(text));
        }
        replaced.replaceEntries(entries);

        QCOMPARE(texts(emitted), kept);
        QCOMPARE(texts(replaced), kept);
    }

    void fiftyAreKeptByDefault()
    {
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);
        for (int i = 0; i < 51; ++i)
            bus.emitEvent({"tutorial:step_started", 1, JsonObject{{"title", std::to_string(i)}}});

        QCOMPARE(recorder.entries().size(), std::size_t{50});
        QCOMPARE(recorder.entries()[0]->promptText.value_or("?"), std::string("1"));
    }

    void replacement_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArrayList>("issues");
        const QByteArray unknown = R"("event":null,"promptId":null,"promptText":null,"actionTaken":null,)";

        QTest::addRow("nothing") << QByteArray("[]") << QByteArray("[]") << QByteArrayList();
        QTest::addRow("missing fields are null")
            << QByteArray("[{}]")
            << "[{" + unknown + QByteArray(R"("timestamp":null,"followUpNarrative":null,"metadata":null}])")
            << QByteArrayList();
        QTest::addRow("as they came; unknown keys only inside the metadata")
            << QByteArray(R"([{"metadata":{"z":1,"a":[null]},"timestamp":5,"event":"e","promptId":"p",
                "promptText":"t","actionTaken":"x","followUpNarrative":"f","more":1}])")
            << QByteArray(R"([{"event":"e","promptId":"p","promptText":"t","actionTaken":"x",
                "timestamp":5,"followUpNarrative":"f","metadata":{"z":1,"a":[null]}}])")
            << QByteArrayList();
        QTest::addRow("wrong types count as absent")
            << QByteArray(R"([{"timestamp":"5","metadata":[],"followUpNarrative":1}])")
            << "[{" + unknown + QByteArray(R"("timestamp":null,"followUpNarrative":null,"metadata":null}])")
            << QByteArrayList{"transcript transcript.0.timestamp: string instead of a number",
                   "transcript transcript.0.followUpNarrative: number instead of a string",
                   "transcript transcript.0.metadata: list instead of an object"};
    }

    void replacement()
    {
        QFETCH(QByteArray, entries);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArrayList, issues);
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);
        QByteArrayList told;
        recorder.setIssueListener([&](std::string_view event, const FieldIssue &issue) {
            told.append(QByteArray::fromStdString(std::string(event) + " " + issue.field + ": " +
                                                  issue.found + " instead of " + issue.expected));
        });
        play(bus, "[" + stepA.chopped(1) + "]");

        const JsonValue list = json(entries.toStdString());
        recorder.replaceEntries(*list.asArray());

        QCOMPARE(shown(shownEntries(recorder)), shown(json(expected.toStdString())));
        QCOMPARE(told, issues);
    }

    void aReplacementLeavesTheRememberedStep()
    {
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);
        play(bus, "[" + stepA.chopped(1) + "]");
        recorder.replaceEntries({entryNamed("from the snapshot")});
        play(bus, R"([["tutorial:step_completed",30,{}]])");

        QCOMPARE(texts(recorder), QByteArray(R"(["from the snapshot","A"])"));
        QCOMPARE(recorder.entries().back()->promptId.value_or("?"), std::string("a"));
    }

    void goesOnFromAState()
    {
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus, 2);
        play(bus, "[" + stepA.chopped(1) + "]");
        const TranscriptState afterA = recorder.state();
        play(bus, R"([["tutorial:step_started",20,{"title":"B"}],["tutorial:started",21,{}]])");

        recorder.restore(afterA);
        QCOMPARE(texts(recorder), QByteArray(R"(["A"])"));

        play(bus, R"([["tutorial:step_completed",30,{}],["tutorial:step_completed",31,{}]])");
        QCOMPARE(texts(recorder), QByteArray(R"(["A","A"])"));
        QCOMPARE(recorder.entries()[0]->event.value_or("?"), std::string("tutorial_step_completed"));
        QCOMPARE(afterA.entries.size(), std::size_t{1});
    }

    void issuesOfEvents()
    {
        EventBus bus;
        TutorialTranscriptRecorder recorder(bus);
        const QByteArray script(R"([["tutorial:step_started",1,{"stepId":7,"canSkip":"yes"}]])");
        play(bus, script); // nobody listens yet: these are not kept for later
        QByteArrayList told;
        recorder.setIssueListener([&](std::string_view event, const FieldIssue &issue) {
            told.append(QByteArray::fromStdString(std::string(event) + " " + issue.field));
        });

        play(bus, script);

        QCOMPARE(told, (QByteArrayList{"tutorial:step_started stepId", "tutorial:step_started canSkip"}));
        QVERIFY(!recorder.entries().back()->promptId);
    }
};

QTEST_APPLESS_MAIN(tst_TutorialTranscriptRecorder)
#include "tst_TutorialTranscriptRecorder.moc"
