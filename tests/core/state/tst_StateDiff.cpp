// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StateDiff.h"
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// The changed places of the two slices that JSON objects describe, each hydrated by itself.
template <class Slice>
QByteArrayList diff(const typename Slice::State &before, const typename Slice::State &after)
{
    StatePaths paths;
    collectChanges(Slice::key, before, after, paths);
    QByteArrayList texts;
    for (const StatePath &path : paths)
        texts.append(QByteArray::fromStdString(path.text()));
    return texts;
}

template <class Slice>
typename Slice::State stateOf(const QByteArray &slice)
{
    const JsonValue snapshot = JsonObject{{std::string(Slice::key), json(slice.toStdString())}};
    return hydratedFrom(shown(snapshot).toStdString()).template get<Slice>();
}

} // namespace

class tst_StateDiff : public QObject
{
    Q_OBJECT

private slots:
    void pathText_data()
    {
        QTest::addColumn<QByteArrayList>("parts");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("slice") << QByteArrayList{"quests", "", "", ""} << QByteArray("quests");
        QTest::addRow("field") << QByteArrayList{"tutorial", "enabled", "", ""}
                               << QByteArray("tutorial.enabled");
        QTest::addRow("key") << QByteArrayList{"factions", "byId", "a", ""} << QByteArray("factions.byId.a");
        QTest::addRow("member") << QByteArrayList{"factions", "byId", "a", "fame"}
                                << QByteArray("factions.byId.a.fame");
    }

    void pathText()
    {
        QFETCH(QByteArrayList, parts);
        QFETCH(QByteArray, text);
        const StatePath path{
            parts[0].constData(), parts[1].constData(), parts[2].constData(), parts[3].constData()};
        QCOMPARE(QByteArray::fromStdString(path.text()), text);
    }

    void factions_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArrayList>("paths");
        const QByteArray two = R"({"byId":{"b":{"fame":1},"7":{"fame":2}}})";

        QTest::addRow("alike, though two objects") << two << two << QByteArrayList();
        QTest::addRow("fields in the order in which they are written")
            << QByteArray("{}")
            << QByteArray(R"({"recentMemberRemovals":[{}],"lastResetReason":"","lastActionAt":0})")
            << QByteArrayList{
                   "factions.lastActionAt", "factions.lastResetReason", "factions.recentMemberRemovals"};
        QTest::addRow("members of known records, new records")
            << two << QByteArray(R"({"byId":{"b":{"fame":9,"cascadeSources":["x"]},"7":{"fame":2},"n":{}}})")
            << QByteArrayList{"factions.byId.b.fame", "factions.byId.b.cascadeSources", "factions.byId.n"};
        QTest::addRow("the last delta is one place")
            << QByteArray(R"({"byId":{"b":{}}})")
            << QByteArray(R"({"byId":{"b":{"lastDelta":{"fame":1,"infamy":1}}}})")
            << QByteArrayList{"factions.byId.b.lastDelta"};
        QTest::addRow("a map that lost an entry is named as a whole")
            << two << QByteArray(R"({"byId":{"b":{"fame":9}}})") << QByteArrayList{"factions.byId"};
        QTest::addRow("a map with other entries, too")
            << two << QByteArray(R"({"byId":{"c":{},"d":{},"e":{}}})") << QByteArrayList{"factions.byId"};
        QTest::addRow("an emptied map") << two << QByteArray("{}") << QByteArrayList{"factions.byId"};
    }

    void factions()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArrayList, paths);
        QCOMPARE(diff<FactionSlice>(stateOf<FactionSlice>(before), stateOf<FactionSlice>(after)), paths);
    }

    void tutorial_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArrayList>("paths");

        QTest::addRow("alike") << QByteArray(R"({"currentPrompt":{"title":"t"}})")
                               << QByteArray(R"({"currentPrompt":{"title":"t"}})") << QByteArrayList();
        QTest::addRow("entries of a timeline")
            << QByteArray(R"({"completedTimeline":{"a":1,"b":2}})")
            << QByteArray(R"({"completedTimeline":{"a":1,"b":3,"c":4}})")
            << QByteArrayList{"tutorial.completedTimeline.b", "tutorial.completedTimeline.c"};
        QTest::addRow("a prompt is one place")
            << QByteArray(R"({"currentPrompt":{"controlHint":{}}})")
            << QByteArray(R"({"currentPrompt":{"controlHint":{"keys":["W"]}}})")
            << QByteArrayList{"tutorial.currentPrompt"};
        QTest::addRow("null and empty are two values")
            << QByteArray(R"({"currentStep":null})") << QByteArray(R"({"currentStep":""})")
            << QByteArrayList{"tutorial.currentStep"};
        QTest::addRow("steps") << QByteArray(R"({"completedSteps":["a","b"]})")
                               << QByteArray(R"({"completedSteps":["b","a"]})")
                               << QByteArrayList{"tutorial.completedSteps"};
    }

    void tutorial()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArrayList, paths);
        QCOMPARE(diff<TutorialSlice>(stateOf<TutorialSlice>(before), stateOf<TutorialSlice>(after)), paths);
    }

    void pathsAreAppended()
    {
        StatePaths paths{{"earlier", {}, {}, {}}};
        const TutorialState before;
        TutorialState after;
        after.enabled = true;
        collectChanges("tutorial", before, after, paths);
        QCOMPARE(paths, (StatePaths{{"earlier", {}, {}, {}}, {"tutorial", "enabled", {}, {}}}));
    }
};

QTEST_APPLESS_MAIN(tst_StateDiff)
#include "tst_StateDiff.moc"
