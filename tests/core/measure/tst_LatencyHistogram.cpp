// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/LatencyHistogram.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace inspector;

namespace {

QByteArray shown(const LatencyHistogram &histogram, std::size_t each)
{
    QByteArrayList parts;
    for (const LatencyHistogram::Bucket &bucket : histogram.buckets(each))
        parts << QByteArray::number(qlonglong(bucket.begin)) + "-" +
                     QByteArray::number(qlonglong(bucket.end)) + ":" +
                     QByteArray::number(qulonglong(bucket.count));
    return parts.join(' ');
}

} // namespace

class tst_LatencyHistogram : public QObject
{
    Q_OBJECT

private slots:
    void buckets_data()
    {
        QTest::addColumn<QList<qint64>>("durations");
        QTest::addColumn<int>("each");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("none") << QList<qint64>{} << 1 << QByteArray();
        QTest::addRow("small ones stand alone")
            << QList<qint64>{3, 5, 5} << 1 << QByteArray("3-4:1 4-5:0 5-6:2");
        QTest::addRow("a sixteenth") << QList<qint64>{64, 67, 68} << 1 << QByteArray("64-68:2 68-72:1");
        QTest::addRow("across a doubling") << QList<qint64>{31, 32} << 1 << QByteArray("31-32:1 32-34:1");
        QTest::addRow("four as one") << QList<qint64>{33, 40} << 4 << QByteArray("32-40:1 40-48:1");
        QTest::addRow("a clock that went back") << QList<qint64>{-5} << 1 << QByteArray("0-1:1");
    }

    void buckets()
    {
        QFETCH(QList<qint64>, durations);
        QFETCH(int, each);
        QFETCH(QByteArray, expected);
        LatencyHistogram histogram;
        for (const qint64 ns : durations)
            histogram.add(ns);

        QCOMPARE(shown(histogram, static_cast<std::size_t>(each)), expected);
    }

    void weights()
    {
        LatencyHistogram histogram(999);
        histogram.add(10, 60);
        histogram.add(1000, 40);

        QCOMPARE(histogram.count(), 100U);
        QCOMPARE(histogram.samples(), 2U);
        QCOMPARE(histogram.percentile(0.6), 10);
        QCOMPARE(histogram.percentile(0.61), 1000);
        QCOMPARE(histogram.countOverLimit(), 40U);
    }

    void theLimitItselfIsNotOver()
    {
        LatencyHistogram histogram(1000);
        histogram.add(1000);
        histogram.add(1001, 3); // of the same bucket

        QCOMPARE(histogram.countOverLimit(), 3U);
    }

    void empty()
    {
        const LatencyHistogram histogram;

        QCOMPARE(histogram.percentile(0.99), 0);
        QCOMPARE(histogram.greatest(), 0);
        QCOMPARE(histogram.countOverLimit(), 0U);
    }

    void percentilesOfRandomOnes()
    {
        std::mt19937_64 random(7);
        std::lognormal_distribution<double> spread(7, 2);
        std::vector<std::int64_t> all;
        LatencyHistogram histogram;
        for (int i = 0; i < 20'000; ++i) {
            all.push_back(static_cast<std::int64_t>(spread(random)));
            histogram.add(all.back());
        }
        std::sort(all.begin(), all.end());
        for (const double share : {0.0, 0.001, 0.5, 0.95, 0.99, 0.999, 1.0}) {
            const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(all.size())));
            const std::int64_t exact = all[std::max<std::size_t>(rank, 1) - 1];
            const std::int64_t told = histogram.percentile(share);
            const QByteArray what = QByteArray::number(share) + ": " + QByteArray::number(qlonglong(told)) +
                                    " for " + QByteArray::number(qlonglong(exact));
            QVERIFY2(told >= exact && told <= exact + exact / 16, what.constData());
        }
        QCOMPARE(histogram.percentile(1), all.back());
    }
};

QTEST_APPLESS_MAIN(tst_LatencyHistogram)
#include "tst_LatencyHistogram.moc"
