// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/SeededRandom.h"

#include <QObject>
#include <QString>
#include <QTest>

#include <array>

using namespace inspector;

class tst_SeededRandom : public QObject
{
    Q_OBJECT

private slots:
    void followsTheReference()
    {
        SeededRandom random(1234567);
        constexpr std::array<std::uint64_t, 5> published{6457827717110365317U, 3203168211198807973U,
            9817491932198370423U, 4593380528125082431U, 16408922859458223821U};

        for (const std::uint64_t expected : published)
            QCOMPARE(random.next(), expected);
    }

    void staysBelow_data()
    {
        QTest::addColumn<quint64>("count");

        QTest::addRow("one") << quint64(1);
        QTest::addRow("two") << quint64(2);
        QTest::addRow("no power of two") << quint64(7);
        QTest::addRow("a third of the range is drawn again") << quint64(0xC000000000000000U);
        QTest::addRow("largest") << std::numeric_limits<quint64>::max();
    }

    void staysBelow()
    {
        QFETCH(quint64, count);
        SeededRandom random(3);

        for (int i = 0; i < 1000; ++i)
            QVERIFY(random.below(count) < count);
    }

    void everyResultComesAboutEquallyOften()
    {
        SeededRandom random(9);
        std::array<int, 7> times{};
        for (int i = 0; i < 70000; ++i)
            ++times[random.below(times.size())];

        for (const int each : times)
            QVERIFY2(each > 9500 && each < 10500, qPrintable(QString::number(each)));
    }
};

QTEST_APPLESS_MAIN(tst_SeededRandom)
#include "tst_SeededRandom.moc"
