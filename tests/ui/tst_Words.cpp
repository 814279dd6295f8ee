// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Words.h"
#include "ui/plot/TimeRuler.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_Words : public QObject
{
    Q_OBJECT

private slots:
    void areWrittenAlike_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");

        QTest::addRow("count") << words::count(1'203'441) << QStringLiteral("1,203,441");
        QTest::addRow("one") << words::counted(1, QStringLiteral("gap"), QStringLiteral("gaps"))
                             << QStringLiteral("1 gap");
        QTest::addRow("whole value") << words::value(42) << QStringLiteral("42");
        QTest::addRow("half") << words::value(12.5) << QStringLiteral("12.5");
        QTest::addRow("a third") << words::value(1.0 / 3) << QStringLiteral("0.333");
        QTest::addRow("almost nothing") << words::value(-0.0001) << QStringLiteral("0");
        QTest::addRow("a hundred") << words::value(100) << QStringLiteral("100");
        QTest::addRow("elapsed") << words::elapsed(751'482) << QStringLiteral("00:12:31.482");
        QTest::addRow("before the start") << words::elapsed(-1500) << QStringLiteral("-00:00:01.500");
        QTest::addRow("days") << words::elapsed(360'000'000) << QStringLiteral("100:00:00.000");
        QTest::addRow("ms") << words::duration(80) << QStringLiteral("80 ms");
        QTest::addRow("seconds") << words::duration(7900) << QStringLiteral("7.9 s");
        QTest::addRow("minutes") << words::duration(192'000) << QStringLiteral("3 min 12 s");
        QTest::addRow("attitude") << words::attitude("hostile") << QStringLiteral("▼ hostile");
        QTest::addRow("an attitude that nobody knows") << words::attitude("smug") << QStringLiteral("smug");
        QTest::addRow("moment") << words::moment(1'768'469'443'000)
                                << QStringLiteral("2026-01-15 09:30:43.000");
        QTest::addRow("beyond any date") << words::moment(1e300).left(5) << QStringLiteral("10000");
        QTest::addRow("minutes on a ruler") << rulerLabel(60'000, 60'000, true) << QStringLiteral("00:01:00");
        QTest::addRow("tenths on a ruler") << rulerLabel(1500, 100, true) << QStringLiteral("00:00:01.5");
        QTest::addRow("ms on a ruler") << rulerLabel(1502, 2, true) << QStringLiteral("00:00:01.502");
        QTest::addRow("numbers on a ruler") << rulerLabel(2000, 1000, false) << QStringLiteral("2,000");
    }

    void areWrittenAlike()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);

        QCOMPARE(written, expected);
    }
};

QTEST_APPLESS_MAIN(tst_Words)
#include "tst_Words.moc"
