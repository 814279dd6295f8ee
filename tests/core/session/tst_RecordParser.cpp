// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RecordParser.h"
#include "tests/support/ShownIssue.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray typeText(SessionRecord::Type type)
{
    switch (type) {
    case SessionRecord::Type::Session:
        return "Session";
    case SessionRecord::Type::Event:
        return "Event";
    case SessionRecord::Type::Snapshot:
        return "Snapshot";
    case SessionRecord::Type::Marker:
        return "Marker";
    case SessionRecord::Type::Gap:
        return "Gap";
    case SessionRecord::Type::Unknown:
        return "Unknown";
    }
    return {};
}

/// `Event event @7 #3 a:b {payload}`: type, name of the type, time, seq, event, and payload or body.
QByteArray shownRecord(const SessionRecord &record)
{
    QByteArray text = typeText(record.type).append(' ').append(QByteArray::fromStdString(record.typeName));
    text.append(" @").append(shown(record.timestamp));
    if (record.seq)
        text.append(" #").append(shown(*record.seq));
    if (record.event)
        text.append(' ').append(QByteArray::fromStdString(*record.event));
    const bool isEvent = record.type == SessionRecord::Type::Event;
    return text.append(' ').append(shown(isEvent ? record.payload : record.body));
}

/// What one line is read as after a record at 7 ms: the record, its warnings, or the error.
QByteArrayList parsed(const QByteArray &line, const RecordParser::PayloadFilter &filter = {})
{
    RecordParser parser(filter);
    SessionRecord record;
    record.timestamp = 7;
    std::vector<ReadIssue> issues;
    const auto result = parser.parse(line.toStdString(), false, record, issues);
    QByteArrayList lines;
    if (result)
        lines.append(shownRecord(record));
    else
        lines.append(QByteArray::fromStdString(result.error().code + ": " + result.error().message));
    return lines + shownIssues(issues);
}

/// The warning of a field that is of the wrong type; `expected` with its article.
QByteArray wrongType(const char *field, const char *expected, const char *found, const char *more = "")
{
    return QByteArray("warning 0: \"")
        .append(field)
        .append("\" must be ")
        .append(expected)
        .append(", not ")
        .append(found)
        .append("; it counts as absent")
        .append(more)
        .append(" [")
        .append(field)
        .append(']');
}

} // namespace

class tst_RecordParser : public QObject
{
    Q_OBJECT

private slots:
    void types_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *line, const char *expected) {
            QTest::newRow(name) << QByteArray(line) << QByteArray(expected);
        };

        row("session", R"({"type":"session","schema":"telemetry-session/1","game":"g","startedAt":3})",
            R"(Session session @7 {"type":"session","schema":"telemetry-session/1","game":"g","startedAt":3})");
        row("event", R"({"type":"event","timestamp":9,"event":"a:b","payload":{"x":[1,null]}})",
            R"(Event event @9 a:b {"x":[1,null]})");
        row("event with seq", R"({"seq":3,"type":"event","timestamp":9,"event":"a:b"})",
            "Event event @9 #3 a:b {}");
        row("event without a name", R"({"type":"event","timestamp":9,"payload":{"x":1}})",
            R"(Event event @9 {"x":1})");
        row("name of an event is null", R"({"type":"event","timestamp":9,"event":null})",
            "Event event @9 {}");
        row("empty name", R"({"type":"event","timestamp":9,"event":""})", "Event event @9  {}");
        row("payload null", R"({"type":"event","timestamp":9,"event":"a:b","payload":null})",
            "Event event @9 a:b {}");
        row("snapshot", R"({"type":"snapshot","timestamp":9,"snapshot":{"factions":{}},"transcript":[]})",
            R"(Snapshot snapshot @9 {"type":"snapshot","timestamp":9,"snapshot":{"factions":{}},"transcript":[]})");
        row("marker", R"({"type":"marker","timestamp":9,"label":"l","note":"n","more":1})",
            R"(Marker marker @9 {"type":"marker","timestamp":9,"label":"l","note":"n","more":1})");
        row("gap", R"({"type":"gap","timestamp":9,"durationMs":5,"reason":"r"})",
            R"(Gap gap @9 {"type":"gap","timestamp":9,"durationMs":5,"reason":"r"})");
        row("unknown type", R"({"type":"telepathy","timestamp":9,"label":1})",
            R"(Unknown telepathy @9 {"type":"telepathy","timestamp":9,"label":1})");
        row("the type's name is exact", R"({"type":"Event","timestamp":9,"event":"a:b"})",
            R"(Unknown Event @9 {"type":"Event","timestamp":9,"event":"a:b"})");
        row("empty type", R"({"type":"","timestamp":9})", R"(Unknown  @9 {"type":"","timestamp":9})");
        row("a fraction and a negative time", R"({"type":"marker","timestamp":-1.5})",
            R"(Marker marker @-1.5 {"type":"marker","timestamp":-1.5})");
        row("null is absent", R"({"type":"marker","timestamp":9,"label":null,"seq":null})",
            R"(Marker marker @9 {"type":"marker","timestamp":9,"label":null,"seq":null})");
        row("repeated fields: the last one counts",
            R"({"type":"event","timestamp":1,"event":"a","payload":{"a":1},"timestamp":2,"event":"b","payload":{"b":2,"b":3}})",
            R"(Event event @2 b {"b":3})");
        row("repeated type", R"({"type":"event","timestamp":1,"type":"marker"})",
            R"(Marker marker @1 {"type":"marker","timestamp":1})");
        row("keys iterate as in ECMAScript",
            R"({"type":"event","timestamp":1,"event":"e","payload":{"b":1,"7":2,"0":3}})",
            R"(Event event @1 e {"0":3,"7":2,"b":1})");
    }

    void types()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, expected);

        QCOMPARE(parsed(line), QByteArrayList{expected});
    }

    void wrongTypes_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const char *line, const QByteArrayList &expected) {
            QTest::newRow(name) << QByteArray(line) << expected;
        };
        const QByteArray noTime = "warning 0: no \"timestamp\"; the previous record's is taken [timestamp]";
        const QByteArray textTime =
            wrongType("timestamp", "a number", "string", ", and the previous record's is taken");

        row("no timestamp", R"({"type":"event","event":"e"})", {"Event event @7 e {}", noTime});
        row("timestamp null", R"({"type":"marker","timestamp":null})",
            {R"(Marker marker @7 {"type":"marker","timestamp":null})", noTime});
        row("timestamp a string", R"({"type":"event","timestamp":"9","event":"e"})",
            {"Event event @7 e {}", textTime});
        row("timestamp a string, not of an event", R"({"type":"marker","timestamp":"9"})",
            {R"(Marker marker @7 {"type":"marker"})", textTime});
        row("timestamp a string, of an unknown type", R"({"type":"odd","timestamp":"9"})",
            {R"(Unknown odd @7 {"type":"odd"})", textTime});
        row("timestamp a string, of a session", R"({"type":"session","timestamp":"9"})",
            {R"(Session session @7 {"type":"session"})", textTime});
        row("seq a string", R"({"type":"event","timestamp":1,"event":"e","seq":"3"})",
            {"Event event @1 e {}", wrongType("seq", "a number", "string")});
        row("seq a string, not of an event", R"({"type":"marker","timestamp":1,"seq":"3"})",
            {R"(Marker marker @1 {"type":"marker","timestamp":1})", wrongType("seq", "a number", "string")});
        row("event a number", R"({"type":"event","timestamp":1,"event":3,"payload":{"a":1}})",
            {R"(Event event @1 {"a":1})", wrongType("event", "a string", "number")});
        row("payload a list", R"({"type":"event","timestamp":1,"event":"e","payload":[]})",
            {"Event event @1 e {}", wrongType("payload", "an object", "list")});
        row("payload a flag", R"({"type":"event","timestamp":1,"event":"e","payload":true})",
            {"Event event @1 e {}", wrongType("payload", "an object", "boolean")});
        row("snapshot a list", R"({"type":"snapshot","timestamp":1,"snapshot":[]})",
            {R"(Snapshot snapshot @1 {"type":"snapshot","timestamp":1})",
                wrongType("snapshot", "an object", "list")});
        row("transcript an object", R"({"type":"snapshot","timestamp":1,"snapshot":{},"transcript":{}})",
            {R"(Snapshot snapshot @1 {"type":"snapshot","timestamp":1,"snapshot":{}})",
                wrongType("transcript", "a list", "object")});
        row("label and note", R"({"type":"marker","timestamp":1,"label":1,"note":true})",
            {R"(Marker marker @1 {"type":"marker","timestamp":1})", wrongType("label", "a string", "number"),
                wrongType("note", "a string", "boolean")});
        row("durationMs and reason", R"({"type":"gap","timestamp":1,"durationMs":"5","reason":5})",
            {R"(Gap gap @1 {"type":"gap","timestamp":1})", wrongType("durationMs", "a number", "string"),
                wrongType("reason", "a string", "number")});
        row("fields of a session",
            R"({"type":"session","schema":1,"game":2,"build":{},"startedAt":[],"timestamp":1})",
            {R"(Session session @1 {"type":"session","timestamp":1})",
                wrongType("schema", "a string", "number"), wrongType("game", "a string", "number"),
                wrongType("build", "a string", "object"), wrongType("startedAt", "a number", "list")});
        row("fields of other types are nobody's", R"({"type":"gap","timestamp":1,"label":1,"payload":2})",
            {R"(Gap gap @1 {"type":"gap","timestamp":1,"label":1,"payload":2})"});
    }

    void wrongTypes()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(parsed(line), expected);
    }

    void noRecords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray noType = "not_a_record: a record has a string \"type\", this object has none";

        QTest::addRow("a list") << QByteArray("[]")
                                << QByteArray("not_a_record: a record is an object, this is a list");
        QTest::addRow("a number") << QByteArray("7")
                                  << QByteArray("not_a_record: a record is an object, this is a number");
        QTest::addRow("a string") << QByteArray("\"type\"")
                                  << QByteArray("not_a_record: a record is an object, this is a string");
        QTest::addRow("null") << QByteArray("null")
                              << QByteArray("not_a_record: a record is an object, this is a null");
        QTest::addRow("an empty object") << QByteArray("{}") << noType;
        QTest::addRow("type a number") << QByteArray("{\"type\":7}") << noType;
        QTest::addRow("type null") << QByteArray("{\"type\":null,\"event\":\"e\"}") << noType;
        QTest::addRow("the last type counts") << QByteArray("{\"type\":\"event\",\"type\":null}") << noType;
    }

    void noRecords()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, expected);

        QCOMPARE(parsed(line), QByteArrayList{expected});
        QVERIFY(!RecordParser().isRecord(line.toStdString(), false));
    }

    void tellsARecordWithoutReadingIt()
    {
        QVERIFY(RecordParser().isRecord(R"({"type":"event"})", false));
        QVERIFY(RecordParser().isRecord(R"({"type":"never heard of","timestamp":"?"})", false));
        QVERIFY(!RecordParser().isRecord(R"({"type":"event")", false));
    }

    void whatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("error"); // how it begins; the rest is the JSON library's

        QTest::addRow("nothing") << QByteArray("") << QByteArray("bad_json: not JSON: nothing there");
        QTest::addRow("text") << QByteArray("hello") << QByteArray("bad_json: not JSON: ");
        QTest::addRow("cut") << QByteArray("{\"type\":\"event\",\"ev") << QByteArray("bad_json: not JSON: ");
        QTest::addRow("two objects") << QByteArray("{\"type\":\"a\"}{\"type\":\"b\"}")
                                     << QByteArray("bad_json: not JSON: ");
        QTest::addRow("too deep") << QByteArray("{\"type\":\"event\",\"payload\":")
                                         .append(QByteArray(128, '['))
                                         .append(QByteArray(128, ']'))
                                         .append('}')
                                  << QByteArray("too_deep: nested deeper than 128 levels");
    }

    void whatIsNoJson()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, error);

        const QByteArrayList lines = parsed(line);

        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().left(error.size()), error);
    }

    void repairsAreWarnings_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArrayList>("expected");
        const QByteArray bytes = "warning 0: invalid UTF-8 was replaced by U+FFFD";
        const QByteArray surrogate = "warning 0: a lone surrogate escape was replaced by U+FFFD";
        const QByteArray number = "warning 0: a number beyond the range of a double was read as null";

        QTest::addRow("invalid UTF-8")
            << QByteArray("{\"type\":\"event\",\"event\":\"a\xff\",\"timestamp\":1}")
            << QByteArrayList{"Event event @1 a\xef\xbf\xbd {}", bytes};
        QTest::addRow("lone surrogate")
            << QByteArray("{\"type\":\"event\",\"event\":\"a\\ud800\",\"timestamp\":1}")
            << QByteArrayList{"Event event @1 a\xef\xbf\xbd {}", surrogate};
        QTest::addRow("number out of range")
            << QByteArray("{\"type\":\"event\",\"event\":\"a\",\"timestamp\":1,\"payload\":{\"x\":1e400}}")
            << QByteArrayList{"Event event @1 a {\"x\":null}", number};
        QTest::addRow("time out of range")
            << QByteArray("{\"type\":\"event\",\"event\":\"a\",\"timestamp\":1e400}")
            << QByteArrayList{"Event event @7 a {}", number,
                   "warning 0: no \"timestamp\"; the previous record's is taken [timestamp]"};
        QTest::addRow("all at once")
            << QByteArray("{\"type\":\"event\",\"event\":\"\xff\\udfff\",\"timestamp\":1,\"seq\":-1e999}")
            << QByteArrayList{"Event event @1 \xef\xbf\xbd\xef\xbf\xbd {}", bytes, surrogate, number};
    }

    void repairsAreWarnings()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(parsed(line), expected);
    }

    void copiesOnlyPayloadsThatAreWanted_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("wanted") << QByteArray(
                                       R"({"type":"event","timestamp":1,"event":"wanted","payload":{"a":1}})")
                                << QByteArrayList{"Event event @1 wanted {\"a\":1}"};
        QTest::addRow("not wanted")
            << QByteArray(R"({"type":"event","timestamp":1,"event":"other","payload":{"a":1}})")
            << QByteArrayList{"Event event @1 other {}"};
        QTest::addRow("not wanted, but still judged")
            << QByteArray(R"({"type":"event","timestamp":1,"event":"other","payload":7})")
            << QByteArrayList{"Event event @1 other {}", wrongType("payload", "an object", "number")};
    }

    void copiesOnlyPayloadsThatAreWanted()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(parsed(line, [](std::string_view event) { return event == "wanted"; }), expected);
    }

    void nothingOfTheRecordBeforeStays()
    {
        RecordParser parser;
        SessionRecord record;
        std::vector<ReadIssue> issues;
        const char *event = R"({"type":"event","timestamp":1,"seq":4,"event":"e","payload":{"a":1}})";
        QVERIFY(parser.parse(event, false, record, issues));

        QVERIFY(parser.parse("{\"type\":\"marker\",\"timestamp\":2}", false, record, issues));

        QCOMPARE(shownRecord(record), QByteArray("Marker marker @2 {\"type\":\"marker\",\"timestamp\":2}"));
        QCOMPARE(record.payload, JsonValue());
    }
};

QTEST_APPLESS_MAIN(tst_RecordParser)
#include "tst_RecordParser.moc"
