// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

#include <algorithm>

using namespace inspector;

namespace {

QByteArray afterHydrating(const QByteArray &snapshot)
{
    return shown(snapshotJson(hydratedFrom(snapshot.toStdString())));
}

QByteArrayList changesBetween(const WorldState &before, const WorldState &after)
{
    StatePaths paths;
    collectStateChanges(before, after, paths);
    QByteArrayList texts;
    for (const StatePath &path : paths)
        texts.append(QByteArray::fromStdString(path.text()));
    return texts;
}

} // namespace

class tst_WorldState : public QObject
{
    Q_OBJECT

private slots:
    void aSnapshotHydratesToItself_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addRow("nothing") << QByteArray("[]");
        QTest::addRow("factions") << QByteArray(R"([
            ["reputation:changed",1,{"factionId":"b","newFame":0.1,"newInfamy":1e21,"reason":""}],
            ["reputation:changed",1,{"factionId":"7","newFame":5}],
            ["faction:attitude_changed",2,{"factionId":"a","newAttitude":"allied","cascade":true,
            "source":"b"}],["faction:reputation_reset",3,{"reason":"r"}],
            ["faction:attitude_changed",4,{"factionId":"a","newAttitude":"allied","cascade":true,
            "source":"b"}],["faction:member_removed",5,{"entityId":"9"}],
            ["faction:member_removed",6,{"entityId":9}]])");
        QTest::addRow("tutorial") << QByteArray(R"([["tutorial:started",1,{"totalSteps":3}],
            ["tutorial:step_started",2,{"stepId":"a","highlight":{"z":1,"1":{}},"position":{},
            "controlHint":{"keys":["W"]}}],["tutorial:control_hint_updated",3,{"controlHint":{}}],
            ["tutorial:step_completed",4,{"stepId":"a"}],["tutorial:step_started",5,{}],
            ["tutorial:completed",6,{"completedSteps":[{"any":"thing"}]}],["tutorial:skipped",7,{}]])");
    }

    void aSnapshotHydratesToItself()
    {
        QFETCH(QByteArray, script);
        const WorldState state = played(script.toStdString());
        const QByteArray snapshot = shown(snapshotJson(state));

        QCOMPARE(afterHydrating(snapshot), snapshot);
        QCOMPARE(changesBetween(state, hydratedFrom(snapshot.toStdString())), QByteArrayList());
        QCOMPARE(hydratedFrom(snapshot.toStdString()), state);
    }

    void theOrderOfKeys()
    {
        const WorldState state =
            hydratedFrom(R"({"quests":1,"tutorial":{},"npcs":2,"tutorialComplete":true,"factions":{}})");
        QByteArrayList keys;
        const JsonValue snapshot = snapshotJson(state);
        for (const JsonObject::Member &member : *snapshot.asObject())
            keys.append(QByteArray::fromStdString(member.key));
        QCOMPARE(keys, (QByteArrayList{"factions", "tutorial", "tutorialComplete", "quests", "npcs"}));
    }

    void tutorialCompleteFollowsTheSlice_data()
    {
        QTest::addColumn<QByteArray>("snapshot");
        QTest::addColumn<QByteArray>("complete");
        QTest::addRow("claimed without a slice")
            << QByteArray(R"({"tutorialComplete":true})") << QByteArray("false");
        QTest::addRow("denied") << QByteArray(R"({"tutorialComplete":false,"tutorial":{"completed":true}})")
                                << QByteArray("true");
        QTest::addRow("of another type")
            << QByteArray(R"({"tutorialComplete":"x","tutorial":{"completed":true}})") << QByteArray("true");
    }

    void tutorialCompleteFollowsTheSlice()
    {
        QFETCH(QByteArray, snapshot);
        QFETCH(QByteArray, complete);
        const JsonValue written = snapshotJson(hydratedFrom(snapshot.toStdString()));
        QCOMPARE(shown((*written.asObject())["tutorialComplete"]), complete);
    }

    void othersAreKeptAsTheyCameUntilASnapshotWithoutThem()
    {
        const std::string_view others =
            R"({"storyFlags":{"b":1,"a":[null,1.5,"x"]},"quests":null,"district":{}})";
        const WorldState first = hydratedFrom(others);
        QCOMPARE(shown(first.others()), shown(json(others)));
        const WorldState later = played(R"([["tutorial:started",1,{}],["reputation:changed",1,{}]])", first);
        QCOMPARE(shown(later.others()), shown(json(others)));
        const WorldState replaced = hydratedFrom(R"({"npcs":[]})", later);
        QCOMPARE(shown(replaced.others()), QByteArray(R"({"npcs":[]})"));
    }

    void aMissingSliceStartsAnew()
    {
        WorldState start;
        TutorialState limits;
        limits.promptHistoryLimit = 3;
        start.set<TutorialSlice>(limits);
        const WorldState state = hydratedFrom("{}", start);
        QCOMPARE(shown(toJson(state.get<TutorialSlice>())), shown(toJson(limits)));
        QCOMPARE(shown(toJson(state.get<FactionSlice>())), shown(toJson(FactionState())));
    }

    void changes()
    {
        const WorldState before = hydratedFrom(R"({"factions":{"byId":{"a":{},"b":{}}},"x":1,"y":2,"z":3})");
        const WorldState after =
            hydratedFrom(R"({"factions":{"byId":{"a":{"fame":1},"b":{}}},"x":1,"y":3,"w":4})");
        QCOMPARE(changesBetween(before, after), (QByteArrayList{"factions.byId.a.fame", "y", "w", "z"}));
        QCOMPARE(changesBetween(before, before), QByteArrayList());
        const WorldState turned = hydratedFrom(R"({"factions":{"byId":{"a":{},"b":{}}},"x":1,"z":3,"y":2})");
        QCOMPARE(changesBetween(before, turned), (QByteArrayList{"z", "y"}));
        const WorldState fewer = hydratedFrom(R"({"factions":{"byId":{"b":{}}},"x":1,"y":2,"z":3})");
        QCOMPARE(changesBetween(before, fewer), QByteArrayList{"factions.byId"});
    }

    void knownEvents()
    {
        std::vector<std::string_view> names = actionEvents();
        std::sort(names.begin(), names.end());
        const std::vector<std::string_view> expected{"faction:attitude_changed", "faction:member_removed",
            "faction:reputation_reset", "reputation:changed", "tutorial:completed",
            "tutorial:control_hint_updated", "tutorial:skipped", "tutorial:started",
            "tutorial:step_completed", "tutorial:step_started"};
        QCOMPARE(names, expected);

        FieldReader reader;
        QVERIFY(!decodeAction({"tutorial:Started", 1, JsonObject()}, reader));
        QVERIFY(!decodeAction({"", 1, JsonObject()}, reader));
        QVERIFY(actionDecoder("tutorial:Started") == nullptr);
        QVERIFY(std::all_of(names.begin(), names.end(),
            [](std::string_view name) { return actionDecoder(name) != nullptr; }));
        QVERIFY(reader.issues().empty());
    }

    void anActionTouchesOnlyItsSlice()
    {
        const WorldState before = played(R"([["tutorial:started",1,{}],["reputation:changed",1,{}]])");
        const WorldState after = played(R"([["tutorial:skipped",2,{}]])", before);
        QCOMPARE(&after.get<FactionSlice>(), &before.get<FactionSlice>());
        QVERIFY(before.get<TutorialSlice>().enabled);
        QVERIFY(!after.get<TutorialSlice>().enabled);
    }
};

QTEST_APPLESS_MAIN(tst_WorldState)
#include "tst_WorldState.moc"
