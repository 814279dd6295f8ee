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
const QByteArray notUnderstood = "error not_understood: neither a session, a snapshot nor a save: ";
const QByteArray asAWhole = "no line of the first 64 is an object with a \"type\", and as a whole it is ";

} // namespace

/// What an input is taken for, and the limits of its size.
class tst_SessionReaderInputs : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
            QTest::newRow(name) << text << expected;
        };
        const auto refused = [](const QByteArray &why) { return QByteArrayList{notUnderstood + why}; };
        const QByteArrayList snapshot{"#1 snapshot@1234"};

        row("empty", "", {});
        row("blank lines only", "\n  \n\t\r\n", {});
        row("a byte-order mark only", "\xef\xbb\xbf", {});
        row("a session without a session record", marker, {"#1 marker@5"});
        row("a session of one unknown record", R"({"type":"odd","timestamp":1})", {"#1 odd@1"});
        row("snapshot with factions", R"({"factions":{}})", snapshot);
        row("snapshot with tutorial", R"({"tutorial":{}})", snapshot);
        row("snapshot, indented", "\n{\n  \"factions\": {},\n  \"tutorial\": {}\n}\n\n", snapshot);
        row("snapshot, CR LF", "{\r\n\"factions\": {}\r\n}\r\n", snapshot);
        row("snapshot behind a byte-order mark", "\xef\xbb\xbf{\"factions\":{}}", snapshot);
        row("snapshot with a type that is no string", R"({"type":7,"factions":{}})", snapshot);
        row("snapshot whose factions are null", R"({"factions":null})", snapshot);
        row("snapshot with something to mend", QByteArray("{\"factions\":{},\"x\":\"\xff\"}"),
            {"#1 snapshot@1234", "warning 1: invalid UTF-8 was replaced by U+FFFD"});
        row("save", R"({"version":1,"timestamp":77,"gameData":{"factions":{}}})", {"#1 snapshot@77"});
        row("save of several lines", "{\n\"version\":1,\n\"timestamp\":77,\n\"gameData\":{}\n}\n",
            {"#1 snapshot@77"});
        row("save without a time", R"({"version":1,"gameData":{}})",
            {"#1 snapshot@0", "warning 1: no \"timestamp\"; 0 is taken [timestamp]"});
        row("save with a time of the wrong type", R"({"version":1,"timestamp":"now","gameData":{}})",
            {"#1 snapshot@0", "warning 1: \"timestamp\" must be a number, not string; it counts as absent "
                              "[timestamp]"});
        row("save without game data", R"({"version":1,"timestamp":1})",
            {"error not_understood: the save has no game data: \"gameData\" must be an object"});
        row("save without a version", R"({"timestamp":7,"gameData":{}})", {"#1 snapshot@7"});
        row("older save without game data", R"({"version":0,"timestamp":7,"tutorialComplete":true})",
            {"#1 snapshot@7"});
        row("save of a later version", R"({"version":2,"timestamp":7,"gameData":{}})",
            {"error future_version: the save is of version 2; this program knows version 1"});
        row("save that is cut", R"({"version":1,"gameData":{"factions":{})", refused(asAWhole + "not JSON"));
        row("text", "hello\nworld\n", refused(asAWhole + "not JSON"));
        row("binary",
            QByteArray("\x7f"
                       "ELF\0\1\2\n\0",
                9),
            refused(asAWhole + "not JSON"));
        row("an object of another kind", R"({"a":1})",
            refused("it is an object without \"type\", \"factions\", \"tutorial\" or \"gameData\""));
        row("an empty object", "{}",
            refused("it is an object without \"type\", \"factions\", \"tutorial\" or \"gameData\""));
        row("a list", "[]", refused("it holds a list"));
        row("a list of snapshots", "[{\"factions\":{}}]", refused("it holds a list"));
        row("a string", "\"factions\"", refused("it holds a string"));
        row("two snapshots", "{\"factions\":{}}\n{\"factions\":{}}\n", refused(asAWhole + "not JSON"));
        row("a snapshot that is cut", "{\"factions\":{}", refused(asAWhole + "not JSON"));
        row("a snapshot nested too deep",
            QByteArray("{\"factions\":")
                .append(QByteArray(136, '['))
                .append(QByteArray(136, ']'))
                .append('}'),
            refused(asAWhole + "nested deeper than 136 levels"));
    }

    void recognises()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSession(text), expected);
    }

    void aBareSnapshotIsARecord()
    {
        QBuffer buffer;
        buffer.setData("{\n \"tutorial\":{\"b\":1,\"7\":2}}");
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {99, {}});
        SessionRecord record;

        QVERIFY(reader.next(record).value_or(false));

        QCOMPARE(record.type, SessionRecord::Type::Snapshot);
        QCOMPARE(shown(record.body),
            QByteArray(
                "{\"type\":\"snapshot\",\"timestamp\":99,\"snapshot\":{\"tutorial\":{\"7\":2,\"b\":1}}}"));
        QCOMPARE(reader.report().snapshots, std::uint64_t{1});
        QVERIFY(!reader.next(record).value_or(true));
    }

    void aSaveIsARecord()
    {
        QBuffer buffer;
        buffer.setData("{\"version\":0,\"timestamp\":7,\"tutorialComplete\":true,"
                       "\"gameData\":{\"tutorial\":{\"completedSteps\":3},\"quests\":[1]}}");
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {99, {}});
        SessionRecord record;

        QVERIFY(reader.next(record).value_or(false));

        const QByteArray expected = "{\"type\":\"snapshot\",\"timestamp\":7,\"snapshot\":{\"tutorial\":"
                                    "{\"completed\":true},\"quests\":[1]}}";
        QCOMPARE(shown(record.body), expected);
        QCOMPARE(QByteArray::fromStdString(reader.recordText(record)), expected);
        QCOMPARE(reader.report().warnings, std::uint64_t{0});
    }

    void theTextOfARecordIsItsLine()
    {
        QBuffer buffer;
        buffer.setData(QByteArray("\xef\xbb\xbf").append(marker).append(" \r\n7\n").append(marker));
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {});
        SessionRecord record;
        QByteArrayList texts;
        while (reader.next(record).value_or(false))
            texts.append(QByteArray::fromStdString(reader.recordText(record)));

        QCOMPARE(texts, QByteArrayList({marker + ' ', marker}));
    }

    void tellsWhereARecordStands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("places");
        const QByteArray odd = R"({"type":"odd"})"; // 14 bytes

        QTest::addRow("lines") << QByteArray(odd).append('\n').append(odd).append('\n')
                               << QByteArrayList{"0+14", "15+14"};
        QTest::addRow("a byte-order mark, CR LF, a blank and a bad line, no last line end")
            << QByteArray("\xef\xbb\xbf").append(odd).append("\r\n \n7\n ").append(odd).append(' ')
            << QByteArrayList{"3+14", "23+16"};
        QTest::addRow("a bare snapshot")
            << QByteArray("\xef\xbb\xbf{\n\"factions\":{}}\n") << QByteArrayList{"0+20 whole"};
    }

    void tellsWhereARecordStands()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, places);
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {});
        SessionRecord record;
        QByteArrayList found;

        while (reader.next(record).value_or(false)) {
            const RecordPlace place = reader.recordPlace();
            found.append(QByteArray::number(static_cast<qulonglong>(place.offset)) + '+' +
                         QByteArray::number(static_cast<qulonglong>(place.length)) +
                         (place.isLine ? "" : " whole"));
        }

        QCOMPARE(found, places);
    }

    void looksAtSixtyFourLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("lastTwo");
        const auto bad = [](int lines, const char *line = "7\n") {
            return QByteArray(line).repeated(lines).append(marker);
        };
        const QByteArrayList refused{notUnderstood + asAWhole + "not JSON"};

        QTest::addRow("63 bad lines before the record")
            << bad(63)
            << QByteArrayList{"skipped 62: a record is an object, this is a number",
                   "skipped 63: a record is an object, this is a number"};
        QTest::addRow("64 bad lines") << bad(64) << refused;
        QTest::addRow("65 bad lines") << bad(65) << refused;
        QTest::addRow("blank lines do not count")
            << bad(63, "\n7\n \r\n")
            << QByteArrayList{"skipped 185: a record is an object, this is a number",
                   "skipped 188: a record is an object, this is a number"};
        QTest::addRow("1000 blank lines") << bad(1000, "\n") << QByteArrayList{"#1 marker@5"};
        QTest::addRow("bad lines behind the record are not limited")
            << QByteArray(marker).append('\n').append(QByteArray("7\n").repeated(100))
            << QByteArrayList{"skipped 100: a record is an object, this is a number",
                   "skipped 101: a record is an object, this is a number"};
    }

    void looksAtSixtyFourLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, lastTwo);

        const QByteArrayList lines = readSession(text);

        QCOMPARE(lines.mid(std::max<qsizetype>(0, lines.size() - 2)), lastTwo);
    }

    void schema_data()
    {
        QTest::addColumn<QByteArray>("schema"); // JSON
        QTest::addColumn<QByteArrayList>("expected");
        const auto future = [](const char *schema) {
            return QByteArrayList{QByteArray("error future_session: the session is of format ")
                                      .append(schema)
                                      .append("; this version knows telemetry-session/1")};
        };
        const QByteArrayList known{"#1 session@0"};

        QTest::addRow("ours") << QByteArray("\"telemetry-session/1\"") << known;
        QTest::addRow("a minor version of ours") << QByteArray("\"telemetry-session/1.7\"") << known;
        QTest::addRow("an earlier one") << QByteArray("\"telemetry-session/0\"") << known;
        QTest::addRow("the next one")
            << QByteArray("\"telemetry-session/2\"") << future("telemetry-session/2");
        QTest::addRow("with a minor version")
            << QByteArray("\"telemetry-session/2.1\"") << future("telemetry-session/2.1");
        QTest::addRow("two digits") << QByteArray("\"telemetry-session/10\"")
                                    << future("telemetry-session/10");
        QTest::addRow("beyond an int")
            << QByteArray("\"telemetry-session/99999999999\"") << future("telemetry-session/99999999999");
        QTest::addRow("somebody else's") << QByteArray("\"something/7\"") << known;
        QTest::addRow("no number") << QByteArray("\"telemetry-session/x\"") << known;
        QTest::addRow("null") << QByteArray("null") << known;
    }

    void schema()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readSession(QByteArray("{\"type\":\"session\",\"schema\":").append(schema).append('}')),
            expected);
    }

    void aLaterSchemaEndsTheReadingWhereItStands()
    {
        QBuffer buffer;
        buffer.setData(QByteArray(marker)
                           .append("\n{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}\n")
                           .append(marker));
        buffer.open(QIODevice::ReadOnly);
        SessionReader reader(buffer, {});
        SessionRecord record;

        QVERIFY(reader.next(record).value_or(false));
        QCOMPARE(reader.next(record).error().code, std::string("future_session"));
        QCOMPARE(reader.next(record).value_or(true), false);
        QCOMPARE(reader.report().records, std::uint64_t{1});
    }

    void nesting_data()
    {
        QTest::addColumn<int>("depth"); // the record's own braces are 1
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("128") << 128 << QByteArrayList{"#1 event@1 a", "#2 marker@5"};
        QTest::addRow("129") << 129
                             << QByteArrayList{"#1 marker@5", "skipped 1: nested deeper than 128 levels"};
    }

    void nesting()
    {
        QFETCH(int, depth);
        QFETCH(QByteArrayList, expected);
        QByteArray text = R"({"type":"event","event":"a","timestamp":1,"payload":{"a":)";
        text.append(QByteArray(depth - 2, '['))
            .append(QByteArray(depth - 2, ']'))
            .append("}}\n")
            .append(marker);

        QCOMPARE(readSession(text), expected);
    }

    void longLines_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArrayList>("expected");
        const int longest = static_cast<int>(LineReader::maxLineBytes);

        QTest::addRow("exactly 16 MiB") << longest << QByteArrayList{"#1 event@1 a", "#2 marker@5"};
        QTest::addRow("one byte more")
            << longest + 1 << QByteArrayList{"#1 marker@5", "skipped 1: the line is longer than 16 MiB"};
    }

    void longLines()
    {
        QFETCH(int, bytes);
        QFETCH(QByteArrayList, expected);
        QByteArray text = "{\"type\":\"event\",\"event\":\"a\",\"timestamp\":1,\"payload\":{\"x\":\"";
        text.append(QByteArray(bytes - static_cast<int>(text.size()) - 3, 'x')).append("\"}}");
        QCOMPARE(text.size(), bytes);

        QCOMPARE(readSession(text.append('\n').append(marker)), expected);
    }

    void aTooLongLastLineIsNotCalledTorn()
    {
        QByteArray text(marker);
        text.append('\n').append(QByteArray(static_cast<int>(LineReader::maxLineBytes) + 1, 'x'));

        QCOMPARE(
            readSession(text), QByteArrayList({"#1 marker@5", "skipped 2: the line is longer than 16 MiB"}));
    }

    void largeSnapshots_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArrayList>("expected");
        const int largest = static_cast<int>(SessionReader::maxDocumentBytes);

        QTest::addRow("exactly 64 MiB") << largest << QByteArrayList{"#1 snapshot@1234"};
        QTest::addRow("one byte more")
            << largest + 1
            << QByteArrayList{QByteArray(notUnderstood)
                                  .append("no line of it is a record, and it is larger than the 64 MiB of a "
                                          "snapshot or a save")};
    }

    void largeSnapshots()
    {
        QFETCH(int, bytes);
        QFETCH(QByteArrayList, expected);
        QByteArray text = "{\"factions\":{},\"x\":\"";
        text.append(QByteArray(bytes - static_cast<int>(text.size()) - 2, 'x')).append("\"}");
        QCOMPARE(text.size(), bytes);

        QCOMPARE(readSession(text), expected);
    }

    void aReadErrorOfASnapshotIsTold()
    {
        FailingDevice device("{\"factions\":{}}", 20); // looked at, then read once more
        device.open(QIODevice::ReadOnly);

        const QByteArrayList lines = readSession(device);

        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().startsWith("error read_failed: "), lines.first().constData());
    }

    void aReadErrorWhileLookingIsTold()
    {
        FailingDevice device("7\n8\n", 3);
        device.open(QIODevice::ReadOnly);

        QCOMPARE(readSession(device),
            QByteArrayList{"error read_failed: reading stopped after line 1: the disk is gone"});
    }
};

QTEST_APPLESS_MAIN(tst_SessionReaderInputs)
#include "tst_SessionReaderInputs.moc"
