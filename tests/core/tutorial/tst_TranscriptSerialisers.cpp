// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tutorial/TranscriptSerialisers.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr std::string_view csvHeader =
    "sequence,event,prompt_id,title,action,timestamp,timestamp_iso,follow_up_narrative,metadata\n";
constexpr std::string_view markdownHeader =
    "| # | Event | Prompt | Action | Timestamp | Narrative |\n| --- | --- | --- | --- | --- | --- |\n";

/// The entry that a JSON object describes.
TranscriptEntry entryOf(const JsonValue &told)
{
    TranscriptEntry entry;
    FieldReader reader;
    if (!readField(told, entry, reader) || !reader.issues().empty())
        QTest::qFail("the test's own entry is wrong", __FILE__, __LINE__);
    return entry;
}

std::vector<TranscriptEntry> entriesOf(const QByteArray &told)
{
    const JsonValue list = json(told.toStdString());
    std::vector<TranscriptEntry> entries;
    for (const JsonValue &each : *list.asArray())
        entries.push_back(entryOf(each));
    return entries;
}

} // namespace

class tst_TranscriptSerialisers : public QObject
{
    Q_OBJECT

private slots:
    void serialise_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<QByteArray>("asJson");
        QTest::addColumn<QByteArray>("asCsv");      // below the header
        QTest::addColumn<QByteArray>("asMarkdown"); // below the header

        QTest::addRow("none") << QByteArray("[]") << QByteArray("[]") << QByteArray() << QByteArray();
        QTest::addRow("every field")
            << QByteArray(R"([{"event":"e","promptId":"p","promptText":"t","actionTaken":"x",
                "timestamp":1768469443000,"followUpNarrative":"f","metadata":{"b":1,"a":null}}])")
            << QByteArray(R"([{"sequence":0,"event":"e","promptId":"p","title":"t","action":"x",
                "timestamp":1768469443000,"timestampIso":"2026-01-15T09:30:43.000Z",
                "followUpNarrative":"f","metadata":{"b":1,"a":null}}])")
            << QByteArray("0,e,p,t,x,1768469443000,2026-01-15T09:30:43.000Z,f,"
                          "\"{\"\"b\"\":1,\"\"a\"\":null}\"\n")
            << QByteArray("| 0 | e | t | x | 2026-01-15T09:30:43.000Z | f |\n");
        QTest::addRow("nothing known")
            << QByteArray("[{}]")
            << QByteArray(R"([{"sequence":0,"event":"unknown","promptId":null,"title":null,"action":null,
                "timestamp":null,"timestampIso":null,"followUpNarrative":null,"metadata":null}])")
            << QByteArray("0,unknown,,,,,,,\n") << QByteArray("| 0 | unknown |  |  |  |  |\n");
        QTest::addRow("empty texts stay empty, also the event")
            << QByteArray(R"([{"event":"","promptId":"","promptText":"","actionTaken":"",
                "followUpNarrative":"","metadata":{}}])")
            << QByteArray(R"([{"sequence":0,"event":"","promptId":"","title":"","action":"",
                "timestamp":null,"timestampIso":null,"followUpNarrative":"","metadata":{}}])")
            << QByteArray("0,,,,,,,,{}\n") << QByteArray("| 0 |  |  |  |  |  |\n");
        QTest::addRow("time 0 has no ISO text")
            << QByteArray(R"([{"event":"e","timestamp":0}])")
            << QByteArray(R"([{"sequence":0,"event":"e","promptId":null,"title":null,"action":null,
                "timestamp":0,"timestampIso":null,"followUpNarrative":null,"metadata":null}])")
            << QByteArray("0,e,,,,0,,,\n") << QByteArray("| 0 | e |  |  |  |  |\n");
        QTest::addRow("a fraction of a millisecond")
            << QByteArray(R"([{"event":"e","timestamp":1.5}])")
            << QByteArray(R"([{"sequence":0,"event":"e","promptId":null,"title":null,"action":null,
                "timestamp":1.5,"timestampIso":"1970-01-01T00:00:00.001Z","followUpNarrative":null,
                "metadata":null}])")
            << QByteArray("0,e,,,,1.5,1970-01-01T00:00:00.001Z,,\n")
            << QByteArray("| 0 | e |  |  | 1970-01-01T00:00:00.001Z |  |\n");
        QTest::addRow("text that each format must escape")
            << QByteArray(R"([{"event":"a,b","promptId":"say \u0022hi\u0022","promptText":"x|y\nz",
                "actionTaken":"c\rd","followUpNarrative":"e\r\nf"}])")
            << QByteArray(R"([{"sequence":0,"event":"a,b","promptId":"say \u0022hi\u0022","title":"x|y\nz",
                "action":"c\rd","timestamp":null,"timestampIso":null,"followUpNarrative":"e\r\nf",
                "metadata":null}])")
            << QByteArray("0,\"a,b\",\"say \"\"hi\"\"\",\"x|y\nz\",\"c\rd\",,,\"e\r\nf\",\n")
            << QByteArray("| 0 | a,b | x\\|y<br>z | c<br>d |  | e<br>f |\n");
        QTest::addRow("several are numbered from 0")
            << QByteArray(R"([{"event":"a"},{"event":"b"}])")
            << QByteArray(R"([{"sequence":0,"event":"a","promptId":null,"title":null,"action":null,
                "timestamp":null,"timestampIso":null,"followUpNarrative":null,"metadata":null},
                {"sequence":1,"event":"b","promptId":null,"title":null,"action":null,
                "timestamp":null,"timestampIso":null,"followUpNarrative":null,"metadata":null}])")
            << QByteArray("0,a,,,,,,,\n1,b,,,,,,,\n")
            << QByteArray("| 0 | a |  |  |  |  |\n| 1 | b |  |  |  |  |\n");
    }

    void serialise()
    {
        QFETCH(QByteArray, entries);
        QFETCH(QByteArray, asJson);
        QFETCH(QByteArray, asCsv);
        QFETCH(QByteArray, asMarkdown);
        const std::vector<TranscriptEntry> transcript = entriesOf(entries);

        QCOMPARE(shown(transcriptJson(transcript)), shown(json(asJson.toStdString())));
        QCOMPARE(QByteArray::fromStdString(transcriptCsv(transcript)),
            QByteArray::fromStdString(std::string(csvHeader)) + asCsv);
        QCOMPARE(QByteArray::fromStdString(transcriptMarkdown(transcript)),
            QByteArray::fromStdString(std::string(markdownHeader)) + asMarkdown);
    }
};

QTEST_APPLESS_MAIN(tst_TranscriptSerialisers)
#include "tst_TranscriptSerialisers.moc"
