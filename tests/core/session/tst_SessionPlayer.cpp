// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionPlayer.h"

#include <QList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

SessionIndex indexOf(const QList<double> &times)
{
    SessionIndex index;
    for (const double time : times) {
        SessionRecord record;
        record.timestamp = time;
        index.append(record, {index.size(), 1, true}, false);
    }
    return index;
}

} // namespace

class tst_SessionPlayer : public QObject
{
    Q_OBJECT

private slots:
    void plays_data()
    {
        QTest::addColumn<QList<double>>("times"); // of the records, ms
        QTest::addColumn<double>("speed");
        QTest::addColumn<bool>("jumps");
        QTest::addColumn<quint64>("from");
        QTest::addColumn<QList<double>>("elapsed");
        QTest::addColumn<QList<quint64>>("expected");
        const QList<double> steps{0, 100, 200, 300};

        QTest::addRow("at its own pace")
            << steps << 1.0 << false << quint64{1} << QList<double>{50, 50, 150} << QList<quint64>{1, 2, 3};
        QTest::addRow("twice as fast")
            << steps << 2.0 << false << quint64{1} << QList<double>{50, 100} << QList<quint64>{2, 4};
        QTest::addRow("from the start")
            << steps << 1.0 << false << quint64{0} << QList<double>{0, 99} << QList<quint64>{1, 1};
        QTest::addRow("to the end and no further")
            << steps << 64.0 << false << quint64{1} << QList<double>{1000, 1000} << QList<quint64>{4, 4};
        QTest::addRow("through idle time") << QList<double>{0, 5000} << 1.0 << false << quint64{1}
                                           << QList<double>{100, 4899, 1} << QList<quint64>{1, 1, 2};
        QTest::addRow("over idle time") << QList<double>{0, 5000, 5100} << 1.0 << true << quint64{1}
                                        << QList<double>{16, 99, 1} << QList<quint64>{2, 2, 3};
        QTest::addRow("a clock that goes back") << QList<double>{1000, 10, 20} << 1.0 << false << quint64{1}
                                                << QList<double>{1, 8, 10} << QList<quint64>{2, 2, 3};
        QTest::addRow("nothing") << QList<double>{} << 1.0 << false << quint64{0} << QList<double>{100}
                                 << QList<quint64>{0};
    }

    void plays()
    {
        QFETCH(QList<double>, times);
        QFETCH(double, speed);
        QFETCH(bool, jumps);
        QFETCH(quint64, from);
        QFETCH(QList<double>, elapsed);
        QFETCH(QList<quint64>, expected);
        const SessionIndex index = indexOf(times);
        SessionPlayer player;
        player.setSpeed(speed);
        player.setJumpsOverIdle(jumps);
        player.start(index, from);

        QList<quint64> reached;
        for (const double ms : elapsed)
            reached.append(player.advance(index, ms));

        QCOMPARE(reached, expected);
    }

    void aHeaderWithoutATimeIsNoPause()
    {
        SessionIndex index;
        SessionRecord header;
        header.type = SessionRecord::Type::Session;
        index.append(header, {0, 1, true}, false);
        SessionRecord first;
        first.timestamp = 1'768'469'443'000;
        index.append(first, {1, 1, true}, false);
        SessionPlayer player;
        player.setJumpsOverIdle(false);
        player.start(index, 0);

        QCOMPARE(index.timeOf(1), first.timestamp);
        QCOMPARE(player.advance(index, 0), std::uint64_t{2});
    }

    void keepsItsSpeedWithinLimits()
    {
        SessionPlayer player;
        player.setSpeed(1000);
        QCOMPARE(player.speed(), SessionPlayer::fastest);
        player.setSpeed(0);
        QCOMPARE(player.speed(), SessionPlayer::slowest);
    }
};

QTEST_APPLESS_MAIN(tst_SessionPlayer)
#include "tst_SessionPlayer.moc"
