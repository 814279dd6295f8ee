// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/TutorialCsv.h"
#include "core/state/WorldState.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_TutorialCsv : public QObject
{
    Q_OBJECT

private slots:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("snapshots"); // ' for "
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char *name, const char *snapshots, const char *rows) {
            QTest::newRow(name) << QByteArray(snapshots).replace('\'', '"') << QByteArray(rows);
        };

        row("none", "", "");
        row("empty", "{}", "unknown,,,,,,,,{}\n");
        row("everything",
            "{'event':'e','timestamp':1768469443000,'stepIndex':1,'totalSteps':4,'stepId':'s',"
            "'completedSteps':['r','q'],'currentPrompt':{'stepId':'s','title':'T'},'metadata':{'a':[1,'b']}}",
            "e,1768469443000,2026-01-15T09:30:43.000Z,1,4,s,T,r|q,\"{\"\"a\"\":[1,\"\"b\"\"]}\"\n");
        row("a time of 0 has no text", "{'event':'e','timestamp':0}", "e,0,,,,,,,{}\n");
        row("numbers of the wrong type are empty", "{'event':'e','stepIndex':'1','totalSteps':true}",
            "e,,,,,,,,{}\n");
        row("oldest first", "{'event':'b'},{'event':'a'}", "b,,,,,,,,{}\na,,,,,,,,{}\n");
        row("no step, no title",
            "{'event':'e','currentPrompt':{'title':'C'},'promptHistory':[{'title':'H'}]}", "e,,,,,,,,{}\n");
        row("the current prompt before the history",
            "{'event':'e','stepId':'s','currentPrompt':{'stepId':'s','title':'C'},"
            "'promptHistory':[{'stepId':'s','title':'H'}]}",
            "e,,,,,s,C,,{}\n");
        row("the current prompt has an empty title",
            "{'event':'e','stepId':'s','currentPrompt':{'stepId':'s','title':''},"
            "'promptHistory':[{'stepId':'s','title':'H'}]}",
            "e,,,,,s,H,,{}\n");
        row("the current prompt has no title",
            "{'event':'e','stepId':'s','currentPrompt':{'stepId':'s'},"
            "'promptHistory':[{'stepId':'s','title':'H'}]}",
            "e,,,,,s,H,,{}\n");
        row("the current prompt is another step's",
            "{'event':'e','stepId':'s','currentPrompt':{'stepId':'t','title':'C'},"
            "'promptHistory':[{'stepId':'s','title':'H'}]}",
            "e,,,,,s,H,,{}\n");
        row("the newest of the step's history",
            "{'event':'e','stepId':'s','promptHistory':[{'stepId':'s','title':'1'},"
            "{'stepId':'s','title':'2'},{'stepId':'t','title':'3'}]}",
            "e,,,,,s,2,,{}\n");
        row("the newest of the step has no title",
            "{'event':'e','stepId':'s','promptHistory':[{'stepId':'s','title':'1'},{'stepId':'s'}]}",
            "e,,,,,s,,,{}\n");
        row("no prompt of the step", "{'event':'e','stepId':'s'}", "e,,,,,s,,,{}\n");
        row("quoted", "{'event':'a,b','stepId':'say \\\"x\\\"'}", "\"a,b\",,,,,\"say \"\"x\"\"\",,,{}\n");
    }

    void rows()
    {
        QFETCH(QByteArray, snapshots);
        QFETCH(QByteArray, rows);
        FieldReader reader;
        const JsonValue snapshot = json(QByteArray("{\"tutorial\":{\"promptHistorySnapshots\":[")
                                            .append(snapshots)
                                            .append("]}}")
                                            .toStdString());
        const WorldState state = hydrated(*snapshot.asObject(), WorldState(), reader);

        QCOMPARE(QByteArray::fromStdString(tutorialSnapshotsCsv(state.get<TutorialSlice>())),
            QByteArray("event,timestamp,timestamp_iso,step_index,total_steps,step_id,step_title,"
                       "completed_steps,metadata\n")
                .append(rows));
    }
};

QTEST_APPLESS_MAIN(tst_TutorialCsv)
#include "tst_TutorialCsv.moc"
