// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IsoTime.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_IsoTime : public QObject
{
    Q_OBJECT

private slots:
    void isoTexts_data()
    {
        QTest::addColumn<double>("time");
        QTest::addColumn<QByteArray>("text"); // empty: none
        QTest::addRow("usual") << 1768469443000.0 << QByteArray("2026-01-15T09:30:43.000Z");
        QTest::addRow("fraction of a ms") << 1.9 << QByteArray("1970-01-01T00:00:00.001Z");
        QTest::addRow("zero is never") << 0.0 << QByteArray();
        QTest::addRow("before the epoch") << -1.0 << QByteArray("1969-12-31T23:59:59.999Z");
        QTest::addRow("leap day") << 951782400000.0 << QByteArray("2000-02-29T00:00:00.000Z");
        QTest::addRow("year 9999") << 253402300799999.0 << QByteArray("9999-12-31T23:59:59.999Z");
        QTest::addRow("year 10000") << 253402300800000.0 << QByteArray("+010000-01-01T00:00:00.000Z");
        QTest::addRow("year 0") << -62167219200000.0 << QByteArray("0000-01-01T00:00:00.000Z");
        QTest::addRow("year -1") << -62167219200001.0 << QByteArray("-000001-12-31T23:59:59.999Z");
        QTest::addRow("latest") << 8.64e15 << QByteArray("+275760-09-13T00:00:00.000Z");
        QTest::addRow("earliest") << -8.64e15 << QByteArray("-271821-04-20T00:00:00.000Z");
        QTest::addRow("too late") << 8640000000000001.0 << QByteArray();
        QTest::addRow("not a number") << qQNaN() << QByteArray();
        QTest::addRow("infinite") << qInf() << QByteArray();
    }

    void isoTexts()
    {
        QFETCH(double, time);
        QFETCH(QByteArray, text);
        const auto found = isoText(time);
        QCOMPARE(found.has_value(), !text.isEmpty());
        QCOMPARE(QByteArray::fromStdString(found.value_or("")), text);
        QVERIFY(!isoText(std::nullopt));
    }

    void fileStamps()
    {
        QCOMPARE(fileStamp(0), std::string("19700101T000000Z"));
        QCOMPARE(fileStamp(1768469443999), std::string("20260115T093043Z"));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("time"); // -1: refused
        QTest::addRow("ms") << QByteArray("1768469443000") << 1768469443000.0;
        QTest::addRow("zero") << QByteArray("0") << 0.0;
        QTest::addRow("UTC") << QByteArray("2026-01-15T09:30:43Z") << 1768469443000.0;
        QTest::addRow("with ms") << QByteArray("2026-01-15T09:30:43.250Z") << 1768469443250.0;
        QTest::addRow("offset") << QByteArray("2026-01-15T10:30:43+01:00") << 1768469443000.0;
        QTest::addRow("no offset is UTC") << QByteArray("2026-01-15T09:30:43") << 1768469443000.0;
        QTest::addRow("last") << QByteArray("253402300799999") << 253402300799999.0;
        QTest::addRow("after the last") << QByteArray("253402300800000") << -1.0;
        QTest::addRow("negative") << QByteArray("-1") << -1.0;
        QTest::addRow("before 1970") << QByteArray("1969-12-31T23:59:59Z") << -1.0;
        QTest::addRow("no such day") << QByteArray("2026-02-30T00:00:00Z") << -1.0;
        QTest::addRow("empty") << QByteArray("") << -1.0;
        QTest::addRow("words") << QByteArray("now") << -1.0;
        QTest::addRow("beyond 64 bits") << QByteArray("99999999999999999999") << -1.0;
    }

    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, time);
        const Result<TimeMs> found = parseTime(text.toStdString());
        QCOMPARE(found.value_or(-1), time);
        if (!found)
            QCOMPARE(found.error().code, std::string("bad_time"));
    }
};

QTEST_APPLESS_MAIN(tst_IsoTime)
#include "tst_IsoTime.moc"
