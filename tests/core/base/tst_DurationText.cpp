// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/DurationText.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_DurationText : public QObject
{
    Q_OBJECT

private slots:
    void durations_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("nothing") << 0.0 << QByteArray("0 ms");
        QTest::addRow("ms") << 849.6 << QByteArray("850 ms");
        QTest::addRow("s") << 42'540.0 << QByteArray("42.5 s");
        QTest::addRow("min") << 200'400.0 << QByteArray("3 min 20 s");
    }

    void durations()
    {
        QFETCH(double, ms);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(durationText(ms)), expected);
    }

    void latencies_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("nothing") << qint64{0} << QByteArray("0 ns");
        QTest::addRow("ns") << qint64{640} << QByteArray("640 ns");
        QTest::addRow("us") << qint64{2714} << QByteArray("2.71 µs");
        QTest::addRow("tens of us") << qint64{27'140} << QByteArray("27.1 µs");
        QTest::addRow("the limit") << qint64{250'000} << QByteArray("250 µs");
        QTest::addRow("nearly a ms") << qint64{999'900} << QByteArray("1 ms");
        QTest::addRow("s") << qint64{3'200'000'000} << QByteArray("3.2 s");
        QTest::addRow("long") << qint64{7'200'000'000'000} << QByteArray("7200 s");
    }

    void latencies()
    {
        QFETCH(qint64, ns);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(latencyText(ns)), expected);
    }
};

QTEST_APPLESS_MAIN(tst_DurationText)
#include "tst_DurationText.moc"
