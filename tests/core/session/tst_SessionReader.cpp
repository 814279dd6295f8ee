// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FailingDevice.h"
#include "tests/support/ReadSession.h"
#include "tests/support/TestJson.h"

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayList>
#include <QIODevice>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const QByteArray marker = R"({"type":"marker","timestamp":5,"label":"x"})";
const QByteArray ok = "#1 marker@5";

/// Lines with the marker before and behind them.
QByteArray between(const QByteArray &lines)
{
    return QByteArray(marker).append('\n').append(lines).append('\n').append(marker).append('\n');
}

} // namespace

/// The rules for records and lines; what an input is taken for is in tst_SessionReaderInputs.
class tst_SessionReader : public QObject
{
    Q_OBJECT

private slots:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QByteArray second = "#2 marker@5";
        const QByteArray noType = " a record has a string \"type\", this object has none";

        row("no final newline", marker, {ok});
        row("byte-order mark", QByteArray("\xef\xbb\xbf").append(marker), {ok});
        row("a byte-order mark alone on the first line", QByteArray("\xef\xbb\xbf\n").append(marker), {ok});
        row("a byte-order mark further down is no JSON", between(QByteArray("\xef\xbb\xbf").append(marker)),
            {ok, second, "skipped 2: not JSON"});
        row("CR LF", QByteArray(marker).append("\r\n").append(marker).append("\r\n"), {ok, second});
        row("blank lines", QByteArray("\n \t\r\n").append(between("\n\n  ")), {ok, second});
        row("spaces around a record", QByteArray("  ").append(marker).append(" \t\n"), {ok});
        row("a line that is no JSON", between("x"), {ok, second, "skipped 2: not JSON"});
        row("several bad lines", between("[1]\n\n{}\n{\"type\":7}"),
            {ok, second, "skipped 2: a record is an object, this is a list",
                QByteArray("skipped 4:").append(noType), QByteArray("skipped 5:").append(noType)});
        row("two records on a line", between(QByteArray(marker).append(marker)),
            {ok, second, "skipped 2: not JSON"});
        row("cut JSON in the middle", between("{\"type\":\"ev"), {ok, second, "skipped 2: not JSON"});
        row("torn last line", QByteArray(marker).append("\n{\"type\":\"ev"),
            {ok, "skipped 2: the last line is torn (not JSON)"});
        row("a bad last line that is whole", QByteArray(marker).append("\n{\"type\":\"ev\n"),
            {ok, "skipped 2: not JSON"});
        row("complete but no record, without its line end", QByteArray(marker).append("\n7"),
            {ok, "skipped 2: a record is an object, this is a number"});
        row("torn inside a character", QByteArray(marker).append("\n{\"type\":\"\xc3"),
            {ok, "skipped 2: the last line is torn (not JSON)"});
    }

    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSession(text), expected);
    }

    void records_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const char *text, const QByteArrayList &expected) {
            QTest::newRow(name) << QByteArray(text) << expected;
        };
        const QByteArray noTime = " no \"timestamp\"; the previous record's is taken [timestamp]";

        row("file order, though the clock goes back", R"({"type":"event","event":"a","timestamp":9}
{"type":"event","event":"b","timestamp":3}
{"type":"event","event":"c","timestamp":9})",
            {"#1 event@9 a", "#2 event@3 b", "#3 event@9 c"});
        row("a time shared", R"({"type":"event","event":"a","timestamp":9}
{"type":"event","event":"b","timestamp":9})",
            {"#1 event@9 a", "#2 event@9 b"});
        row("the time is taken over", R"({"type":"event","event":"a","timestamp":9}
{"type":"event","event":"b"}
{"type":"marker","timestamp":"soon"})",
            {"#1 event@9 a", "#2 event@9 b", "#3 marker@9", QByteArray("warning 2:").append(noTime),
                ("warning 3: \"timestamp\" must be a number, not string; it counts as absent, and the "
                 "previous record's is taken [timestamp]")});
        row("but not from a line that is skipped", R"({"type":"event","event":"a","timestamp":9}
{"timestamp":11}
{"type":"event","event":"b"})",
            {"#1 event@9 a", "#2 event@9 b",
                "skipped 2: a record has a string \"type\", this object has none",
                QByteArray("warning 3:").append(noTime)});
        row("the first record without a time", R"({"type":"event","event":"a"})",
            {"#1 event@0 a", QByteArray("warning 1:").append(noTime)});
        row("a session needs no time", R"({"type":"session","schema":"telemetry-session/1"})",
            {"#1 session@0"});
        row("a later session takes the time over", R"({"type":"marker","timestamp":4}
{"type":"session"}
{"type":"event","event":"a"})",
            {"#1 marker@4", "#2 session@4", "#3 event@4 a", QByteArray("warning 3:").append(noTime)});
        row("an unknown type is kept", R"({"type":"telepathy","timestamp":1})", {"#1 telepathy@1"});
        row("an event without a name is kept", R"({"type":"event","timestamp":1})", {"#1 event@1"});
        row("a snapshot without a snapshot is kept", R"({"type":"snapshot","timestamp":1})",
            {"#1 snapshot@1"});
        row("numbers count records, not lines", R"(
7

{"type":"marker","timestamp":1}
8
{"type":"odd","timestamp":2})",
            {"#1 marker@1", "#2 odd@2", "skipped 2: a record is an object, this is a number",
                "skipped 5: a record is an object, this is a number"});
        row("a warning names its line", R"({"type":"marker","timestamp":1}

{"type":"marker","timestamp":2,"label":7})",
            {"#1 marker@1", "#2 marker@2",
                "warning 3: \"label\" must be a string, not number; it counts as absent [label]"});
    }

    void records()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSession(text), expected);
    }

    void sequence_data()
    {
        QTest::addColumn<QByteArray>("seqs"); // one per record; s for a session record, g4 for a gap
        QTest::addColumn<QByteArrayList>("gaps");

        QTest::addRow("rising by one") << QByteArray("1 2 3") << QByteArrayList{};
        QTest::addRow("the first may be any") << QByteArray("41 42") << QByteArrayList{};
        QTest::addRow("a jump") << QByteArray("1 2 5")
                                << QByteArrayList{"gap 3: \"seq\" jumps from 2 to 5 [seq]"};
        QTest::addRow("counts on from the jump") << QByteArray("1 5 6 8")
                                                 << QByteArrayList{"gap 2: \"seq\" jumps from 1 to 5 [seq]",
                                                        "gap 4: \"seq\" jumps from 6 to 8 [seq]"};
        QTest::addRow("back") << QByteArray("7 3")
                              << QByteArrayList{"gap 2: \"seq\" jumps from 7 to 3 [seq]"};
        QTest::addRow("the same again")
            << QByteArray("7 7") << QByteArrayList{"gap 2: \"seq\" jumps from 7 to 7 [seq]"};
        QTest::addRow("below zero") << QByteArray("-1 0 1") << QByteArrayList{};
        QTest::addRow("none between") << QByteArray("1 null 2") << QByteArrayList{};
        QTest::addRow("a session starts anew") << QByteArray("7 s 1 2") << QByteArrayList{};
        QTest::addRow("a gap tells of its own jump") << QByteArray("1 g5 6") << QByteArrayList{};
        QTest::addRow("a gap without a number tells of the next one")
            << QByteArray("1 g 5 7") << QByteArrayList{"gap 4: \"seq\" jumps from 5 to 7 [seq]"};
        QTest::addRow("a fraction") << QByteArray("1 1.5")
                                    << QByteArrayList{"gap 2: \"seq\" jumps from 1 to 1.5 [seq]"};
        QTest::addRow("beyond every integer")
            << QByteArray("1 1e300") << QByteArrayList{"gap 2: \"seq\" jumps from 1 to 1e+300 [seq]"};
    }

    void sequence()
    {
        QFETCH(QByteArray, seqs);
        QFETCH(QByteArrayList, gaps);
        QByteArray text;
        for (const QByteArray &seq : seqs.split(' ')) {
            if (seq == "s")
                text.append("{\"type\":\"session\"}\n");
            else if (seq.startsWith('g')) // and its number, where it has one
                text.append("{\"type\":\"gap\",\"timestamp\":1")
                    .append(seq.size() > 1 ? ",\"seq\":" + seq.mid(1) : QByteArray())
                    .append("}\n");
            else
                text.append("{\"type\":\"marker\",\"timestamp\":1,\"seq\":").append(seq).append("}\n");
        }

        const QByteArrayList all = readSession(text);

        QCOMPARE(all.mid(seqs.split(' ').size()), gaps);
    }

    void numberOfASessionRecordIsTheFirstOfItsSequence()
    {
        QCOMPARE(readSession("{\"type\":\"marker\",\"timestamp\":1,\"seq\":9}\n"
                             "{\"type\":\"session\",\"seq\":1}\n"
                             "{\"type\":\"marker\",\"timestamp\":1,\"seq\":3}\n"),
            QByteArrayList(
                {"#1 marker@1", "#2 session@1", "#3 marker@1", "gap 3: \"seq\" jumps from 1 to 3 [seq]"}));
    }

    void countsWhatItRead()
    {
        QBuffer buffer;
        buffer.setData(R"({"type":"session"}
{"type":"event","timestamp":1,"event":"a","seq":1}
{"type":"event","timestamp":1,"payload":3,"seq":4}
{"type":"snapshot","timestamp":1,"snapshot":{}}
{"type":"marker","timestamp":1}
{"type":"gap","timestamp":1}
{"type":"x","timestamp":1}
nothing
{"type":"y"}
)");
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {});
        SessionRecord record;
        while (reader.next(record).value_or(false)) {
        }

        const ReadReport &report = reader.report();

        QCOMPARE(shown(JsonObject{{"records", report.records}, {"events", report.events},
                     {"snapshots", report.snapshots}, {"markers", report.markers}, {"gaps", report.gaps},
                     {"unknown", report.unknownRecords}, {"warnings", report.warnings},
                     {"skipped", report.skippedLines}, {"issues", report.issues.size()}}),
            QByteArray("{\"records\":8,\"events\":2,\"snapshots\":1,\"markers\":1,\"gaps\":2,\"unknown\":2,"
                       "\"warnings\":2,\"skipped\":1,\"issues\":4}"));
        QCOMPARE(record.line, std::uint64_t{9});
    }

    void countsMoreIssuesThanItKeeps()
    {
        QBuffer buffer;
        buffer.setData(QByteArray(marker).append('\n').append(QByteArray("7\n").repeated(5000)));
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {});
        SessionRecord record;
        while (reader.next(record).value_or(false)) {
        }

        QCOMPARE(reader.report().skippedLines, std::uint64_t{5000});
        QCOMPARE(reader.report().issues.size(), ReadReport::maxIssuesKept);
        QCOMPARE(shownIssue(reader.report().issues.back()),
            QByteArray("skipped 1001: a record is an object, this is a number"));
    }

    void copiesOnlyPayloadsThatAreWanted()
    {
        QBuffer buffer;
        buffer.setData(R"({"type":"event","timestamp":1,"event":"a","payload":{"x":1}}
{"type":"event","timestamp":1,"event":"b","payload":{"x":1}})");
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {0, [](std::string_view event) { return event == "b"; }});
        SessionRecord first;
        SessionRecord second;

        QVERIFY(reader.next(first).value_or(false));
        QVERIFY(reader.next(second).value_or(false));

        QCOMPARE(shown(first.payload), QByteArray("{}"));
        QCOMPARE(shown(second.payload), QByteArray("{\"x\":1}"));
    }

    void aReadErrorEndsTheReading()
    {
        FailingDevice device(QByteArray(marker).append('\n').repeated(200'000), 3 << 20);
        device.open(QIODevice::ReadOnly);

        const QByteArrayList lines = readSession(device);

        QCOMPARE(lines.first(), ok);
        QVERIFY2(lines.last().startsWith("error read_failed: reading stopped after line ") &&
                     lines.last().endsWith(": the disk is gone"),
            lines.last().constData());
    }
};

QTEST_APPLESS_MAIN(tst_SessionReader)
#include "tst_SessionReader.moc"
