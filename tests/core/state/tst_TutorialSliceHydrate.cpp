// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr std::string_view newSlice =
    R"({"enabled":false,"totalSteps":0,"currentStep":null,"currentStepIndex":-1,"completedSteps":[],
        "completedTimeline":{},"stepDurations":{},"skipped":false,"completed":false,"lastActionAt":null,
        "startedAt":null,"stepStartedAt":null,"currentPrompt":null,"promptHistory":[],
        "promptHistoryLimit":5,"promptHistorySnapshots":[],"promptHistorySnapshotLimit":10})";

/// What is left of the steps s1, s2, … `count` in the prompt history, or in the snapshots.
struct Kept
{
    QByteArrayList prompts, snapshots;
};

Kept keptAfter(int from, int count, WorldState state)
{
    for (int i = from; i < from + count; ++i) {
        const std::string at = std::to_string(i);
        std::string script = R"([["tutorial:step_started",)";
        script.append(at).append(R"(,{"stepId":")").append(at).append(R"("}],["tutorial:step_completed",)");
        script.append(at).append(R"(,{"stepId":")").append(at).append(R"("}]])");
        state = played(script, std::move(state));
    }
    Kept kept;
    const TutorialState &slice = state.get<TutorialSlice>();
    for (const auto &prompt : selectPromptHistory(slice))
        kept.prompts.append(QByteArray::fromStdString(prompt->stepId.value_or("?")));
    for (const auto &snapshot : selectPromptSnapshots(slice))
        kept.snapshots.append(QByteArray::fromStdString(snapshot->stepId.value_or("?")));
    return kept;
}

} // namespace

class tst_TutorialSliceHydrate : public QObject
{
    Q_OBJECT

private slots:
    void hydrate_data()
    {
        QTest::addColumn<QByteArray>("tutorial");
        QTest::addColumn<QByteArray>("expected"); // what differs from a new slice
        QTest::addColumn<QByteArrayList>("issues");
        const QByteArrayList none;

        QTest::addRow("empty") << QByteArray("{}") << QByteArray("{}") << none;
        QTest::addRow("null") << QByteArray("null") << QByteArray("{}") << none;
        QTest::addRow("another type")
            << QByteArray("3") << QByteArray("{}") << QByteArrayList{"tutorial: number instead of an object"};
        QTest::addRow("unknown keys are dropped")
            << QByteArray(R"({"more":1,"enabled":true})") << QByteArray(R"({"enabled":true})") << none;
        QTest::addRow("a prompt's missing fields are null, its unknown ones dropped")
            << QByteArray(R"({"currentPrompt":{"title":"T","more":1,"highlight":{"any":{"thing":[1]}}},
                "promptHistory":[{},null]})")
            << QByteArray(R"({"currentPrompt":{"title":"T","description":null,"stepId":null,
                "stepIndex":null,"totalSteps":null,"highlight":{"any":{"thing":[1]}},"position":null,
                "canSkip":false,"startedAt":null,"controlHint":null},
                "promptHistory":[{"title":null,"description":null,"stepId":null,"stepIndex":null,
                "totalSteps":null,"highlight":null,"position":null,"canSkip":false,"startedAt":null,
                "controlHint":null}]})")
            << none;
        QTest::addRow("a snapshot's missing fields")
            << QByteArray(R"({"promptHistorySnapshots":[{"metadata":{"kept":true}},{}]})")
            << QByteArray(R"({"promptHistorySnapshots":[{"event":null,"timestamp":null,"stepId":null,
                "stepIndex":null,"totalSteps":null,"completedSteps":[],"currentPrompt":null,
                "promptHistory":[],"analytics":{"completedTimeline":{},"stepDurations":{}},
                "metadata":{"kept":true}},{"event":null,"timestamp":null,"stepId":null,"stepIndex":null,
                "totalSteps":null,"completedSteps":[],"currentPrompt":null,"promptHistory":[],
                "analytics":{"completedTimeline":{},"stepDurations":{}},"metadata":{}}]})")
            << none;
        QTest::addRow("wrong types")
            << QByteArray(R"({"enabled":1,"totalSteps":"6","currentStep":2,"completedSteps":["a",7,"b"],
                "completedTimeline":{"a":"x","b":2},"stepDurations":[],"currentPrompt":"p",
                "promptHistorySnapshots":[{"analytics":{"completedTimeline":{"a":true}}}]})")
            << QByteArray(R"({"completedSteps":["a","b"],"completedTimeline":{"b":2},
                "promptHistorySnapshots":[{"event":null,"timestamp":null,"stepId":null,"stepIndex":null,
                "totalSteps":null,"completedSteps":[],"currentPrompt":null,"promptHistory":[],
                "analytics":{"completedTimeline":{},"stepDurations":{}},"metadata":{}}]})")
            << QByteArrayList{"tutorial.enabled: number instead of a boolean",
                   "tutorial.totalSteps: string instead of a number",
                   "tutorial.currentStep: number instead of a string",
                   "tutorial.completedSteps.1: number instead of a string",
                   "tutorial.completedTimeline.a: string instead of a number",
                   "tutorial.stepDurations: list instead of an object",
                   "tutorial.currentPrompt: string instead of an object",
                   ("tutorial.promptHistorySnapshots.0.analytics.completedTimeline.a: boolean instead of "
                    "a number")};
        QTest::addRow("limits") << QByteArray(R"({"promptHistoryLimit":2,"promptHistorySnapshotLimit":3})")
                                << QByteArray(R"({"promptHistoryLimit":2,"promptHistorySnapshotLimit":3})")
                                << none;
        QTest::addRow("limits that are none")
            << QByteArray(R"({"promptHistoryLimit":0,"promptHistorySnapshotLimit":-1})") << QByteArray("{}")
            << none;
        QTest::addRow("limits of another type")
            << QByteArray(R"({"promptHistoryLimit":"3","promptHistorySnapshotLimit":null})")
            << QByteArray("{}") << QByteArrayList{"tutorial.promptHistoryLimit: string instead of a number"};
    }

    void hydrate()
    {
        QFETCH(QByteArray, tutorial);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArrayList, issues);

        FieldReader reader;
        const JsonValue snapshot = JsonObject{{"tutorial", json(tutorial.toStdString())}};
        const WorldState state = hydrated(*snapshot.asObject(), {}, reader);

        QCOMPARE(shown(toJson(state.get<TutorialSlice>())),
            shown(merged(json(newSlice), json(expected.toStdString()))));
        QCOMPARE(shownIssues(reader.issues()), issues);
    }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("tutorial");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QByteArrayList>("prompts");
        QTest::addColumn<QByteArrayList>("snapshots");

        QTest::addRow("usual, not reached")
            << QByteArray("{}") << 5 << QByteArrayList{"1", "2", "3", "4", "5"}
            << QByteArrayList{"1", "2", "3", "4", "5"};
        QTest::addRow("usual, exceeded")
            << QByteArray("{}") << 12 << QByteArrayList{"8", "9", "10", "11", "12"}
            << QByteArrayList{"3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
        QTest::addRow("of the snapshot")
            << QByteArray(R"({"promptHistoryLimit":2,"promptHistorySnapshotLimit":1})") << 4
            << QByteArrayList{"3", "4"} << QByteArrayList{"4"};
        QTest::addRow("enormous") << QByteArray(
                                         R"({"promptHistoryLimit":1e300,"promptHistorySnapshotLimit":1e300})")
                                  << 7 << QByteArrayList{"1", "2", "3", "4", "5", "6", "7"}
                                  << QByteArrayList{"1", "2", "3", "4", "5", "6", "7"};
    }

    void limits()
    {
        QFETCH(QByteArray, tutorial);
        QFETCH(int, steps);
        const Kept kept = keptAfter(1, steps, hydratedFrom(R"({"tutorial":)" + tutorial.toStdString() + "}"));
        QTEST(kept.prompts, "prompts");
        QTEST(kept.snapshots, "snapshots");
    }

    void longListsAreKeptUntilTheNextAppend()
    {
        const WorldState state = hydratedFrom(R"({"tutorial":{"promptHistoryLimit":2,
            "promptHistorySnapshotLimit":2,
            "promptHistory":[{"stepId":"a"},{"stepId":"b"},{"stepId":"c"}],
            "promptHistorySnapshots":[{"stepId":"a"},{"stepId":"b"},{"stepId":"c"}]}})");

        const Kept asTheyCame = keptAfter(1, 0, state);
        QCOMPARE(asTheyCame.prompts, (QByteArrayList{"a", "b", "c"}));
        QCOMPARE(asTheyCame.snapshots, (QByteArrayList{"a", "b", "c"}));
        const Kept appended = keptAfter(1, 1, state);
        QCOMPARE(appended.prompts, (QByteArrayList{"c", "1"}));
        QCOMPARE(appended.snapshots, (QByteArrayList{"c", "1"}));
    }

    void completedStepsOfASnapshotAreNotCompletedAgain()
    {
        const WorldState state = hydratedFrom(R"({"tutorial":{"completedSteps":["a"]}})");
        const WorldState next = played(
            R"([["tutorial:step_completed",1,{"stepId":"a"}],["tutorial:step_completed",2,{"stepId":"b"}]])",
            state);
        QCOMPARE(shown(toJson(next.get<TutorialSlice>().completedSteps)), QByteArray(R"(["a","b"])"));
        QCOMPARE(shown(toJson(next.get<TutorialSlice>().completedTimeline)), QByteArray(R"({"b":2})"));
    }

    void progress_data()
    {
        QTest::addColumn<QByteArray>("tutorial");
        QTest::addColumn<double>("fraction");
        QTest::addRow("total unknown") << QByteArray(R"({"completedSteps":["a"]})") << 0.0;
        QTest::addRow("negative total") << QByteArray(R"({"completedSteps":["a"],"totalSteps":-4})") << 0.0;
        QTest::addRow("none of four") << QByteArray(R"({"totalSteps":4})") << 0.0;
        QTest::addRow("one of four") << QByteArray(R"({"completedSteps":["a"],"totalSteps":4})") << 0.25;
        QTest::addRow("all") << QByteArray(R"({"completedSteps":["a","b"],"totalSteps":2})") << 1.0;
        QTest::addRow("more than there are")
            << QByteArray(R"({"completedSteps":["a","b","c"],"totalSteps":2})") << 1.0;
    }

    void progress()
    {
        QFETCH(QByteArray, tutorial);
        QFETCH(double, fraction);
        const WorldState state = hydratedFrom(R"({"tutorial":)" + tutorial.toStdString() + "}");
        QCOMPARE(selectTutorialProgress(state.get<TutorialSlice>()).fraction, fraction);
    }

    void selectors()
    {
        const TutorialState empty;
        QCOMPARE(selectTutorialProgress(empty), TutorialProgress());
        QVERIFY(!selectCurrentPrompt(empty));
        QVERIFY(selectPromptHistory(empty).empty());
        QVERIFY(selectPromptSnapshots(empty).empty());
        QVERIFY(!selectLatestPromptSnapshot(empty));

        const TutorialState slice = played(R"([["tutorial:started",1,{"totalSteps":4}],
            ["tutorial:step_started",2,{"stepId":"a","stepIndex":1,"title":"A"}],
            ["tutorial:step_completed",3,{"stepId":"a"}],["tutorial:step_completed",4,{"stepId":"b"}]])")
                                        .get<TutorialSlice>();
        QCOMPARE(selectTutorialProgress(slice), (TutorialProgress{true, false, false, "a", 1, 2, 4, 0.5}));
        QCOMPARE(*(*selectCurrentPrompt(slice))->title, std::string("A"));
        QCOMPARE(selectPromptHistory(slice).size(), std::size_t(1));
        QCOMPARE(selectPromptSnapshots(slice).size(), std::size_t(2));
        QCOMPARE(*(*selectLatestPromptSnapshot(slice))->timestamp, 4.0);
    }
};

QTEST_APPLESS_MAIN(tst_TutorialSliceHydrate)
#include "tst_TutorialSliceHydrate.moc"
