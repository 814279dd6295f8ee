// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/DispatchMeter.h"
#include "tests/support/FakeClock.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_DispatchMeter : public QObject
{
    Q_OBJECT

private slots:
    void measuresEachOfTheFirst()
    {
        FakeClock clock;
        clock.stepNs = 500;
        DispatchMeter meter(&clock);
        int calls = 0;
        for (int i = 0; i < 3; ++i)
            meter.run([&] { ++calls; });

        QCOMPARE(calls, 3);
        QCOMPARE(meter.histogram().samples(), 3U);
        QCOMPARE(meter.histogram().greatest(), 500);
    }

    void thenOneStandsForMany()
    {
        const FakeClock clock;
        DispatchMeter meter(&clock);
        constexpr std::uint64_t many = DispatchMeter::eachOfFirst + 100 * DispatchMeter::oneIn;
        std::uint64_t calls = 0;
        for (std::uint64_t i = 0; i < many; ++i)
            meter.run([&] { ++calls; });

        QCOMPARE(calls, many);
        QCOMPARE(meter.histogram().samples(), DispatchMeter::eachOfFirst + 100);
        QCOMPARE(meter.histogram().count(), many);
    }

    void withoutAClock()
    {
        DispatchMeter meter(nullptr);
        int calls = 0;
        meter.run([&] { ++calls; });

        QCOMPARE(calls, 1);
        QCOMPARE(meter.histogram(), LatencyHistogram(DispatchMeter::limitNs));
    }
};

QTEST_APPLESS_MAIN(tst_DispatchMeter)
#include "tst_DispatchMeter.moc"
