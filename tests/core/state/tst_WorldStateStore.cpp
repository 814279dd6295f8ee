// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/WorldStateStore.h"
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr std::string_view someScript = R"([
    ["reputation:changed",1,{"factionId":"a","newFame":20}],
    ["faction:attitude_changed",2,{"factionId":"a","newAttitude":"allied","cascade":true,"source":"b"}],
    ["tutorial:started",3,{"totalSteps":2}],["tutorial:step_started",4,{"stepId":"s"}],
    ["tutorial:control_hint_updated",5,{"controlHint":{"label":"l"}}],
    ["tutorial:step_completed",6,{"stepId":"s"}],["faction:member_removed",7,{"entityId":1}],
    ["faction:reputation_reset",8,{}],["tutorial:completed",9,{}]])";

void emitAll(EventBus &bus, std::string_view script)
{
    for (const Event &event : eventsOf(script))
        bus.emitEvent(event);
}

QByteArrayList shownPaths(const StatePaths &paths)
{
    QByteArrayList texts;
    for (const StatePath &path : paths)
        texts.append(QByteArray::fromStdString(path.text()));
    return texts;
}

} // namespace

class tst_WorldStateStore : public QObject
{
    Q_OBJECT

private slots:
    void followsTheBus()
    {
        EventBus bus;
        const WorldStateStore store(bus);
        emitAll(bus, someScript);
        QCOMPARE(shown(snapshotJson(store.state())), shown(snapshotJson(played(someScript))));
        QCOMPARE(store.select<FactionSlice>(selectAttitude, "a"), std::string("neutral"));
    }

    void dispatchTellsWhetherASliceKnowsTheEvent()
    {
        EventBus bus;
        WorldStateStore store(bus);
        QVERIFY(store.dispatch({"tutorial:skipped", 1, JsonObject()}));
        QVERIFY(!store.dispatch({"player:moved", 2, JsonObject()}));
        QCOMPARE(store.actionHistory().size(), std::size_t(1));
        QVERIFY(store.state().get<TutorialSlice>().skipped);
    }

    void stopsListeningWithItsLife()
    {
        EventBus bus;
        {
            const WorldStateStore store(bus);
            QVERIFY(bus.hasListeners("tutorial:started"));
        }
        QVERIFY(!bus.hasListeners("tutorial:started"));
    }

    void theActionHistoryKeepsTheNewest_data()
    {
        QTest::addColumn<quint64>("limit");
        QTest::addColumn<QByteArray>("kept"); // times of five actions at 1 to 5
        QTest::addRow("none") << quint64(0) << QByteArray("[]");
        QTest::addRow("one") << quint64(1) << QByteArray("[5]");
        QTest::addRow("three") << quint64(3) << QByteArray("[3,4,5]");
        QTest::addRow("exactly as many") << quint64(5) << QByteArray("[1,2,3,4,5]");
        QTest::addRow("usual") << quint64(WorldStateStore::Options().actionHistoryLimit)
                               << QByteArray("[1,2,3,4,5]");
    }

    void theActionHistoryKeepsTheNewest()
    {
        QFETCH(quint64, limit);
        QFETCH(QByteArray, kept);
        EventBus bus;
        WorldStateStore::Options options;
        options.actionHistoryLimit = limit;
        const WorldStateStore store(bus, options);

        for (int i = 1; i <= 5; ++i)
            bus.emitEvent({"reputation:changed", static_cast<TimeMs>(i), JsonObject{{"number", i}}});

        JsonArray times;
        for (const WorldStateStore::ActionRecord &action : store.actionHistory()) {
            times.push_back(action.at);
            QCOMPARE(action.event, std::string("reputation:changed"));
            QCOMPARE(shown(action.payload), shown(JsonObject{{"number", action.at}}));
        }
        QCOMPARE(shown(times), kept);
    }

    void theUsualActionHistoryHoldsFifty()
    {
        EventBus bus;
        const WorldStateStore store(bus);
        for (int i = 1; i <= 60; ++i)
            bus.emitEvent({"faction:member_removed", static_cast<TimeMs>(i), JsonObject()});
        QCOMPARE(store.actionHistory().size(), std::size_t(50));
        QCOMPARE(store.actionHistory().front().at, 11.0);
    }

    void updatePaths_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArrayList>("paths"); // empty: no update

        QTest::addRow("a new record")
            << QByteArray("[]") << QByteArray(R"([["reputation:changed",9,{"factionId":"a"}]])")
            << QByteArrayList{"factions.byId.a", "factions.lastActionAt"};
        QTest::addRow("a known record")
            << QByteArray(R"([["reputation:changed",1,{"factionId":"a"}]])")
            << QByteArray(R"([["reputation:changed",9,{"factionId":"a","newFame":3,"deltaFame":3}]])")
            << QByteArrayList{"factions.byId.a.fame", "factions.byId.a.lastDelta",
                   "factions.byId.a.updatedAt", "factions.lastActionAt"};
        QTest::addRow("a reset") << QByteArray(R"([["reputation:changed",1,{"factionId":"a"}]])")
                                 << QByteArray(R"([["faction:reputation_reset",9,{"reason":"r"}]])")
                                 << QByteArrayList{"factions.byId", "factions.lastActionAt",
                                        "factions.lastResetAt", "factions.lastResetReason"};
        QTest::addRow("a removal") << QByteArray("[]") << QByteArray(R"([["faction:member_removed",9,{}]])")
                                   << QByteArrayList{
                                          "factions.lastActionAt", "factions.recentMemberRemovals"};
        QTest::addRow("a step completed")
            << QByteArray("[]") << QByteArray(R"([["tutorial:step_completed",9,{"stepId":"s"}]])")
            << QByteArrayList{"tutorial.completedSteps", "tutorial.completedTimeline.s",
                   "tutorial.lastActionAt", "tutorial.promptHistorySnapshots"};
        QTest::addRow("an event that does nothing")
            << QByteArray("[]") << QByteArray(R"([["reputation:changed",9,{}]])") << QByteArrayList();
        QTest::addRow("the same once more")
            << QByteArray(R"([["reputation:changed",9,{"factionId":"a","newFame":3}]])")
            << QByteArray(R"([["reputation:changed",9,{"factionId":"a","newFame":3}]])") << QByteArrayList();
    }

    void updatePaths()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, event);
        QFETCH(QByteArrayList, paths);
        EventBus bus;
        WorldStateStore store(bus);
        emitAll(bus, before.toStdString());
        const QByteArray old = shown(snapshotJson(store.state()));
        const Event last = eventsOf(event.toStdString()).front();
        int updates = 0;
        QByteArrayList told;
        QByteArray previous;
        QByteArray next;
        std::string name;
        TimeMs at = 0;
        const auto handle = store.onUpdate([&](const WorldStateStore::Update &update) {
            ++updates;
            told = shownPaths(update.paths);
            previous = shown(snapshotJson(update.previous));
            next = shown(snapshotJson(update.state));
            name = update.event;
            at = update.at;
        });

        QVERIFY(store.dispatch(last));

        QCOMPARE(updates, paths.isEmpty() ? 0 : 1);
        QCOMPARE(told, paths);
        if (paths.isEmpty()) {
            QCOMPARE(shown(snapshotJson(store.state())), old);
            return;
        }
        QCOMPARE(previous, old);
        QCOMPARE(next, shown(snapshotJson(store.state())));
        QCOMPARE(name, last.name);
        QCOMPARE(at, last.timestamp);
    }

    void tellsTheBus()
    {
        EventBus bus;
        const WorldStateStore store(bus);
        QByteArrayList log;
        const auto subscription = bus.subscribe("worldstate:*", [&](const Event &event) {
            log.append(QByteArray::fromStdString(event.name + " ") + QByteArray::number(event.timestamp) +
                       ' ' + shown(event.payload));
        });

        emitAll(bus, R"([["faction:member_removed",5,{"tag":7}],["reputation:changed",6,{"x":1}]])");

        QCOMPARE(log,
            (QByteArrayList{
                R"(worldstate:updated 5 {"event":"faction:member_removed","paths":["factions.lastActionAt","factions.recentMemberRemovals"]})",
                R"(worldstate:error 5 {"event":"faction:member_removed","field":"tag","expected":"a string","found":"number"})",
                R"(worldstate:action 5 {"event":"faction:member_removed","payload":{"tag":7}})",
                R"(worldstate:action 6 {"event":"reputation:changed","payload":{"x":1}})"}));
    }

    void tellsIssues()
    {
        EventBus bus;
        WorldStateStore store(bus);
        QByteArrayList told;
        auto handle = store.onIssue([&](std::string_view event, const FieldIssue &issue) {
            told.append(QByteArray::fromStdString(std::string(event)) + ' ' + shownIssues({issue}).front());
        });

        emitAll(bus, R"([["reputation:changed",1,{"factionId":"a","newFame":"x","reason":null,"more":[]}],
            ["tutorial:step_started",2,{"controlHint":{"keys":["W",1]}}],["tutorial:skipped",3,"text"]])");
        store.hydrate(*json(R"({"factions":{"byId":{"a":{"fame":true}}}})").asObject(), 4);
        QCOMPARE(told, (QByteArrayList{"reputation:changed newFame: string instead of a number",
                           "tutorial:step_started controlHint.keys.1: number instead of a string",
                           "tutorial:skipped : string instead of an object",
                           "worldstate:hydrate factions.byId.a.fame: boolean instead of a number"}));

        handle.reset();
        emitAll(bus, R"([["reputation:changed",5,{"newFame":"x"}]])");
        QCOMPARE(told.size(), 4);
    }

    void listenersComeAndGo()
    {
        EventBus bus;
        WorldStateStore store(bus);
        QByteArray log;
        auto first = store.onUpdate([&](const auto &) { log += 'a'; });
        const auto second = store.onUpdate([&](const auto &) { log += 'b'; });
        bus.emitEvent({"faction:member_removed", 1, JsonObject()});
        first.reset();
        bus.emitEvent({"faction:member_removed", 2, JsonObject()});
        QCOMPARE(log, QByteArray("abb"));
    }

    void aListenerMayDispatch()
    {
        EventBus bus;
        WorldStateStore store(bus);
        QList<QByteArrayList> told;
        const auto handle = store.onUpdate([&](const WorldStateStore::Update &update) {
            if (update.event == "reputation:changed")
                store.dispatch({"tutorial:skipped", 2, JsonObject()});
            told.append(shownPaths(update.paths));
        });
        bus.emitEvent({"reputation:changed", 1, JsonObject{{"factionId", "a"}}});
        QCOMPARE(told, (QList<QByteArrayList>{
                           {"tutorial.skipped", "tutorial.lastActionAt", "tutorial.promptHistorySnapshots"},
                           {"factions.byId.a", "factions.lastActionAt"}}));
        QVERIFY(store.state().get<TutorialSlice>().skipped);
    }

    /// Where nobody listens, the store changes in place what nobody else holds.
    void statesThatWereCopiedStayAsTheyWere()
    {
        EventBus bus;
        WorldStateStore store(bus);
        std::vector<std::pair<WorldState, QByteArray>> kept;
        for (int round = 0; round < 3; ++round) {
            for (const Event &event : eventsOf(someScript)) {
                bus.emitEvent(event);
                kept.emplace_back(store.snapshot(), shown(snapshotJson(store.state())));
            }
        }

        for (const auto &[state, asItWas] : kept)
            QCOMPARE(shown(snapshotJson(state)), asItWas);
    }

    void statesThatWereKeptStayAsTheyWere()
    {
        EventBus bus;
        WorldStateStore store(bus);
        std::vector<std::pair<WorldState, QByteArray>> kept;
        const auto handle = store.onUpdate([&](const WorldStateStore::Update &update) {
            kept.emplace_back(update.previous, shown(snapshotJson(update.previous)));
        });
        for (int round = 0; round < 6; ++round)
            emitAll(bus, someScript);
        store.hydrate(JsonObject(), 99);

        QVERIFY(kept.size() > 40);
        for (const auto &[state, asItWas] : kept)
            QCOMPARE(shown(snapshotJson(state)), asItWas);
    }

    void hydratingReplacesTheStateAndTakesTheStoresLimits()
    {
        EventBus bus;
        WorldStateStore::Options options;
        options.promptHistoryLimit = 3;
        options.promptSnapshotLimit = 4;
        WorldStateStore store(bus, options);
        emitAll(bus, someScript);
        std::string told;
        const auto handle = store.onUpdate([&](const auto &update) { told = update.event; });

        store.hydrate(*json(R"({"tutorial":{"promptHistoryLimit":8},"quests":[1]})").asObject(), 50);

        QCOMPARE(told, std::string("worldstate:hydrate"));
        TutorialState tutorial;
        tutorial.promptHistoryLimit = 8;
        tutorial.promptHistorySnapshotLimit = 4;
        QCOMPARE(shown(toJson(store.state().get<TutorialSlice>())), shown(toJson(tutorial)));
        QCOMPARE(shown(toJson(store.state().get<FactionSlice>())), shown(toJson(FactionState())));
        QCOMPARE(shown(store.state().others()), QByteArray(R"({"quests":[1]})"));
    }

    void hydratingTheSameTellsNothing()
    {
        EventBus bus;
        WorldStateStore store(bus);
        emitAll(bus, someScript);
        const JsonValue snapshot = snapshotJson(store.state());
        int updates = 0;
        const auto handle = store.onUpdate([&](const auto &) { ++updates; });
        store.hydrate(*snapshot.asObject(), 50);
        QCOMPARE(updates, 0);
        store.hydrate(JsonObject(), 51);
        QCOMPARE(updates, 1);
    }
};

QTEST_APPLESS_MAIN(tst_WorldStateStore)
#include "tst_WorldStateStore.moc"
