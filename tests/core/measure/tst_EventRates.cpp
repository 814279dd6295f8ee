// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/EventRates.h"
#include "tests/support/LoadedSession.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// "step 1000: a 3 (1 0 2), b 1 (0 0 1)"
QByteArray shown(const EventRates &rates)
{
    QByteArrayList domains;
    for (const EventRates::Domain &domain : rates.domains) {
        QByteArrayList steps;
        for (const std::uint32_t count : domain.steps)
            steps << QByteArray::number(count);
        domains << QByteArray::fromStdString(domain.name) + " " +
                       QByteArray::number(qulonglong(domain.count)) + " (" + steps.join(' ') + ")";
    }
    return "step " + QByteArray::number(rates.stepMs) + ": " + domains.join(", ");
}

QByteArray anEvent(const QByteArray &name, int timestamp)
{
    return "{'type':'event','event':'" + name + "','timestamp':" + QByteArray::number(timestamp) +
           ",'payload':{}}\n";
}

} // namespace

class tst_EventRates : public QObject
{
    Q_OBJECT

private slots:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QByteArray>("expected");

        const QByteArray some =
            anEvent("a:x", 1000) + anEvent("b:x", 2500) + anEvent("a:y", 3000) + anEvent("a:x", 3999);
        QTest::addRow("nothing") << QByteArray() << 0.0 << 0.0 << 10 << QByteArray("step 1: ");
        QTest::addRow("all") << some << 1000.0 << 41000.0 << 10
                             << QByteArray("step 5000: a 3 (3 0 0 0 0 0 0 0 0), b 1 (1 0 0 0 0 0 0 0 0)");
        QTest::addRow("a second is enough")
            << some << 1000.0 << 21000.0 << 1000
            << QByteArray("step 1000: a 3 (1 0 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0), "
                          "b 1 (0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)");
        QTest::addRow("less, where little is shown") << some << 2500.0 << 3000.0 << 1000
                                                     << QByteArray("step 50: a 1 (0 0 0 0 0 0 0 0 0 0 1), "
                                                                   "b 1 (1 0 0 0 0 0 0 0 0 0 0)");
        QTest::addRow("other records are no events")
            << QByteArray("{'type':'marker','timestamp':1000,'label':'x'}\n") + anEvent("a:x", 1000) << 1000.0
            << 1010.0 << 2 << QByteArray("step 5: a 1 (1 0 0)");
        QTest::addRow("no colon") << anEvent("pause", 1000) << 1000.0 << 1010.0 << 2
                                  << QByteArray("step 5: pause 1 (1 0 0)");
        QTest::addRow("times that are none")
            << QByteArray("{'type':'event','event':'a:x','timestamp':-1.5e308}\n"
                          "{'type':'event','event':'a:x','timestamp':1.5e308}\n")
            << -1.5e308 << 1.5e308 << 1 << QByteArray("step 1.8e+16: a 0 (0)");
        QTest::addRow("the clock goes back")
            << anEvent("a:x", 5000) + anEvent("a:x", 1000) + anEvent("a:x", 5010) << 5000.0 << 5010.0 << 2
            << QByteArray("step 5: a 2 (1 0 1)");
    }

    void counts()
    {
        QFETCH(QByteArray, session);
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(int, steps);
        QFETCH(QByteArray, expected);
        const auto loader = loadedSession(session);
        QVERIFY(loader != nullptr);

        const EventRates rates =
            eventRates(loader->timeline().index(), begin, end, static_cast<std::size_t>(steps), StopFlag());

        QCOMPARE(shown(rates), expected);
    }

    void manyDomains()
    {
        QByteArray session;
        for (int domain = 0; domain < 20; ++domain) {
            for (int i = 0; i <= 20 - domain; ++i)
                session += anEvent("d" + QByteArray::number(domain) + ":x", 1000);
        }
        const auto loader = loadedSession(session);

        const EventRates rates = eventRates(loader->timeline().index(), 1000, 1010, 1, StopFlag());

        QCOMPARE(shown(rates),
            "step 10: d0 21 (21 0), d1 20 (20 0), d2 19 (19 0), d3 18 (18 0), d4 17 (17 0), "
            " 135 (135 0)");
    }

    void figures()
    {
        const auto loader = loadedSession(anEvent("a:x", 0) + anEvent("a:x", 100) + anEvent("a:x", 4000));
        const EventRates rates = eventRates(loader->timeline().index(), 0, 20'000, 20, StopFlag());

        QCOMPARE(rates.domains.at(0).most(), 2U);
        QCOMPARE(rates.perSecond(rates.domains.at(0).most()), 2.0);
        QCOMPARE(rates.meanPerSecond(rates.domains.at(0)), 0.15);
    }

    void stops()
    {
        StopFlag stop;
        stop.request();
        QByteArray session;
        for (int i = 0; i < 70'000; ++i)
            session += anEvent("a:x", 1000);
        const auto loader = loadedSession(session);

        const EventRates rates = eventRates(loader->timeline().index(), 1000, 1010, 1, stop);

        QCOMPARE(rates.domains.at(0).count, 65'535U);
    }

    void finestStep_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<double>("expected");

        QTest::addRow("none") << QByteArray() << 0.0;
        QTest::addRow("all at once") << anEvent("a:x", 5) + anEvent("a:x", 5) << 0.0;
        QTest::addRow("forwards") << anEvent("a:x", 5) + anEvent("a:x", 5) + anEvent("a:x", 21) << 16.0;
        QTest::addRow("back") << anEvent("a:x", 500) + anEvent("a:x", 100) + anEvent("a:x", 900) << 400.0;
    }

    void finestStep()
    {
        QFETCH(QByteArray, session);
        QFETCH(double, expected);

        QCOMPARE(finestStepOf(loadedSession(session)->timeline().index()), expected);
    }
};

QTEST_APPLESS_MAIN(tst_EventRates)
#include "tst_EventRates.moc"
