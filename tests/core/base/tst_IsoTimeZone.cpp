// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IsoTime.h"

#include <QByteArray>
#include <QObject>
#include <QTest>
#include <QtGlobal>

using namespace inspector;

/// The machine's time zone must not matter, least of all the hour that it skips in spring.
class tst_IsoTimeZone : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // New York's rules spelt out, so that no time zone database is needed.
        QVERIFY(qputenv("TZ", "EST5EDT,M3.2.0,M11.1.0"));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("time");
        QTest::addRow("winter") << QByteArray("2026-01-15T09:30:43")
                                << QByteArray("2026-01-15T09:30:43.000Z");
        QTest::addRow("summer") << QByteArray("2026-07-15T09:30:43")
                                << QByteArray("2026-07-15T09:30:43.000Z");
        QTest::addRow("an hour that the local clock skips")
            << QByteArray("2026-03-08T02:30:00") << QByteArray("2026-03-08T02:30:00.000Z");
        QTest::addRow("an hour that the local clock has twice")
            << QByteArray("2026-11-01T01:30:00") << QByteArray("2026-11-01T01:30:00.000Z");
        QTest::addRow("a day") << QByteArray("2026-03-08") << QByteArray("2026-03-08T00:00:00.000Z");
        QTest::addRow("UTC") << QByteArray("2026-03-08T02:30:00Z") << QByteArray("2026-03-08T02:30:00.000Z");
        QTest::addRow("offset") << QByteArray("2026-03-08T02:30:00-01:00")
                                << QByteArray("2026-03-08T03:30:00.000Z");
    }

    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, time);
        const Result<TimeMs> found = parseTime(text.toStdString());
        QVERIFY2(found.has_value(), found ? "" : found.error().message.c_str());
        QCOMPARE(QByteArray::fromStdString(isoText(*found).value_or("none")), time);
    }
};

QTEST_APPLESS_MAIN(tst_IsoTimeZone)
#include "tst_IsoTimeZone.moc"
