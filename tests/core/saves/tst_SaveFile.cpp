// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveFile.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// The version that was read and the save as it would be written, the error's code and message, then a line
/// `field: expected, found` for each field that did not fit.
QByteArrayList readSave(const QByteArray &text)
{
    FieldReader reader;
    const JsonValue value = json(text.toStdString());
    const Result<SaveFile> save = SaveFile::fromJson(*value.asObject(), reader);
    QByteArrayList lines;
    if (save)
        lines.append(QByteArray::number(save->version).append(' ').append(shown(save->toJson())));
    else
        lines.append(QByteArray::fromStdString(save.error().code + ": " + save.error().message));
    for (const FieldIssue &issue : reader.issues())
        lines.append(QByteArray::fromStdString(issue.field + ": " + issue.expected + ", " + issue.found));
    return lines;
}

/// A save of which only the version and the game data matter.
QByteArray written(const QByteArray &version, const QByteArray &gameData)
{
    return QByteArray(version)
        .append(" {\"version\":1,\"timestamp\":0,\"playtime\":0,\"slot\":\"\",\"gameData\":")
        .append(gameData)
        .append(",\"meta\":{\"snapshotSource\":\"\",\"slotLabel\":\"\"}}");
}

} // namespace

class tst_SaveFile : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isSave");

        QTest::addRow("a whole save") << QByteArray(R"({"version":1,"gameData":{}})") << true;
        QTest::addRow("game data alone") << QByteArray(R"({"gameData":{}})") << true;
        QTest::addRow("game data of the wrong type") << QByteArray(R"({"gameData":7})") << true;
        QTest::addRow("game data beside a slice") << QByteArray(R"({"gameData":{},"factions":{}})") << true;
        QTest::addRow("an older save without game data")
            << QByteArray(R"({"version":0,"tutorialComplete":true})") << true;
        QTest::addRow("a version alone") << QByteArray(R"({"version":1})") << true;
        QTest::addRow("a version of the wrong type") << QByteArray(R"({"version":"0"})") << true;
        QTest::addRow("a snapshot that has a version")
            << QByteArray(R"({"version":1,"factions":{}})") << false;
        QTest::addRow("a snapshot of the tutorial that has one")
            << QByteArray(R"({"version":1,"tutorial":{}})") << false;
        QTest::addRow("an older save whose slices stand beside the version")
            << QByteArray(R"({"version":0,"tutorial":{}})") << true;
        QTest::addRow("null is absent") << QByteArray(R"({"version":null,"gameData":null})") << false;
        QTest::addRow("a snapshot") << QByteArray(R"({"factions":{},"tutorial":{}})") << false;
        QTest::addRow("nothing") << QByteArray("{}") << false;
    }

    void recognises()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isSave);

        QCOMPARE(SaveFile::isSave(*json(text.toStdString()).asObject()), isSave);
    }

    void readsTheCurrentVersion_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QByteArray whole =
            R"({"version":1,"timestamp":1768469443000,"playtime":1500.5,"slot":"slot3",)"
            R"("gameData":{"factions":{"x":1},"tutorial":{"completedSteps":3},"tutorialComplete":true,)"
            R"("quests":[1,null]},"meta":{"snapshotSource":"worldStateStore","slotLabel":"Slot 3"}})";

        row("whole, and written as it came", whole, {QByteArray("1 ").append(whole)});
        row("in another order, with more",
            R"({"meta":{"slotLabel":"L","more":1},"gameData":{},"x":1,)"
            R"("slot":"s","version":1})",
            {R"(1 {"version":1,"timestamp":0,"playtime":0,"slot":"s","gameData":{},)"
             R"("meta":{"snapshotSource":"","slotLabel":"L"}})"});
        row("game data alone", R"({"version":1,"gameData":{}})", {written("1", "{}")});
        row("flags of older saves say nothing here",
            R"({"version":1,"tutorialComplete":true,"gameData":{"tutorialSkipped":true}})",
            {written("1", R"({"tutorialSkipped":true})")});
        row("null is absent",
            R"({"version":1,"timestamp":null,"playtime":null,"slot":null,"meta":null,"gameData":{}})",
            {written("1", "{}")});
        row("fields of the wrong type",
            R"({"version":1,"timestamp":"t","playtime":[],"slot":3,"meta":{"slotLabel":7,)"
            R"("snapshotSource":{}},"gameData":{}})",
            {written("1", "{}"), "timestamp: a number, string", "playtime: a number, list",
                "slot: a string, number", "meta.snapshotSource: a string, object",
                "meta.slotLabel: a string, number"});
        row("meta of the wrong type", R"({"version":1,"meta":"m","gameData":{}})",
            {written("1", "{}"), "meta: an object, string"});
    }

    void readsTheCurrentVersion()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSave(text), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");

        const QByteArray noData = "not_understood: the save has no game data: \"gameData\" must be an object";
        QTest::addRow("version 2")
            << QByteArray(R"({"version":2,"gameData":{}})")
            << QByteArrayList{"future_version: the save is of version 2; this program knows version 1"};
        QTest::addRow("a version between")
            << QByteArray(R"({"version":1.5,"gameData":{}})")
            << QByteArrayList{"future_version: the save is of version 1.5; this program knows version 1"};
        QTest::addRow("a later version, whatever else is wrong")
            << QByteArray(R"({"version":1e30,"gameData":7,"slot":7})")
            << QByteArrayList{"future_version: the save is of version 1e+30; this program knows version 1"};
        QTest::addRow("no game data") << QByteArray(R"({"version":1,"slot":"a"})") << QByteArrayList{noData};
        QTest::addRow("game data that are null")
            << QByteArray(R"({"version":1,"gameData":null})") << QByteArrayList{noData};
        QTest::addRow("game data of the wrong type") << QByteArray(R"({"version":1,"gameData":[]})")
                                                     << QByteArrayList{noData, "gameData: an object, list"};
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSave(text), expected);
    }

    void aRefusalNamesTheRemedy()
    {
        FieldReader reader;
        const auto save = SaveFile::fromJson(JsonObject{{"version", 2}}, reader);

        QCOMPARE(
            QByteArray::fromStdString(save.error().remedy), QByteArray("Use a newer telemetry-inspector."));
    }

    void migrates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QByteArray completed = R"({"tutorial":{"completed":true}})";
        const QByteArray nothing = R"({"tutorial":{}})";

        row("version 0", R"({"version":0,"gameData":{"factions":{"a":1},"quests":[]}})",
            {written("0", R"({"factions":{"a":1},"quests":[],"tutorial":{}})")});
        row("no version", R"({"gameData":{"tutorial":{"enabled":true}}})",
            {written("0", R"({"tutorial":{"enabled":true}})")});
        row("a version of the wrong type", R"({"version":"1","gameData":{}})",
            {written("0", nothing), "version: a number, string"});
        row("a version below 0", R"({"version":-1,"gameData":{}})", {written("-1", nothing)});
        row("no game data", R"({"version":0})", {written("0", nothing)});
        row("slices beside the version",
            R"({"version":0,"timestamp":5,"tutorialComplete":true,"quests":1,"factions":{"reputation":{}}})",
            {QByteArray(
                written("0", R"({"quests":1,"factions":{"reputation":{}},"tutorial":{"completed":true}})"))
                    .replace("\"timestamp\":0", "\"timestamp\":5")});
        row("game data of the wrong type", R"({"version":0,"gameData":"x"})",
            {written("0", nothing), "gameData: an object, string"});
        row("completed, beside the game data", R"({"version":0,"tutorialComplete":true})",
            {written("0", completed)});
        row("completed, in the game data", R"({"gameData":{"tutorialComplete":true}})",
            {written("0", completed)});
        row("skipped, beside the game data", R"({"version":0,"tutorialSkipped":true})",
            {written("0", R"({"tutorial":{"skipped":true}})")});
        row("skipped, in the game data", R"({"gameData":{"tutorialSkipped":true}})",
            {written("0", R"({"tutorial":{"skipped":true}})")});
        row("each on another level", R"({"tutorialComplete":true,"gameData":{"tutorialSkipped":true}})",
            {written("0", R"({"tutorial":{"completed":true,"skipped":true}})")});
        row("one level says so", R"({"tutorialComplete":true,"gameData":{"tutorialComplete":false}})",
            {written("0", completed)});
        row("into the slice that is there",
            R"({"tutorialComplete":true,"gameData":{"tutorial":{"completed":false,"totalSteps":4},"npcs":1}})",
            {written("0", R"({"tutorial":{"completed":true,"totalSteps":4},"npcs":1})")});
        row("a flag that is off takes nothing back",
            R"({"tutorialComplete":false,"gameData":{"tutorial":{"completed":true}}})",
            {written("0", completed)});
        row("flags of the wrong type", R"({"tutorialComplete":1,"gameData":{"tutorialSkipped":"yes"}})",
            {written("0", nothing), "tutorialComplete: a boolean, number",
                "gameData.tutorialSkipped: a boolean, string"});
        row("a tutorial of the wrong type", R"({"tutorialComplete":true,"gameData":{"tutorial":7}})",
            {written("0", completed), "gameData.tutorial: an object, number"});
        row("a count of completed steps", R"({"gameData":{"tutorial":{"completedSteps":3,"totalSteps":4}}})",
            {written("0", R"({"tutorial":{"totalSteps":4}})")});
        row("a list of them", R"({"gameData":{"tutorial":{"completedSteps":["a"]}}})",
            {written("0", R"({"tutorial":{"completedSteps":["a"]}})")});
        row("reputation stays for the slice to read",
            R"({"gameData":{"factions":{"reputation":{"a":{"fame":3}}}}})",
            {written("0", R"({"factions":{"reputation":{"a":{"fame":3}}},"tutorial":{}})")});
    }

    void migrates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSave(text), expected);
    }

    void writesInTheOrderOfTheFormat()
    {
        SaveFile save;
        save.timestamp = 1768469443000;
        save.playtime = 61000;
        save.slot = "old-harbour";
        save.gameData = {{"factions", JsonObject()}, {"tutorialComplete", false}};
        save.snapshotSource = "worldStateStore";
        save.slotLabel = "Old Harbour";

        QCOMPARE(QByteArray::fromStdString(toJsonText(save.toJson(), JsonLayout::Indented)),
            QByteArray("{\n"
                       "  \"version\": 1,\n"
                       "  \"timestamp\": 1768469443000,\n"
                       "  \"playtime\": 61000,\n"
                       "  \"slot\": \"old-harbour\",\n"
                       "  \"gameData\": {\n"
                       "    \"factions\": {},\n"
                       "    \"tutorialComplete\": false\n"
                       "  },\n"
                       "  \"meta\": {\n"
                       "    \"snapshotSource\": \"worldStateStore\",\n"
                       "    \"slotLabel\": \"Old Harbour\"\n"
                       "  }\n"
                       "}"));
    }
};

QTEST_APPLESS_MAIN(tst_SaveFile)
#include "tst_SaveFile.moc"
