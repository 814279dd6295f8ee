// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr std::string_view newSlice =
    R"({"enabled":false,"totalSteps":0,"currentStep":null,"currentStepIndex":-1,"completedSteps":[],
        "completedTimeline":{},"stepDurations":{},"skipped":false,"completed":false,"lastActionAt":null,
        "startedAt":null,"stepStartedAt":null,"currentPrompt":null,"promptHistory":[],
        "promptHistoryLimit":5,"promptHistorySnapshots":[],"promptHistorySnapshotLimit":10})";
constexpr std::string_view newPrompt =
    R"({"title":null,"description":null,"stepId":null,"stepIndex":null,"totalSteps":null,
        "highlight":null,"position":null,"canSkip":false,"startedAt":null,"controlHint":null})";
constexpr std::string_view newSnapshot =
    R"({"event":null,"timestamp":null,"stepId":null,"stepIndex":null,"totalSteps":null,
        "completedSteps":[],"currentPrompt":null,"promptHistory":[],
        "analytics":{"completedTimeline":{},"stepDurations":{}},"metadata":{}})";

JsonValue wholePrompt(const JsonValue &told)
{
    return told.isNull() ? told : merged(json(newPrompt), told);
}

/// The slice as a table tells it: what differs from a new slice, and in each prompt from an empty prompt.
JsonValue wholeSlice(const QByteArray &told)
{
    const JsonValue slice = merged(json(newSlice), json(told.toStdString()));
    JsonArray history;
    for (const JsonValue &prompt : *(*slice.asObject())["promptHistory"].asArray())
        history.push_back(wholePrompt(prompt));
    return merged(slice, JsonObject{{"currentPrompt", wholePrompt((*slice.asObject())["currentPrompt"])},
                             {"promptHistory", std::move(history)}});
}

/// What a snapshot taken of `slice` must hold besides `told`.
JsonValue snapshotOf(const JsonValue &slice, const QByteArray &told)
{
    const JsonObject &s = *slice.asObject();
    return merged(merged(json(newSnapshot),
                      JsonObject{{"stepId", s["currentStep"]}, {"stepIndex", s["currentStepIndex"]},
                          {"totalSteps", s["totalSteps"]}, {"completedSteps", s["completedSteps"]},
                          {"currentPrompt", s["currentPrompt"]}, {"promptHistory", s["promptHistory"]},
                          {"analytics", JsonObject{{"completedTimeline", s["completedTimeline"]},
                                            {"stepDurations", s["stepDurations"]}}}}),
        json(told.toStdString()));
}

JsonValue sliceJson(const WorldState &state)
{
    return toJson(state.get<TutorialSlice>());
}

} // namespace

class tst_TutorialSlice : public QObject
{
    Q_OBJECT

private slots:
    void eventsWithoutSnapshot_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("nothing happened") << QByteArray("[]") << QByteArray("{}");
        QTest::addRow("started") << QByteArray(R"([["tutorial:started",1000,{"totalSteps":6}]])")
                                 << QByteArray(R"({"enabled":true,"totalSteps":6,"lastActionAt":1000,
                                        "startedAt":1000})");
        QTest::addRow("started in the midst of a step")
            << QByteArray(R"([["tutorial:step_started",1000,{"stepId":"move","stepIndex":2,"totalSteps":4}],
                ["tutorial:started",2000,{}]])")
            << QByteArray(R"({"enabled":true,"totalSteps":4,"currentStep":"move","currentStepIndex":2,
                "lastActionAt":2000,"startedAt":2000})");
        QTest::addRow("started again after the end keeps the completed steps")
            << QByteArray(R"([["tutorial:step_started",1000,{"stepId":"move"}],
                ["tutorial:step_completed",1500,{"stepId":"move"}],["tutorial:skipped",1600,{}],
                ["tutorial:completed",1700,{}],["tutorial:started",2000,{"totalSteps":null}]])")
            << QByteArray(R"({"enabled":true,"completedSteps":["move"],"completedTimeline":{"move":1500},
                "stepDurations":{"move":500},"lastActionAt":2000,"startedAt":2000})");

        QTest::addRow("step started: every field")
            << QByteArray(R"([["tutorial:step_started",1000,{"stepId":"move","stepIndex":0,"totalSteps":3,
                "title":"Move","description":"Use the keys","highlight":{"b":1,"a":[2]},
                "position":{"x":1.5},"canSkip":true,
                "controlHint":{"label":"Keys","keys":["W","A"],"note":"n","more":1},"startedAt":5}]])")
            << QByteArray(R"({"enabled":true,"totalSteps":3,"currentStep":"move","currentStepIndex":0,
                "lastActionAt":1000,"stepStartedAt":1000,
                "currentPrompt":{"title":"Move","description":"Use the keys","stepId":"move","stepIndex":0,
                "totalSteps":3,"highlight":{"b":1,"a":[2]},"position":{"x":1.5},"canSkip":true,
                "startedAt":1000,"controlHint":{"label":"Keys","keys":["W","A"],"note":"n"}},
                "promptHistory":[{"title":"Move","description":"Use the keys","stepId":"move","stepIndex":0,
                "totalSteps":3,"highlight":{"b":1,"a":[2]},"position":{"x":1.5},"canSkip":true,
                "startedAt":1000,"controlHint":{"label":"Keys","keys":["W","A"],"note":"n"}}]})");
        QTest::addRow("step started: nothing known")
            << QByteArray(R"([["tutorial:step_started",1000,{}]])")
            << QByteArray(R"({"enabled":true,"lastActionAt":1000,"stepStartedAt":1000,
                "currentPrompt":{"totalSteps":0,"startedAt":1000},
                "promptHistory":[{"totalSteps":0,"startedAt":1000}]})");
        QTest::addRow("step started: index and total are kept, but the prompt's index is not")
            << QByteArray(R"([["tutorial:started",500,{"totalSteps":9}],
                ["tutorial:step_started",1000,{"stepId":"a","stepIndex":4}],
                ["tutorial:step_started",2000,{"stepId":null,"stepIndex":null,"totalSteps":null}]])")
            << QByteArray(R"({"enabled":true,"totalSteps":9,"currentStepIndex":4,"lastActionAt":2000,
                "startedAt":500,"stepStartedAt":2000,
                "currentPrompt":{"totalSteps":9,"startedAt":2000},
                "promptHistory":[{"stepId":"a","stepIndex":4,"totalSteps":9,"startedAt":1000},
                {"totalSteps":9,"startedAt":2000}]})");
        QTest::addRow("step started: empty texts are values")
            << QByteArray(R"([["tutorial:step_started",1000,{"stepId":"","title":"","description":"",
                "controlHint":{"label":"","keys":[""],"note":""}}]])")
            << QByteArray(R"({"enabled":true,"currentStep":"","lastActionAt":1000,"stepStartedAt":1000,
                "currentPrompt":{"title":"","description":"","stepId":"","totalSteps":0,"startedAt":1000,
                "controlHint":{"label":"","keys":[""],"note":""}},
                "promptHistory":[{"title":"","description":"","stepId":"","totalSteps":0,"startedAt":1000,
                "controlHint":{"label":"","keys":[""],"note":""}}]})");

        QTest::addRow("completing no step")
            << QByteArray(R"([["tutorial:step_completed",1000,{}]])") << QByteArray("{}");
        QTest::addRow("completing the empty step")
            << QByteArray(R"([["tutorial:step_completed",1000,{"stepId":""}]])") << QByteArray("{}");
        QTest::addRow("hint without step")
            << QByteArray(R"([["tutorial:control_hint_updated",1000,{"controlHint":{}}]])")
            << QByteArray("{}");
        QTest::addRow("hint for a step that was never started")
            << QByteArray(R"([["tutorial:control_hint_updated",1000,{"stepId":"x","controlHint":{}}]])")
            << QByteArray("{}");
    }

    void eventsWithoutSnapshot()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);

        QCOMPARE(shown(sliceJson(played(script.toStdString()))), shown(wholeSlice(expected)));
    }

    /// `expected` is the slice after the script, whose last event is the only one that appends a snapshot.
    void eventsWithSnapshot_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("snapshot");

        QTest::addRow("step completed")
            << QByteArray(R"([["tutorial:step_started",1000,{"stepId":"a","stepIndex":0,"totalSteps":2}],
                ["tutorial:step_completed",1750,{"stepId":"a","stepIndex":7}]])")
            << QByteArray(R"({"enabled":true,"totalSteps":2,"currentStep":"a","currentStepIndex":0,
                "completedSteps":["a"],"completedTimeline":{"a":1750},"stepDurations":{"a":750},
                "lastActionAt":1750,"stepStartedAt":1000,
                "currentPrompt":{"stepId":"a","stepIndex":0,"totalSteps":2,"startedAt":1000},
                "promptHistory":[{"stepId":"a","stepIndex":0,"totalSteps":2,"startedAt":1000}]})")
            << QByteArray(R"({"event":"step_completed","timestamp":1750,
                "metadata":{"stepId":"a","completedAt":1750}})");
        QTest::addRow("step completed before any started")
            << QByteArray(R"([["tutorial:step_completed",1000,{"stepId":"a"}]])")
            << QByteArray(R"({"completedSteps":["a"],"completedTimeline":{"a":1000},"lastActionAt":1000})")
            << QByteArray(R"({"event":"step_completed","timestamp":1000,
                "metadata":{"stepId":"a","completedAt":1000}})");
        QTest::addRow("another step than the one last started")
            << QByteArray(R"([["tutorial:step_started",1000,{}],
                ["tutorial:step_completed",1200,{"stepId":"b"}]])")
            << QByteArray(R"({"enabled":true,"completedSteps":["b"],"completedTimeline":{"b":1200},
                "stepDurations":{"b":200},"lastActionAt":1200,"stepStartedAt":1000,
                "currentPrompt":{"totalSteps":0,"startedAt":1000},
                "promptHistory":[{"totalSteps":0,"startedAt":1000}]})")
            << QByteArray(R"({"event":"step_completed","timestamp":1200,
                "metadata":{"stepId":"b","completedAt":1200}})");
        QTest::addRow("a step started at 0 has no duration")
            << QByteArray(R"([["tutorial:step_started",0,{}],["tutorial:step_completed",9,{"stepId":"a"}]])")
            << QByteArray(R"({"enabled":true,"completedSteps":["a"],"completedTimeline":{"a":9},
                "lastActionAt":9,"stepStartedAt":0,"currentPrompt":{"totalSteps":0,"startedAt":0},
                "promptHistory":[{"totalSteps":0,"startedAt":0}]})")
            << QByteArray(
                   R"({"event":"step_completed","timestamp":9,"metadata":{"stepId":"a","completedAt":9}})");
        QTest::addRow("a clock that went back gives a negative duration")
            << QByteArray(R"([["tutorial:step_started",9,{}],["tutorial:step_completed",4,{"stepId":"a"}]])")
            << QByteArray(R"({"enabled":true,"completedSteps":["a"],"completedTimeline":{"a":4},
                "stepDurations":{"a":-5},"lastActionAt":4,"stepStartedAt":9,
                "currentPrompt":{"totalSteps":0,"startedAt":9},
                "promptHistory":[{"totalSteps":0,"startedAt":9}]})")
            << QByteArray(
                   R"({"event":"step_completed","timestamp":4,"metadata":{"stepId":"a","completedAt":4}})");

        const QByteArray left(R"({"totalSteps":2,"lastActionAt":2000,
            "promptHistory":[{"stepId":"a","stepIndex":0,"totalSteps":2,"startedAt":1000}],)");
        const QByteArray start(
            R"([["tutorial:step_started",1000,{"stepId":"a","stepIndex":0,"totalSteps":2}],)");
        QTest::addRow("completed: the payload's list")
            << start + QByteArray(R"(["tutorial:completed",2000,{"totalSteps":8,"completedSteps":["x",3]}]])")
            << left + QByteArray(R"("completed":true})")
            << QByteArray(R"({"event":"tutorial_completed","timestamp":2000,
                "metadata":{"completedSteps":["x",3]}})");
        QTest::addRow("completed: a number is no list")
            << start + QByteArray(R"(["tutorial:completed",2000,{"completedSteps":4}]])")
            << left + QByteArray(R"("completed":true})")
            << QByteArray(
                   R"({"event":"tutorial_completed","timestamp":2000,"metadata":{"completedSteps":[]}})");
        QTest::addRow("skipped") << start + QByteArray(R"(["tutorial:skipped",2000,{"stepId":"z"}]])")
                                 << left + QByteArray(R"("skipped":true})")
                                 << QByteArray(R"({"event":"tutorial_skipped","timestamp":2000,
                                        "metadata":{"reason":"skipped"}})");
    }

    void eventsWithSnapshot()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, snapshot);

        const JsonValue told = wholeSlice(expected);
        const JsonValue whole =
            merged(told, JsonObject{{"promptHistorySnapshots", JsonArray{snapshotOf(told, snapshot)}}});
        QCOMPARE(shown(sliceJson(played(script.toStdString()))), shown(whole));
    }

    void aStepCompletedTwiceChangesNothing()
    {
        const WorldState once = played(R"([["tutorial:step_started",1,{"stepId":"a"}],
            ["tutorial:step_completed",2,{"stepId":"a"}]])");
        QCOMPARE(shown(sliceJson(played(R"([["tutorial:step_completed",3,{"stepId":"a"}]])", once))),
            shown(sliceJson(once)));
    }

    void completedWithoutAListTellsTheStates()
    {
        const WorldState state = played(R"([["tutorial:step_completed",1,{"stepId":"b"}],
            ["tutorial:step_completed",2,{"stepId":"a"}],["tutorial:completed",3,{}]])");
        const auto latest = selectLatestPromptSnapshot(state.get<TutorialSlice>());
        QCOMPARE(shown(toJson((*latest)->metadata)), QByteArray(R"({"completedSteps":["b","a"]})"));
    }

    void completedAndSkippedKeepEachOthersFlag()
    {
        for (const std::string_view script : {R"([["tutorial:completed",1,{}],["tutorial:skipped",2,{}]])",
                 R"([["tutorial:skipped",1,{}],["tutorial:completed",2,{}]])"}) {
            const TutorialState slice = played(script).get<TutorialSlice>();
            QVERIFY(slice.completed && slice.skipped && !slice.enabled);
        }
        QVERIFY(played(R"([["tutorial:completed",1,{}],["tutorial:step_started",2,{}]])")
                    .get<TutorialSlice>()
                    .completed);
    }

    /// After steps a (twice), b and c: which prompts have the hint's label.
    void hints_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("history"); // labels of a, a, b, c
        QTest::addColumn<QByteArray>("current");
        QTest::addColumn<QByteArray>("snapshot"); // [event, timestamp, metadata], or null
        const QByteArray untouched(R"(["0","1","2","3"])");

        QTest::addRow("the current step by default")
            << QByteArray(R"({"controlHint":{"label":"new"}})") << QByteArray(R"(["0","1","2","new"])")
            << QByteArray(R"("new")") << QByteArray(R"(["control_hint_updated",90,{"stepId":"c"}])");
        QTest::addRow("the current step by name")
            << QByteArray(R"({"stepId":"c","controlHint":{"label":"new"}})")
            << QByteArray(R"(["0","1","2","new"])") << QByteArray(R"("new")")
            << QByteArray(R"(["control_hint_updated",90,{"stepId":"c"}])");
        QTest::addRow("an earlier step: only its newest prompt")
            << QByteArray(R"({"stepId":"a","controlHint":{"label":"new"}})")
            << QByteArray(R"(["0","new","2","3"])") << QByteArray(R"("3")")
            << QByteArray(R"(["control_hint_updated",90,{"stepId":"a"}])");
        QTest::addRow("with a time of its own")
            << QByteArray(R"({"controlHint":{"label":"new"},"updatedAt":77})")
            << QByteArray(R"(["0","1","2","new"])") << QByteArray(R"("new")")
            << QByteArray(R"(["control_hint_updated",77,{"stepId":"c"}])");
        QTest::addRow("an empty hint is one")
            << QByteArray(R"({"controlHint":{}})") << QByteArray(R"(["0","1","2",null])")
            << QByteArray("null") << QByteArray(R"(["control_hint_updated",90,{"stepId":"c"}])");
        QTest::addRow("an unknown step") << QByteArray(R"({"stepId":"x","controlHint":{"label":"new"}})")
                                         << untouched << QByteArray(R"("3")") << QByteArray("null");
        QTest::addRow("the empty step") << QByteArray(R"({"stepId":"","controlHint":{"label":"new"}})")
                                        << untouched << QByteArray(R"("3")") << QByteArray("null");
        QTest::addRow("no hint") << QByteArray(R"({"stepId":"c","updatedAt":77})") << untouched
                                 << QByteArray(R"("3")") << QByteArray("null");
        QTest::addRow("a null hint") << QByteArray(R"({"controlHint":null})") << untouched
                                     << QByteArray(R"("3")") << QByteArray("null");
        QTest::addRow("a hint that is text") << QByteArray(R"({"controlHint":"new"})") << untouched
                                             << QByteArray(R"("3")") << QByteArray("null");
    }

    void hints()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, history);
        QFETCH(QByteArray, current);
        QFETCH(QByteArray, snapshot);
        const WorldState before =
            played(R"([["tutorial:step_started",1,{"stepId":"a","controlHint":{"label":"0"}}],
            ["tutorial:step_started",2,{"stepId":"a","controlHint":{"label":"1"}}],
            ["tutorial:step_started",3,{"stepId":"b","controlHint":{"label":"2"}}],
            ["tutorial:step_started",4,{"stepId":"c","controlHint":{"label":"3"}}]])");
        const QByteArray beforeJson = shown(sliceJson(before));

        const WorldState after =
            played(R"([["tutorial:control_hint_updated",90,)" + payload.toStdString() + "]]", before);

        const TutorialState &slice = after.get<TutorialSlice>();
        JsonArray labels;
        for (const auto &prompt : selectPromptHistory(slice))
            labels.push_back(toJson(prompt->controlHint->label));
        QCOMPARE(shown(labels), history);
        QCOMPARE(shown(toJson((*selectCurrentPrompt(slice))->controlHint->label)), current);
        const auto latest = selectLatestPromptSnapshot(slice);
        QCOMPARE(shown(latest ? JsonValue(JsonArray{toJson((*latest)->event), toJson((*latest)->timestamp),
                                    toJson((*latest)->metadata)})
                              : JsonValue()),
            snapshot);
        if (latest) {
            QCOMPARE(slice.lastActionAt, (*latest)->timestamp);
            QCOMPARE(shown(toJson((*latest)->promptHistory)), shown(toJson(slice.promptHistory)));
        } else {
            QCOMPARE(shown(sliceJson(after)), beforeJson);
        }
        QCOMPARE(shown(sliceJson(before)), beforeJson);
    }
};

QTEST_APPLESS_MAIN(tst_TutorialSlice)
#include "tst_TutorialSlice.moc"
