// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status/EventRate.h"
#include "ui/status/LiveLag.h"

#include <QList>
#include <QObject>
#include <QPair>
#include <QTest>

using namespace inspector;

using Looks = QList<QPair<double, int>>; // seconds, count

class tst_EventRate : public QObject
{
    Q_OBJECT

private slots:
    void counts_data()
    {
        QTest::addColumn<Looks>("looks");
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("perSecond");

        QTest::addRow("nothing yet") << Looks() << 1.0 << 0.0;
        QTest::addRow("one look tells nothing") << Looks{{1, 500}} << 1.0 << 0.0;
        QTest::addRow("a steady stream")
            << Looks{{0, 0}, {0.5, 50}, {1, 100}, {1.5, 150}, {2, 200}} << 2.0 << 100.0;
        QTest::addRow("too little to go by") << Looks{{1, 0}, {1.1, 10}} << 1.1 << 20.0;
        QTest::addRow("a burst") << Looks{{0, 0}, {5, 0}, {5.5, 3000}} << 5.5 << 3000.0;
        QTest::addRow("nobody looked for a while") << Looks{{0, 0}, {0.5, 500}, {4.5, 4500}} << 4.5 << 1000.0;
        QTest::addRow("and then silence") << Looks{{0, 0}, {5, 0}, {5.5, 3000}} << 7.0 << 0.0;
    }

    void counts()
    {
        QFETCH(Looks, looks);
        QFETCH(double, now);
        QFETCH(double, perSecond);
        constexpr double second = 1e9;
        EventRate rate;
        for (const auto &[at, count] : looks)
            rate.add(static_cast<std::uint64_t>(count), static_cast<std::int64_t>(at * second));

        QCOMPARE(rate.perSecond(static_cast<std::int64_t>(now * second)), perSecond);
    }

    void forgets()
    {
        EventRate rate;
        rate.add(0, 0);
        rate.add(100, 500'000'000);
        rate.clear();
        QCOMPARE(rate.perSecond(500'000'000), 0.0);
    }

    void theLagIsTheWorstOfTheLastTwoSeconds()
    {
        constexpr std::int64_t ms = 1'000'000;
        LiveLag lag;
        QVERIFY(!lag.worst(0).has_value());
        lag.add(90, 0);
        lag.add(12, 1000 * ms);
        lag.add(7, 1500 * ms);

        QCOMPARE(lag.worst(1900 * ms).value_or(-1), 90.0);
        QCOMPARE(lag.worst(2500 * ms).value_or(-1), 12.0);
        QCOMPARE(lag.worst(3200 * ms).value_or(-1), 7.0);
        QVERIFY(!lag.worst(9000 * ms).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_EventRate)
#include "tst_EventRate.moc"
