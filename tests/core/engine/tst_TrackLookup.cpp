// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FactionTrack.h"
#include "core/engine/TrackLookup.h"

#include <QObject>
#include <QTest>

#include <numeric>
#include <vector>

using namespace inspector;

class tst_TrackLookup : public QObject
{
    Q_OBJECT

private slots:
    void aPointIsLookedUp_data()
    {
        QTest::addColumn<quint64>("number");
        QTest::addColumn<int>("expected"); // place, -1 for none

        QTest::addRow("before the first") << quint64{1} << -1;
        QTest::addRow("at the first") << quint64{2} << 0;
        QTest::addRow("between") << quint64{4} << 0;
        QTest::addRow("at the second") << quint64{5} << 1;
        QTest::addRow("behind") << quint64{50} << 1;
    }

    void aPointIsLookedUp()
    {
        QFETCH(quint64, number);
        QFETCH(int, expected);
        const LongList<FactionTrack::Attitude> points{{2, 0, {}}, {5, 0, {}}};

        const FactionTrack::Attitude *found = lastAt(points, number);

        QCOMPARE(found == nullptr ? -1 : found == &points[0] ? 0 : 1, expected);
    }

    void theNextOneIsFound_data()
    {
        QTest::addColumn<quint64>("from");
        QTest::addColumn<quint64>("end");

        for (const quint64 from : {0, 1, 7, 99, 100}) {
            for (const quint64 end : {0, 1, 8, 99, 100}) {
                if (from <= end)
                    QTest::addRow("from %llu to %llu", from, end) << from << end;
            }
        }
    }

    void theNextOneIsFound()
    {
        QFETCH(quint64, from);
        QFETCH(quint64, end);
        std::vector<quint64> points(100);
        std::iota(points.begin(), points.end(), 0);

        for (quint64 wanted = 0; wanted <= 100; ++wanted) {
            const std::size_t expected = std::min(end, std::max(from, wanted));
            QCOMPARE(nextWhere(points, from, end, [&](quint64 point) { return point >= wanted; }), expected);
        }
    }

    void fewAreLookedAt()
    {
        std::vector<quint64> points(1'000'000);
        std::iota(points.begin(), points.end(), 0);
        int looks = 0;

        const std::size_t found = nextWhere(points, 5, points.size(), [&](quint64 point) {
            ++looks;
            return point >= 900'000;
        });

        QCOMPARE(found, std::size_t{900'000});
        QVERIFY2(looks <= 45, QByteArray::number(looks).constData()); // twice the logarithm, and a few
    }
};

QTEST_APPLESS_MAIN(tst_TrackLookup)
#include "tst_TrackLookup.moc"
