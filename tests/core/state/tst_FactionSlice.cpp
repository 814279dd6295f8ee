// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/state/StateScript.h"

using namespace inspector;

namespace {

constexpr std::string_view newRecord =
    R"({"id":"","fame":0,"infamy":0,"attitude":"neutral","lastDelta":{"fame":0,"infamy":0},
        "lastReason":null,"updatedAt":null,"lastAttitudeChange":null,"attitudeHistory":[],
        "lastCascade":null,"cascadeCount":0,"cascadeSources":[]})";
constexpr std::string_view newSlice =
    R"({"byId":{},"lastActionAt":null,"lastResetAt":null,"lastResetReason":null,
        "lastResetInitiatedBy":null,"lastCascadeEvent":null,"recentMemberRemovals":[]})";

/// The slice as a table tells it: what differs from a new slice, and in each record from a new record.
QByteArray wholeSlice(const QByteArray &told)
{
    const JsonValue changes = json(told.toStdString());
    JsonObject::Members records;
    if (const JsonObject *byId = (*changes.asObject())["byId"].asObject()) {
        for (const auto &[key, record] : *byId)
            records.push_back({key, merged(merged(json(newRecord), JsonObject{{"id", key}}), record)});
    }
    const JsonValue slice = merged(json(newSlice), changes);
    return shown(merged(slice, JsonObject{{"byId", JsonObject(std::move(records))}}));
}

QByteArray shownSlice(const WorldState &state)
{
    return shown(toJson(state.get<FactionSlice>()));
}

FactionState factions(std::string_view script)
{
    return played(script).get<FactionSlice>();
}

/// `count` events of one kind at 1, 2, 3 …, each with its number as text under `key`.
WorldState playedOften(const std::string &event, const std::string &key, int count)
{
    WorldState state;
    for (int i = 1; i <= count; ++i) {
        const JsonValue payload = JsonObject{{"factionId", "a"}, {key, std::to_string(i)}};
        // By itself, since for Clang a list in braces around nothing but a list is that list.
        const JsonValue each = JsonArray{event, i, payload};
        state = played(shown(JsonArray{each}).toStdString(), std::move(state));
    }
    return state;
}

} // namespace

class tst_FactionSlice : public QObject
{
    Q_OBJECT

private slots:
    void events_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("nothing happened") << QByteArray("[]") << QByteArray("{}");

        QTest::addRow("reputation: every field")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"a","newFame":20,"newInfamy":5,
                "deltaFame":10,"deltaInfamy":-5,"reason":"quest"}]])")
            << QByteArray(R"({"byId":{"a":{"fame":20,"infamy":5,"lastDelta":{"fame":10,"infamy":-5},
                "lastReason":"quest","updatedAt":1000}},"lastActionAt":1000})");
        QTest::addRow("reputation: absent values are kept, absent deltas and reason are not")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"a","newFame":20,"newInfamy":5,
                "deltaFame":10,"deltaInfamy":-5,"reason":"quest"}],
                ["reputation:changed",2000,{"factionId":"a"}]])")
            << QByteArray(R"({"byId":{"a":{"fame":20,"infamy":5,"updatedAt":2000}},"lastActionAt":2000})");
        QTest::addRow("reputation: null means absent")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"a","newFame":20,"newInfamy":5}],
                ["reputation:changed",2000,{"factionId":"a","newFame":null,"newInfamy":6,"deltaFame":null,
                "deltaInfamy":1,"reason":null}]])")
            << QByteArray(R"({"byId":{"a":{"fame":20,"infamy":6,"lastDelta":{"fame":0,"infamy":1},
                "updatedAt":2000}},"lastActionAt":2000})");
        QTest::addRow("reputation: zero is a value")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"a","newFame":20,"newInfamy":5}],
                ["reputation:changed",2000,{"factionId":"a","newFame":0,"newInfamy":0}]])")
            << QByteArray(R"({"byId":{"a":{"updatedAt":2000}},"lastActionAt":2000})");
        QTest::addRow("reputation: an empty reason is a value")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"a","reason":""}]])")
            << QByteArray(R"({"byId":{"a":{"lastReason":"","updatedAt":1000}},"lastActionAt":1000})");
        QTest::addRow("reputation: a time in the payload is ignored")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"a","timestamp":5,"updatedAt":6}]])")
            << QByteArray(R"({"byId":{"a":{"updatedAt":1000}},"lastActionAt":1000})");
        QTest::addRow("reputation: no faction")
            << QByteArray(R"([["reputation:changed",1000,{"newFame":20}]])") << QByteArray("{}");
        QTest::addRow("reputation: null faction")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":null,"newFame":20}]])")
            << QByteArray("{}");
        QTest::addRow("reputation: empty faction")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":"","newFame":20}]])")
            << QByteArray("{}");
        QTest::addRow("reputation: a faction that is no text")
            << QByteArray(R"([["reputation:changed",1000,{"factionId":7,"newFame":20}]])")
            << QByteArray("{}");
        QTest::addRow("reputation: array indices come first")
            << QByteArray(R"([["reputation:changed",1,{"factionId":"b"}],
                ["reputation:changed",2,{"factionId":"10"}],["reputation:changed",3,{"factionId":"a"}],
                ["reputation:changed",4,{"factionId":"9"}],["reputation:changed",5,{"factionId":"b"}]])")
            << QByteArray(R"({"byId":{"9":{"updatedAt":4},"10":{"updatedAt":2},"b":{"updatedAt":5},
                "a":{"updatedAt":3}},"lastActionAt":5})");

        QTest::addRow("attitude: every field, no cascade")
            << QByteArray(R"([["faction:attitude_changed",1000,{"factionId":"a","factionName":"A",
                "newAttitude":"friendly","oldAttitude":"neutral","cascade":false,"source":"b",
                "sourceFactionName":"B"}]])")
            << QByteArray(R"({"byId":{"a":{"attitude":"friendly","updatedAt":1000,
                "lastAttitudeChange":{"factionId":"a","factionName":"A","newAttitude":"friendly",
                "oldAttitude":"neutral","cascade":false,"sourceFactionId":"b","sourceFactionName":"B",
                "occurredAt":1000},
                "attitudeHistory":[{"factionId":"a","factionName":"A","newAttitude":"friendly",
                "oldAttitude":"neutral","cascade":false,"sourceFactionId":"b","sourceFactionName":"B",
                "occurredAt":1000}]}},"lastActionAt":1000})");
        QTest::addRow("attitude: kept where absent, and not looked up for the change")
            << QByteArray(R"([["faction:attitude_changed",1000,{"factionId":"a"}]])")
            << QByteArray(R"({"byId":{"a":{"updatedAt":1000,
                "lastAttitudeChange":{"factionId":"a","factionName":null,"newAttitude":"neutral",
                "oldAttitude":null,"cascade":false,"sourceFactionId":null,"sourceFactionName":null,
                "occurredAt":1000},
                "attitudeHistory":[{"factionId":"a","factionName":null,"newAttitude":"neutral",
                "oldAttitude":null,"cascade":false,"sourceFactionId":null,"sourceFactionName":null,
                "occurredAt":1000}]}},"lastActionAt":1000})");
        QTest::addRow("attitude: no faction")
            << QByteArray(R"([["faction:attitude_changed",1000,{"newAttitude":"allied","cascade":true}]])")
            << QByteArray("{}");
        QTest::addRow("attitude: empty faction")
            << QByteArray(R"([["faction:attitude_changed",1000,{"factionId":"","cascade":true}]])")
            << QByteArray("{}");

        QTest::addRow("reset: forgets records, cascade and removals")
            << QByteArray(R"([["faction:attitude_changed",1000,{"factionId":"a","cascade":true}],
                ["faction:member_removed",1500,{}],
                ["faction:reputation_reset",2000,{"reason":"new game","initiatedBy":"player"}]])")
            << QByteArray(R"({"lastActionAt":2000,"lastResetAt":2000,"lastResetReason":"new game",
                "lastResetInitiatedBy":"player"})");
        QTest::addRow("reset: absent fields do not keep those of the one before")
            << QByteArray(R"([["faction:reputation_reset",1000,{"reason":"x","initiatedBy":"y"}],
                ["faction:reputation_reset",2000,{}]])")
            << QByteArray(R"({"lastActionAt":2000,"lastResetAt":2000})");

        QTest::addRow("removal: every field, a number as entity")
            << QByteArray(R"([["faction:member_removed",1000,{"factionId":"a","factionName":"A",
                "npcId":"n","entityId":42,"tag":"boss"}]])")
            << QByteArray(R"({"lastActionAt":1000,"recentMemberRemovals":[{"factionId":"a",
                "factionName":"A","npcId":"n","entityId":42,"tag":"boss","removedAt":1000}]})");
        QTest::addRow("removal: a text as entity")
            << QByteArray(R"([["faction:member_removed",1000,{"factionId":"a","entityId":"42"}]])")
            << QByteArray(R"({"lastActionAt":1000,"recentMemberRemovals":[{"factionId":"a",
                "factionName":null,"npcId":null,"entityId":"42","tag":null,"removedAt":1000}]})");
        QTest::addRow("removal: nothing known")
            << QByteArray(R"([["faction:member_removed",1000,{}]])")
            << QByteArray(R"({"lastActionAt":1000,"recentMemberRemovals":[{"factionId":null,
                "factionName":null,"npcId":null,"entityId":null,"tag":null,"removedAt":1000}]})");
        QTest::addRow("removal: empty texts are values, and touch no record")
            << QByteArray(R"([["faction:member_removed",1000,{"factionId":"","factionName":"","npcId":"",
                "entityId":"","tag":""}]])")
            << QByteArray(R"({"lastActionAt":1000,"recentMemberRemovals":[{"factionId":"",
                "factionName":"","npcId":"","entityId":"","tag":"","removedAt":1000}]})");
    }

    void events()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, expected);

        QCOMPARE(shownSlice(played(script.toStdString())), wholeSlice(expected));
    }

    void cascades_data()
    {
        QTest::addColumn<QByteArray>("sources"); // of one cascade after the other
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("one") << QByteArray(R"(["b"])") << QByteArray(R"(["b"])");
        QTest::addRow("each source once, in order of arrival")
            << QByteArray(R"(["c","b","c","a","b"])") << QByteArray(R"(["c","b","a"])");
        QTest::addRow("an unknown source") << QByteArray("[null]") << QByteArray("[]");
        QTest::addRow("an empty source") << QByteArray(R"(["","b",""])") << QByteArray(R"(["b"])");
    }

    void cascades()
    {
        QFETCH(QByteArray, sources);
        QFETCH(QByteArray, expected);
        const JsonValue list = json(sources.toStdString());

        WorldState state;
        for (const JsonValue &source : *list.asArray())
            state = played(R"([["faction:attitude_changed",7,{"factionId":"t","factionName":"T",
                "newAttitude":"hostile","oldAttitude":"neutral","cascade":true,"sourceFactionName":"S",
                "source":)" + shown(source).toStdString() +
                               "}]]",
                std::move(state));

        const JsonValue source = list.asArray()->back();
        const FactionState &slice = state.get<FactionSlice>();
        const FactionRecord &record = *slice.byId.find("t");
        QCOMPARE(record.cascadeCount, static_cast<double>(list.asArray()->size()));
        QCOMPARE(shown(toJson(record.cascadeSources)), expected);
        QCOMPARE(shown(toJson(record.lastCascade)),
            shown(JsonObject{{"sourceFactionId", source}, {"sourceFactionName", "S"}, {"occurredAt", 7},
                {"newAttitude", "hostile"}}));
        QCOMPARE(shown(toJson(slice.lastCascadeEvent)),
            shown(JsonObject{{"targetFactionId", "t"}, {"targetFactionName", "T"},
                {"sourceFactionId", source}, {"sourceFactionName", "S"}, {"newAttitude", "hostile"},
                {"oldAttitude", "neutral"}, {"occurredAt", 7}}));
    }

    void aCascadeWithoutANewAttitudeTellsTheOneThatHolds()
    {
        const FactionState slice = factions(R"([
            ["faction:attitude_changed",1,{"factionId":"t","newAttitude":"unfriendly"}],
            ["faction:attitude_changed",2,{"factionId":"t","cascade":true}]])");

        QCOMPARE(shown(toJson(slice.byId.find("t")->lastCascade)),
            QByteArray(R"({"sourceFactionId":null,"sourceFactionName":null,"occurredAt":2,)"
                       R"("newAttitude":"unfriendly"})"));
        QCOMPARE(shown(toJson(slice.lastCascadeEvent)),
            QByteArray(R"({"targetFactionId":"t","targetFactionName":null,"sourceFactionId":null,)"
                       R"("sourceFactionName":null,"newAttitude":"unfriendly","oldAttitude":null,)"
                       R"("occurredAt":2})"));
    }

    void aPlainChangeLeavesTheCascadesAlone()
    {
        const FactionState before =
            factions(R"([["faction:attitude_changed",1,{"factionId":"t","cascade":true,"source":"s"}]])");
        const FactionState after = factions(R"([
            ["faction:attitude_changed",1,{"factionId":"t","cascade":true,"source":"s"}],
            ["faction:attitude_changed",2,{"factionId":"t","newAttitude":"allied","source":"other"}]])");

        const FactionRecord &record = *after.byId.find("t");
        QCOMPARE(record.cascadeCount, 1.0);
        QCOMPARE(shown(toJson(record.cascadeSources)), QByteArray(R"(["s"])"));
        QCOMPARE(shown(toJson(record.lastCascade)), shown(toJson(before.byId.find("t")->lastCascade)));
        QCOMPARE(shown(toJson(after.lastCascadeEvent)), shown(toJson(before.lastCascadeEvent)));
    }

    void theNewestTenAreKept_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("oldest");
        QTest::addRow("nine") << 9 << 1;
        QTest::addRow("ten") << 10 << 1;
        QTest::addRow("eleven") << 11 << 2;
        QTest::addRow("forty") << 40 << 31;
    }

    void theNewestTenAreKept()
    {
        QFETCH(int, count);
        QFETCH(int, oldest);
        QByteArrayList expected;
        for (int i = oldest; i <= count; ++i)
            expected.append(QByteArray::number(i));

        QByteArrayList attitudes;
        const WorldState changed = playedOften("faction:attitude_changed", "newAttitude", count);
        for (const auto &change : selectAttitudeHistory(changed.get<FactionSlice>(), "a"))
            attitudes.append(QByteArray::fromStdString(*change->newAttitude));
        QCOMPARE(attitudes, expected);

        QByteArrayList tags;
        const WorldState removed = playedOften("faction:member_removed", "tag", count);
        for (const auto &removal : selectMemberRemovals(removed.get<FactionSlice>()))
            tags.append(QByteArray::fromStdString(*removal->tag));
        QCOMPARE(tags, expected);
    }

    void selectorsOfAnEmptySlice()
    {
        const FactionState slice;
        QVERIFY(selectFactionOverview(slice).empty());
        QCOMPARE(selectAttitude(slice, "a"), std::string("neutral"));
        QVERIFY(!selectLastAttitudeChange(slice, "a"));
        QVERIFY(selectAttitudeHistory(slice, "a").empty());
        QVERIFY(selectMemberRemovals(slice).empty());
        QCOMPARE(selectLastReset(slice), LastReset());
        const CascadeSummary summary = selectCascadeSummary(slice);
        QVERIFY(!summary.lastCascadeEvent);
        QVERIFY(summary.targets.empty());
        QCOMPARE(summary.factionCount, std::size_t(0));
    }

    void selectors()
    {
        const FactionState slice = factions(R"([
            ["faction:reputation_reset",1,{"reason":"r","initiatedBy":"i"}],
            ["reputation:changed",2,{"factionId":"b","newFame":3,"newInfamy":4}],
            ["faction:attitude_changed",3,{"factionId":"a","newAttitude":"allied","cascade":true}],
            ["faction:attitude_changed",4,{"factionId":"5","newAttitude":"hostile","cascade":true}]])");

        const std::vector<FactionOverview> overview{
            {"5", 0, 0, "hostile", 1, 4.0}, {"b", 3, 4, "neutral", 0, 2.0}, {"a", 0, 0, "allied", 1, 3.0}};
        QVERIFY(selectFactionOverview(slice) == overview);
        QCOMPARE(selectAttitude(slice, "a"), std::string("allied"));
        QCOMPARE(selectAttitude(slice, "nobody"), std::string("neutral"));
        QCOMPARE(*(*selectLastAttitudeChange(slice, "5"))->occurredAt, 4.0);
        QVERIFY(!selectLastAttitudeChange(slice, "b"));
        QCOMPARE(selectLastReset(slice), (LastReset{1.0, "r", "i"}));
        const CascadeSummary summary = selectCascadeSummary(slice);
        QCOMPARE(*(*summary.lastCascadeEvent)->targetFactionId, std::string("5"));
        QCOMPARE(summary.targets, (std::vector<std::string>{"5", "a"}));
        QCOMPARE(summary.factionCount, std::size_t(3));
    }

    void hydrate_data()
    {
        QTest::addColumn<QByteArray>("factions");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArrayList>("issues");
        const QByteArrayList none;

        QTest::addRow("empty slice") << QByteArray("{}") << QByteArray("{}") << none;
        QTest::addRow("null slice") << QByteArray("null") << QByteArray("{}") << none;
        QTest::addRow("slice of another type")
            << QByteArray("[]") << QByteArray("{}") << QByteArrayList{"factions: list instead of an object"};
        QTest::addRow("a record without id takes its key")
            << QByteArray(R"({"byId":{"a":{"fame":7}}})") << QByteArray(R"({"byId":{"a":{"fame":7}}})")
            << none;
        QTest::addRow("a record keeps an id of its own")
            << QByteArray(R"({"byId":{"a":{"id":"z"}}})") << QByteArray(R"({"byId":{"a":{"id":"z"}}})")
            << none;
        QTest::addRow("a null record is a new one")
            << QByteArray(R"({"byId":{"a":null}})") << QByteArray(R"({"byId":{"a":{}}})") << none;
        QTest::addRow("a record of another type is a new one")
            << QByteArray(R"({"byId":{"a":"x"}})") << QByteArray(R"({"byId":{"a":{}}})")
            << QByteArrayList{"factions.byId.a: string instead of an object"};
        QTest::addRow("an unknown key of a record is dropped")
            << QByteArray(R"({"byId":{"a":{"colour":"red"}},"more":1})") << QByteArray(R"({"byId":{"a":{}}})")
            << none;
        QTest::addRow("fields of other types")
            << QByteArray(R"({"byId":{"a":{"fame":"7","infamy":2,"attitude":3,"lastDelta":{"fame":true},
                "cascadeSources":["b",1,null,"c"]}},"lastActionAt":"now","recentMemberRemovals":[1,{}]})")
            << QByteArray(R"({"byId":{"a":{"infamy":2,"cascadeSources":["b","c"]}},
                "recentMemberRemovals":[{"factionId":null,"factionName":null,"npcId":null,"entityId":null,
                "tag":null,"removedAt":null}]})")
            << QByteArrayList{"factions.byId.a.fame: string instead of a number",
                   "factions.byId.a.attitude: number instead of a string",
                   "factions.byId.a.lastDelta.fame: boolean instead of a number",
                   "factions.byId.a.cascadeSources.1: number instead of a string",
                   "factions.lastActionAt: string instead of a number",
                   "factions.recentMemberRemovals.0: number instead of an object"};
        QTest::addRow("older save")
            << QByteArray(R"({"reputation":{"b":{"fame":5,"infamy":6},"2":{"fame":1},"a":null}})")
            << QByteArray(R"({"byId":{"2":{"fame":1},"b":{"fame":5,"infamy":6},"a":{}}})") << none;
        QTest::addRow("older save, wrong types")
            << QByteArray(R"({"reputation":{"b":{"fame":"5","infamy":6}}})")
            << QByteArray(R"({"byId":{"b":{"infamy":6}}})")
            << QByteArrayList{"factions.reputation.b.fame: string instead of a number"};
        QTest::addRow("records win over the older form")
            << QByteArray(R"({"byId":{"a":{"fame":1}},"reputation":{"a":{"fame":9},"b":{"fame":9}}})")
            << QByteArray(R"({"byId":{"a":{"fame":1}}})") << none;
        QTest::addRow("an empty map of records wins too")
            << QByteArray(R"({"byId":{},"reputation":{"a":{"fame":9}}})") << QByteArray("{}") << none;
        QTest::addRow("a null map of records does not")
            << QByteArray(R"({"byId":null,"reputation":{"a":{"fame":9}}})")
            << QByteArray(R"({"byId":{"a":{"fame":9}}})") << none;
    }

    void hydrate()
    {
        QFETCH(QByteArray, factions);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArrayList, issues);

        FieldReader reader;
        const JsonValue snapshot = JsonObject{{"factions", json(factions.toStdString())}};
        const WorldState state = hydrated(*snapshot.asObject(), {}, reader);

        QCOMPARE(shownSlice(state), wholeSlice(expected));
        QCOMPARE(shownIssues(reader.issues()), issues);
    }

    void aLongListIsKeptUntilTheNextAppend()
    {
        JsonArray removals;
        for (int i = 1; i <= 14; ++i)
            removals.push_back(JsonObject{{"tag", std::to_string(i)}});
        const JsonValue snapshot =
            JsonObject{{"factions", JsonObject{{"recentMemberRemovals", std::move(removals)}}}};
        const WorldState state = hydratedFrom(shown(snapshot).toStdString());
        QCOMPARE(selectMemberRemovals(state.get<FactionSlice>()).size(), std::size_t(14));

        const WorldState next = played(R"([["faction:member_removed",9,{"tag":"new"}]])", state);
        const auto kept = selectMemberRemovals(next.get<FactionSlice>());
        QCOMPARE(kept.size(), std::size_t(10));
        QCOMPARE(*kept[0]->tag, std::string("6"));
        QCOMPARE(*kept.back()->tag, std::string("new"));
    }
};

QTEST_APPLESS_MAIN(tst_FactionSlice)
#include "tst_FactionSlice.moc"
