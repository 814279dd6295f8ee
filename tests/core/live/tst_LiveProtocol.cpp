// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveProtocol.h"

#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr const char *uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

/// JSON is easier to read here with ' for ".
QByteArray plain(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray hello(const QByteArray &more = {}, const QByteArray &protocol = "telemetry-live/1")
{
    return QByteArray(R"({"type":"hello","protocol":")") + protocol + R"(","session":")" + uuid +
           R"(","token":"t")" + more + "}";
}

QByteArray shown(const Result<std::vector<LiveRecord>> &records)
{
    if (!records)
        return QByteArray::fromStdString(records.error().code + ": " + records.error().message);
    QByteArrayList lines;
    for (const LiveRecord &record : *records)
        lines << QByteArray::number(record.seq) + ' ' + QByteArray::fromStdString(record.event) + ' ' +
                     QByteArray::fromStdString(record.line);
    return lines.join('\n');
}

} // namespace

class tst_LiveProtocol : public QObject
{
    Q_OBJECT

private slots:
    void hellos_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("code"); // empty for a hello that is understood

        QTest::addRow("a hello") << hello() << QByteArray();
        QTest::addRow("of a later version") << hello({}, "telemetry-live/2") << QByteArray("bad_protocol");
        QTest::addRow("of an older version") << hello({}, "telemetry-live/0") << QByteArray("bad_protocol");
        QTest::addRow("of no version") << QByteArray(R"({"type":"hello"})") << QByteArray("bad_protocol");
        QTest::addRow("a record first")
            << QByteArray(R"({"type":"event","seq":1})") << QByteArray("bad_message");
        QTest::addRow("no JSON") << QByteArray("hello") << QByteArray("bad_message");
        QTest::addRow("a list") << QByteArray("[]") << QByteArray("bad_message");
        QTest::addRow("nothing") << QByteArray() << QByteArray("bad_message");
        QTest::addRow("a session that is a path")
            << hello().replace(uuid, "../../../etc/passwd") << QByteArray("bad_message");
        QTest::addRow("a session that is longer")
            << hello().replace(uuid, QByteArray(QByteArray(uuid) + "0")) << QByteArray("bad_message");
    }

    void hellos()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, code);

        const Result<LiveHello> read = live::readHello(message.toStdString());

        QCOMPARE(read ? QByteArray() : QByteArray::fromStdString(read.error().code), code);
        if (read)
            QCOMPARE(*read, (LiveHello{uuid, "t", {}, {}, {}}));
    }

    void aHelloTellsOfTheGame()
    {
        const auto read =
            live::readHello(hello(R"(,"game":"Harbour","build":"7","resumeFrom":12)").toStdString());

        QVERIFY(read);
        QCOMPARE(*read, (LiveHello{uuid, "t", "Harbour", "7", 12}));
    }

    void records_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("records");

        const QByteArray one = R"({"type":"event","seq":1,"event":"a:b","payload":{"x":1.5}})";
        const QByteArray two = R"({"type":"snapshot","seq":2,"snapshot":{}})";
        QTest::addRow("one") << one << "1 a:b " + one;
        QTest::addRow("a list") << "[" + one + "," + two + "]"
                                << "1 a:b " + one + "\n2  " + two;
        QTest::addRow("an empty list") << QByteArray("[]") << QByteArray();
        QTest::addRow("with line ends") << QByteArray("{\n\"type\":\"marker\",\r\n\"seq\":3}")
                                        << QByteArray(R"(3  {"type":"marker","seq":3})");
        QTest::addRow("a line end in a text") << QByteArray(R"({"type":"marker","seq":3,"label":"a\nb"})")
                                              << QByteArray(R"(3  {"type":"marker","seq":3,"label":"a\nb"})");
        const auto bad = [](const char *name, const QByteArray &message, const QByteArray &why) {
            QTest::addRow("%s", name) << message << "bad_message: " + why;
        };
        const QByteArray noSeq = "a record has a \"seq\", a whole number from 1";
        bad("a number", "7", "a record is a JSON object, not a number");
        bad("a list of lists", "[[]]", "a record is a JSON object, not a list");
        bad("no type", R"({"seq":1})", "a record has a \"type\"");
        bad("no seq", R"({"type":"event"})", noSeq);
        bad("seq 0", R"({"type":"event","seq":0})", noSeq);
        bad("a fraction", R"({"type":"event","seq":1.5})", noSeq);
        bad("seq beyond exact numbers", R"({"type":"event","seq":9007199254740993})", noSeq);
        bad("seq as text", R"({"type":"event","seq":"1"})", noSeq);
        bad("the second one", "[" + one + ",{}]", "a record has a \"type\"");
        bad("a session in the session", R"({"type":"session","schema":"telemetry-session/2","seq":1})",
            "a page sends no \"session\" record");
    }

    void records()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, records);

        QCOMPARE(shown(live::readRecords(message.toStdString())), records);
    }

    void whatIsNestedTooDeepCostsThatRecordOnly()
    {
        const QByteArray one = plain("{'type':'marker','seq':1,'label':'] } \\' [ {'}");
        const QByteArray deep = plain("{'type':'event','seq':9,'payload':") + QByteArray(200, '[') +
                                QByteArray(200, ']') + plain(",'seq':2}");
        const QByteArray gap = plain("2  {'type':'gap','durationMs':0,'reason':'too_deep','seq':2}");

        QCOMPARE(shown(live::readRecords(deep.toStdString())), gap);
        const QByteArray batch = "[" + one + "," + deep + "]";
        QCOMPARE(shown(live::readRecords(batch.toStdString())), QByteArray("1  " + one + "\n" + gap));
    }

    void whatWouldBeTooLongALineIsAGap()
    {
        const QByteArray numbers = QByteArray("1e20,").repeated(800'000); // 21 digits each in a file
        const QByteArray record =
            plain("{'type':'event','event':'a:b','payload':[") + numbers + plain("0],'seq':7}");
        QVERIFY(record.size() < qsizetype{live::mostMessageBytes});

        QCOMPARE(shown(live::readRecords(record.toStdString())),
            plain("7  {'type':'gap','durationMs':0,'reason':'too_large','seq':7}"));
    }

    void whatIsNoJsonIsSaidSo()
    {
        for (const char *message : {"", "{", "nonsense", "{\"type\":}"}) {
            const auto read = live::readRecords(message);
            QVERIFY2(!read && read.error().code == "bad_message", message);
        }
    }

    void whatTheServerSays()
    {
        QCOMPARE(live::welcomeMessage("s", {"a:*", "b:*"}, 12),
            std::string(R"({"type":"welcome","session":"s","topics":["a:*","b:*"],"ackedSeq":12,)"
                        R"("maxMessage":4194304,"window":8192})"));
        QCOMPARE(live::ackMessage(7), std::string(R"({"type":"ack","seq":7})"));
        QCOMPARE(live::topicsMessage({"x:*"}), std::string(R"({"type":"topics","topics":["x:*"]})"));
        QCOMPARE(live::snapshotRequest(), std::string(R"({"type":"request","what":"snapshot"})"));
        QCOMPARE(live::errorMessage({"idle", "why", "do this"}),
            std::string(R"({"type":"error","code":"idle","message":"why. do this"})"));
        QCOMPARE(live::errorMessage({"idle", "why", {}}),
            std::string(R"({"type":"error","code":"idle","message":"why"})"));
    }
};

QTEST_APPLESS_MAIN(tst_LiveProtocol)
#include "tst_LiveProtocol.moc"
