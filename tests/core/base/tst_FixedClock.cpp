// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "tests/support/FakeClock.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_FixedClock : public QObject
{
    Q_OBJECT

private slots:
    void standsStill()
    {
        const FixedClock clock(1'768'469'443'000);
        QCOMPARE(clock.nowMs(), 1'768'469'443'000.0);
        QCOMPARE(clock.nowMs(), 1'768'469'443'000.0);
        QCOMPARE(clock.monotonicNs(), std::int64_t{0});
        QCOMPARE(clock.monotonicNs(), std::int64_t{0});
    }

    void durationsComeFromTheClockThatItWraps()
    {
        FakeClock durations;
        durations.now = 5;
        durations.stepNs = 250;
        const FixedClock clock(7, &durations);

        const std::int64_t start = clock.monotonicNs();

        QCOMPARE(clock.monotonicNs() - start, std::int64_t{250});
        QCOMPARE(clock.nowMs(), 7.0);
    }
};

QTEST_APPLESS_MAIN(tst_FixedClock)
#include "tst_FixedClock.moc"
