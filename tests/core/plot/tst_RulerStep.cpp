// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/RulerStep.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_RulerStep : public QObject
{
    Q_OBJECT

private slots:
    void rulersCountInStepsOfPeople_data()
    {
        QTest::addColumn<double>("least");
        QTest::addColumn<bool>("isTime");
        QTest::addColumn<double>("expected");

        QTest::addRow("ms") << 3.0 << true << 5.0;
        QTest::addRow("a second") << 700.0 << true << 1000.0;
        QTest::addRow("seconds") << 11'000.0 << true << 15'000.0;
        QTest::addRow("minutes") << 61'000.0 << true << 120'000.0;
        QTest::addRow("hours") << 3'600'001.0 << true << 7'200'000.0;
        QTest::addRow("numbers") << 3.0 << false << 5.0;
        QTest::addRow("many") << 1100.0 << false << 2000.0;
    }

    void rulersCountInStepsOfPeople()
    {
        QFETCH(double, least);
        QFETCH(bool, isTime);
        QFETCH(double, expected);

        QCOMPARE(rulerStep(least, isTime), expected);
    }
};

QTEST_APPLESS_MAIN(tst_RulerStep)
#include "tst_RulerStep.moc"
