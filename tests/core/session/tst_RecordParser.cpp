// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RecordParser.h"
#include "tests/support/TestJson.h"

#include <QtTest>

using namespace inspector;

class tst_RecordParser : public QObject
{
    Q_OBJECT

private slots:
    void fieldsOfTheWrongType_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("kept"); // payload or body
        QTest::addColumn<QByteArray>("warnings");
        const auto row = [](const char *name, const char *record, const char *kept, const char *warnings) {
            QTest::newRow(name) << QByteArray(record) << QByteArray(kept) << QByteArray(warnings);
        };

        row("payload absent", R"({"type":"event","timestamp":1,"event":"e"})", "{}", "");
        row("payload null", R"({"type":"event","timestamp":1,"event":"e","payload":null})", "{}", "");
        row("payload a list", R"({"type":"event","timestamp":1,"event":"e","payload":[]})", "{}", "payload");
        row("event a number", R"({"type":"event","timestamp":1,"event":3,"payload":{"a":1}})", R"({"a":1})",
            "event");
        row("seq a string", R"({"type":"event","timestamp":1,"event":"e","seq":"3"})", "{}", "seq");
        row("repeated key",
            R"({"type":"event","timestamp":1,"event":"e","payload":{"a":1},"payload":{"b":2}})", R"({"b":2})",
            "");
        row("snapshot a list", R"({"type":"snapshot","timestamp":1,"snapshot":[]})",
            R"({"type":"snapshot","timestamp":1})", "snapshot");
        row("transcript an object", R"({"type":"snapshot","timestamp":1,"snapshot":{},"transcript":{}})",
            R"({"type":"snapshot","timestamp":1,"snapshot":{}})", "transcript");
        row("label and note", R"({"type":"marker","timestamp":1,"label":1,"note":true})",
            R"({"type":"marker","timestamp":1})", "label note");
        row("null is absent", R"({"type":"marker","timestamp":1,"label":null})",
            R"({"type":"marker","timestamp":1,"label":null})", "");
        row("gap", R"({"type":"gap","timestamp":1,"durationMs":"5","reason":5})",
            R"({"type":"gap","timestamp":1})", "durationMs reason");
        row("session", R"({"type":"session","schema":1,"game":2,"build":3,"startedAt":"x"})",
            R"({"type":"session"})", "schema game build startedAt");
        row("unknown types are not judged", R"({"type":"odd","timestamp":1,"label":1})",
            R"({"type":"odd","timestamp":1,"label":1})", "");
    }

    void fieldsOfTheWrongType()
    {
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, kept);
        QFETCH(QByteArray, warnings);
        RecordParser parser;
        SessionRecord parsed;
        std::vector<ReadIssue> issues;

        QVERIFY(parser.parse(record.toStdString(), false, parsed, issues));

        QByteArrayList fields;
        for (const ReadIssue &issue : issues)
            fields.append(QByteArray::fromStdString(issue.field));
        QCOMPARE(shown(parsed.type == SessionRecord::Type::Event ? parsed.payload : parsed.body), kept);
        QCOMPARE(fields.join(' '), warnings);
    }

    void copiesOnlyPayloadsThatAreWanted()
    {
        RecordParser parser([](std::string_view event) { return event == "wanted"; });
        SessionRecord record;
        std::vector<ReadIssue> issues;

        QVERIFY(parser.parse(
            R"({"type":"event","timestamp":1,"event":"other","payload":{"a":1}})", false, record, issues));
        QCOMPARE(shown(record.payload), QByteArray("{}"));
        QVERIFY(parser.parse(
            R"({"type":"event","timestamp":1,"event":"wanted","payload":{"a":1}})", false, record, issues));
        QCOMPARE(shown(record.payload), QByteArray(R"({"a":1})"));
    }
};

QTEST_APPLESS_MAIN(tst_RecordParser)
#include "tst_RecordParser.moc"
