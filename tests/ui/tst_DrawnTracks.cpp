// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"
#include "ui/plot/DrawnTracks.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

std::shared_ptr<const SessionTracks> tracks()
{
    return std::make_shared<const SessionTracks>();
}

} // namespace

/// Of what grows, lanes are drawn now and then; of what somebody moves, at once.
class tst_DrawnTracks : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDrawnAtOnce_data()
    {
        QTest::addColumn<bool>("hasOtherTracks");
        QTest::addColumn<quint64>("session");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("drawn");

        QTest::addRow("the same again") << false << quint64{1} << 100 << 1;
        QTest::addRow("another width") << false << quint64{1} << 200 << 2;
        QTest::addRow("another width of other tracks") << true << quint64{1} << 200 << 2;
        QTest::addRow("more of the same") << true << quint64{1} << 100 << 1;
        QTest::addRow("another session") << true << quint64{2} << 100 << 2;
    }

    void whatIsDrawnAtOnce()
    {
        QFETCH(bool, hasOtherTracks);
        QFETCH(quint64, session);
        QFETCH(int, width);
        QFETCH(int, drawn);
        FakeClock clock;
        clock.stepNs = 1'000'000'000;
        int count = 0;
        DrawnTracks lanes(clock, [] {});
        const auto first = tracks();
        lanes.show({1, first, {}, 100, nullptr}, 0, [&] { ++count; });
        QCOMPARE(count, 1);

        lanes.show({session, hasOtherTracks ? tracks() : first, {}, width, nullptr}, 0, [&] { ++count; });

        QCOMPARE(count, drawn);
    }

    void neverSoonerThanAsked()
    {
        FakeClock clock;
        int drawn = 0;
        DrawnTracks lanes(clock, [] {});
        lanes.show({1, tracks(), {}, 100, nullptr}, 1'000, [&] { ++drawn; });
        for (int look = 0; look < 500; ++look) // a millisecond each
            lanes.show({1, tracks(), {}, 100, nullptr}, 1'000, [&] { ++drawn; });

        QCOMPARE(drawn, 1);
    }

    void whatIsPutOffIsDrawnLater()
    {
        FakeClock clock; // each look takes a millisecond, so that drawing takes one too
        int drawn = 0;
        int asked = 0;
        DrawnTracks lanes(clock, [&] { ++asked; });
        lanes.show({1, tracks(), {}, 100, nullptr}, 0, [&] { ++drawn; });

        lanes.show({1, tracks(), {}, 100, nullptr}, 0, [&] { ++drawn; });

        QCOMPARE(drawn, 1);
        QTRY_COMPARE(asked, 1);
        for (int look = 0; look < 10 && drawn == 1; ++look)
            lanes.show({1, tracks(), {}, 100, nullptr}, 0, [&] { ++drawn; });
        QCOMPARE(drawn, 2);
    }
};

QTEST_GUILESS_MAIN(tst_DrawnTracks)
#include "tst_DrawnTracks.moc"
