// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/StopPoint.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_StopPoint : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");

        QTest::addRow("number") << QByteArray("18219") << QByteArray("#18219");
        QTest::addRow("number with a hash") << QByteArray("#18219") << QByteArray("#18219");
        QTest::addRow("largest number")
            << QByteArray("18446744073709551615") << QByteArray("#18446744073709551615");
        QTest::addRow("leading zeros") << QByteArray("007") << QByteArray("#7");
        QTest::addRow("event") << QByteArray("tutorial:completed") << QByteArray("tutorial:completed");
        QTest::addRow("event that begins with digits") << QByteArray("7days") << QByteArray("7days");
        QTest::addRow("event with a sign") << QByteArray("-1") << QByteArray("-1");
        QTest::addRow("event with a space") << QByteArray("1 ") << QByteArray("1 ");
        QTest::addRow("event beyond ASCII") << QByteArray("\xc3\xa9") << QByteArray("\xc3\xa9");
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);

        const auto point = StopPoint::parse(text.toStdString());

        QVERIFY2(point, point ? "" : point.error().message.c_str());
        QCOMPARE(QByteArray::fromStdString(point->text()), shown);
        QVERIFY(*point == *StopPoint::parse(shown.toStdString()));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::addRow("nothing") << QByteArray("");
        QTest::addRow("zero") << QByteArray("0");
        QTest::addRow("zero with a hash") << QByteArray("#0");
        QTest::addRow("zeros") << QByteArray("000");
        QTest::addRow("a hash alone") << QByteArray("#");
        QTest::addRow("a hash and a name") << QByteArray("#abc");
        QTest::addRow("beyond 64 bits") << QByteArray("18446744073709551616");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);

        const auto point = StopPoint::parse(text.toStdString());

        QVERIFY(!point);
        QCOMPARE(QByteArray::fromStdString(
                     point.error().code + ": " + point.error().message + ". " + point.error().remedy),
            QByteArray("bad_stop_point: '")
                .append(text)
                .append("' is neither a record number nor an event name. Give a record number from 1, or the "
                        "name of an event such as tutorial:completed."));
    }

    void isReached_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("reached"); // by record #7, the event a:b

        QTest::addRow("an earlier record") << QByteArray("6") << true;
        QTest::addRow("this record") << QByteArray("7") << true;
        QTest::addRow("a later record") << QByteArray("8") << false;
        QTest::addRow("this event") << QByteArray("a:b") << true;
        QTest::addRow("another event") << QByteArray("a:c") << false;
        QTest::addRow("the beginning of its name") << QByteArray("a:") << false;
        QTest::addRow("its name in capitals") << QByteArray("A:B") << false;
        QTest::addRow("a pattern is no name") << QByteArray("a:*") << false;
    }

    void isReached()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, reached);
        SessionRecord record;
        record.number = 7;
        record.event = "a:b";

        QCOMPARE(StopPoint::parse(text.toStdString())->isReached(record), reached);
    }

    void anEventIsNotReachedByARecordWithoutOne()
    {
        QVERIFY(!StopPoint::parse("a:b")->isReached(SessionRecord()));
    }
};

QTEST_APPLESS_MAIN(tst_StopPoint)
#include "tst_StopPoint.moc"
