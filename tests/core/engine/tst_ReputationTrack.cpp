// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ReputationTrack.h"

#include <QObject>
#include <QTest>

#include <random>
#include <vector>

using namespace inspector;

namespace {

/// Random values; a reset, and a clock that goes back, now and then.
std::vector<ReputationPoint> randomPoints(std::uint32_t seed, std::uint64_t count)
{
    std::mt19937 random(seed);
    std::vector<ReputationPoint> points;
    double at = 1000;
    for (std::uint64_t number = 1; number <= count; ++number) {
        at += random() % 3000 == 0 ? -5000.0 : static_cast<double>(random() % 5);
        points.push_back({number, at, static_cast<double>(random() % 101), static_cast<double>(random() % 41),
            random() % 2000 != 0, random() % 500 == 0});
    }
    return points;
}

ReputationTrack trackOf(const std::vector<ReputationPoint> &points)
{
    ReputationTrack track;
    for (const ReputationPoint &point : points)
        track.push_back(point);
    return track;
}

} // namespace

class tst_ReputationTrack : public QObject
{
    Q_OBJECT

private slots:
    void summariesSayWhatThePointsDo_data()
    {
        QTest::addColumn<quint64>("from");
        QTest::addColumn<quint64>("end");
        QTest::addColumn<quint64>("least"); // summaries that are taken

        QTest::addRow("all") << quint64{0} << quint64{40'000} << quint64{2};
        QTest::addRow("from within a summary") << quint64{70} << quint64{40'000} << quint64{10};
        QTest::addRow("to within a summary") << quint64{0} << quint64{39'999} << quint64{2};
        QTest::addRow("no whole summary") << quint64{65} << quint64{79} << quint64{0};
        QTest::addRow("a single one") << quint64{64} << quint64{128} << quint64{1};
        QTest::addRow("nothing") << quint64{9} << quint64{9} << quint64{0};
    }

    void summariesSayWhatThePointsDo()
    {
        QFETCH(quint64, from);
        QFETCH(quint64, end);
        QFETCH(quint64, least);
        const std::vector<ReputationPoint> points = randomPoints(7, 40'000);
        const ReputationTrack track = trackOf(points);
        std::size_t at = from;
        std::size_t summaries = 0;
        bool isRight = true;

        track.forEach(
            from, end, [](const ReputationSummary &) { return true; },
            [&](const ReputationPoint &point) { isRight = isRight && point == points[at++]; },
            [&](const ReputationSummary &summary) {
                ReputationSummary expected = ReputationSummary::of(points[at++]);
                while (at < end && points[at - 1].number != summary.last.number)
                    expected.add(ReputationSummary::of(points[at++]));
                isRight = isRight && summary == expected;
                ++summaries;
            });

        QVERIFY(isRight);
        QCOMPARE(at, static_cast<std::size_t>(end));
        QVERIFY(summaries >= least);
        QCOMPARE(summaries == 0, least == 0);
    }

    void whatIsNotEnoughComesInSmallerPieces()
    {
        const std::vector<ReputationPoint> points = randomPoints(7, 40'000);
        const ReputationTrack track = trackOf(points);
        std::vector<std::uint64_t> begins;

        track.forEach(
            0, points.size(),
            [](const ReputationSummary &summary) { return summary.last.number - summary.first.number < 600; },
            [&](const ReputationPoint &point) { begins.push_back(point.number); },
            [&](const ReputationSummary &summary) { begins.push_back(summary.first.number); });

        // 156 of 256 each, and one of 64
        QCOMPARE(begins.size(), std::size_t{157});
        for (std::size_t i = 0; i < begins.size(); ++i)
            QCOMPARE(begins[i], 256 * i + 1);
    }

    void knownFromTheLastReset()
    {
        const std::vector<ReputationPoint> points = randomPoints(11, 40'000);
        const ReputationTrack track = trackOf(points);

        for (std::size_t end = 0; end <= points.size(); end += 61) {
            std::size_t expected = end;
            while (expected > 0 && points[expected - 1].isKnown)
                --expected;
            QCOMPARE(track.knownFrom(end), expected);
        }
    }

    void summaryOfAReset()
    {
        ReputationSummary summary = ReputationSummary::of({1, 10, 5, 7, true, false});
        summary.add(ReputationSummary::of({2, 20, 9, 3, true, true}));
        summary.add(ReputationSummary::of({3, 15, 0, 0, false, false}));

        const ReputationSummary expected{
            {1, 10, 5, 7, true, false}, {3, 15, 0, 0, false, false}, 0, 9, 0, 7, false, true, false};
        QVERIFY(summary == expected);
    }
};

QTEST_APPLESS_MAIN(tst_ReputationTrack)
#include "tst_ReputationTrack.moc"
