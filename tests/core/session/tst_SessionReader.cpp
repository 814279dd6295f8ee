// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionReader.h"
#include "tests/support/FailingDevice.h"
#include "tests/support/TestJson.h"

#include <QBuffer>
#include <QtTest>

using namespace inspector;

namespace {

QByteArray kindName(ReadIssue::Kind kind)
{
    switch (kind) {
    case ReadIssue::Kind::Warning:
        return "warning";
    case ReadIssue::Kind::SkippedLine:
        return "skipped";
    case ReadIssue::Kind::Gap:
        return "gap";
    }
    return {};
}

/// What a session reads as: a line per record, then per issue, then the error.
QByteArrayList readAll(QIODevice &device)
{
    SessionReader reader(device, {1234, {}});
    SessionRecord record;
    QByteArrayList lines;
    auto more = reader.next(record);
    for (; more && *more; more = reader.next(record)) {
        lines.append(QByteArray("#")
                         .append(QByteArray::number(record.number))
                         .append(' ')
                         .append(QByteArray::fromStdString(record.typeName))
                         .append('@')
                         .append(QByteArray::number(record.timestamp, 'f', 0))
                         .append(' ')
                         .append(QByteArray::fromStdString(record.event.value_or(""))));
        lines.last() = lines.last().trimmed();
    }
    for (const ReadIssue &issue : reader.report().issues) {
        lines.append(kindName(issue.kind)
                         .append(' ')
                         .append(QByteArray::number(quint64{issue.line}))
                         .append(": ")
                         .append(QByteArray::fromStdString(issue.reason)));
    }
    if (!more)
        lines.append(QByteArray("error ").append(QByteArray::fromStdString(more.error().code)));
    return lines;
}

QByteArrayList readAll(const QByteArray &text)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return readAll(buffer);
}

const QByteArray marker = R"({"type":"marker","timestamp":5,"label":"x"})";

} // namespace

class tst_SessionReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QByteArray ok = "#1 marker@5";

        row("nothing", "", {});
        row("blank lines only", "\n  \n\t\r\n", {});
        row("one record", marker, {ok});
        row("byte-order mark", QByteArray("\xef\xbb\xbf").append(marker), {ok});
        row("CR LF", QByteArray(marker).append("\r\n").append(marker).append("\r\n"), {ok, "#2 marker@5"});
        row("bad lines between", QByteArray(marker).append("\nx\n[1]\n{}\n{\"type\":7}\n").append(marker),
            {ok, "#2 marker@5",
                "skipped 2: not JSON: The JSON document has an improper structure: missing or superfluous "
                "commas, braces, missing keys, etc.",
                "skipped 3: a record is an object, this is a list",
                "skipped 4: a record has a string \"type\", this object has none",
                "skipped 5: a record has a string \"type\", this object has none"});
        row("torn last line", QByteArray(marker).append("\n{\"type\":\"ev"),
            {ok, "skipped 2: the last line is torn (not JSON: A string is opened, but never closed.)"});
        row("unknown type is kept", R"({"type":"telepathy","timestamp":1})", {"#1 telepathy@1"});
        row("event without a name is kept", R"({"type":"event","timestamp":1})", {"#1 event@1"});
        row("time is taken over", R"({"type":"event","event":"a","timestamp":9}
{"type":"event","event":"b"}
{"type":"event","event":"c","timestamp":"soon"})",
            {"#1 event@9 a", "#2 event@9 b", "#3 event@9 c",
                "warning 2: no \"timestamp\"; the previous record's is taken",
                "warning 3: \"timestamp\" must be a number, not string; it counts as absent, and the "
                "previous record's is "
                "taken"});
        row("first record without a time", R"({"type":"event","event":"a"})",
            {"#1 event@0 a", "warning 1: no \"timestamp\"; the previous record's is taken"});
        row("a session needs no time", R"({"type":"session","schema":"telemetry-session/1"})",
            {"#1 session@0"});
        row("the clock may go back", R"({"type":"event","event":"a","timestamp":9}
{"type":"event","event":"b","timestamp":3})",
            {"#1 event@9 a", "#2 event@3 b"});
        row("later schema", R"({"type":"session","schema":"telemetry-session/2"})", {"error future_session"});
        row("schema beyond int", R"({"type":"session","schema":"telemetry-session/99999999999"})",
            {"error future_session"});
        row("other schema", R"({"type":"session","schema":"something/7"})", {"#1 session@0"});
        row("seq jumps", R"({"type":"event","event":"a","timestamp":1,"seq":1}
{"type":"event","event":"b","timestamp":1,"seq":2}
{"type":"event","event":"c","timestamp":1,"seq":5})",
            {"#1 event@1 a", "#2 event@1 b", "#3 event@1 c", "gap 3: \"seq\" jumps from 2 to 5"});
        row("a session starts seq anew", R"({"type":"event","event":"a","timestamp":1,"seq":7}
{"type":"session"}
{"type":"event","event":"b","timestamp":1,"seq":1})",
            {"#1 event@1 a", "#2 session@1", "#3 event@1 b"});
        row("invalid UTF-8", QByteArray("{\"type\":\"event\",\"event\":\"a\xff\",\"timestamp\":1}"),
            {"#1 event@1 a\xef\xbf\xbd", "warning 1: invalid UTF-8 was replaced by U+FFFD"});
        row("lone surrogate", R"({"type":"event","event":"a\ud800","timestamp":1})",
            {"#1 event@1 a\xef\xbf\xbd", "warning 1: a lone surrogate escape was replaced by U+FFFD"});
        row("number out of range", R"({"type":"event","event":"a","timestamp":1,"payload":{"x":1e400}})",
            {"#1 event@1 a", "warning 1: a number beyond the range of a double was read as null"});
        row("bare snapshot", R"({"factions":{}})", {"#1 snapshot@1234"});
        row("bare snapshot, indented", "{\n  \"tutorial\": {}\n}\n", {"#1 snapshot@1234"});
        row("not understood: text", "hello\nworld\n", {"error not_understood"});
        row("not understood: another object", R"({"a":1})", {"error not_understood"});
        row("not understood: a list", "[]", {"error not_understood"});
        row("not understood: binary",
            QByteArray("\x7f"
                       "ELF\0\1\2\n\0",
                9),
            {"error not_understood"});
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(readAll(text), expected);
    }

    void looksAtSixtyFourLines_data()
    {
        QTest::addColumn<int>("badLines");
        QTest::addColumn<QByteArray>("last");

        QTest::addRow("the 64th is a record")
            << 63 << QByteArray("skipped 63: a record is an object, this is a number");
        QTest::addRow("the 65th would be") << 64 << QByteArray("error not_understood");
    }

    void looksAtSixtyFourLines()
    {
        QFETCH(int, badLines);
        QFETCH(QByteArray, last);

        QCOMPARE(readAll(QByteArray("7\n\n").repeated(badLines).replace("\n\n", "\n").append(marker)).last(),
            last);
    }

    void nesting_data()
    {
        QTest::addColumn<int>("depth"); // the record's own braces are 1
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("128") << 128 << QByteArrayList{"#1 event@1 a"};
        QTest::addRow("129") << 129
                             << QByteArrayList{"#1 marker@5", "skipped 1: nested deeper than 128 levels"};
    }

    void nesting()
    {
        QFETCH(int, depth);
        QFETCH(QByteArrayList, expected);
        QByteArray text = R"({"type":"event","event":"a","timestamp":1,"payload":)";
        text.append("{\"a\":")
            .append(QByteArray(depth - 2, '['))
            .append(QByteArray(depth - 2, ']'))
            .append("}}");
        if (depth > 128)
            text.append('\n').append(marker);

        QCOMPARE(readAll(text), expected);
    }

    void aLineOverTheLimitIsSkipped()
    {
        QByteArray text = QByteArray(static_cast<int>(LineReader::maxLineBytes) + 1, 'x');
        text.append('\n').append(marker);

        QCOMPARE(readAll(text), QByteArrayList({"#1 marker@5", "skipped 1: the line is longer than 16 MiB"}));
    }

    void aSnapshotOverTheLimitIsRefused()
    {
        QByteArray text("{\"factions\":\n\"");
        text.append(QByteArray(static_cast<int>(SessionReader::maxSnapshotBytes), 'x')).append("\"}");

        QCOMPARE(readAll(text), QByteArrayList{"error not_understood"});
    }

    void aReadErrorEndsTheReading()
    {
        FailingDevice device(QByteArray(marker).append('\n').repeated(200'000), 3 << 20);
        device.open(QIODevice::ReadOnly);

        QCOMPARE(readAll(device).last(), QByteArray("error read_failed"));
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
    }
};

QTEST_APPLESS_MAIN(tst_SessionReader)
#include "tst_SessionReader.moc"
