// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestTexts.h"
#include "ui/common/Words.h"
#include "ui/factions/FactionLanes.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace inspector;

namespace {

constexpr int width = 500; // pixels

constexpr double nearness = 0.125; // pixels that a step may be off

/// The least and the greatest value that is seen in each pixel column.
using Columns = std::map<double, std::pair<double, double>>;

void see(Columns &columns, double column, double y)
{
    const auto [known, isNew] = columns.try_emplace(column, y, y);
    if (!isNew)
        known->second = {std::min(known->second.first, y), std::max(known->second.second, y)};
}

/// Of steps, each in the columns that it is in when it may be `off` pixels to both sides of its place.
Columns seen(const PlotSteps &steps, double perUnit, double off = 0)
{
    Columns columns;
    for (const PlotStep &step : steps) {
        for (double column = std::floor(step.x * perUnit - off);
             step.hasValue && column <= std::floor(step.x * perUnit + off); ++column)
            see(columns, column, step.y);
    }
    return columns;
}

/// All points, one after the other.
PlotSteps stepsOf(const ReputationTrack &points, double ReputationPoint::*value, bool overTime)
{
    PlotSteps steps;
    double x = 0;
    for (const ReputationPoint &point : points) {
        x = std::max(x, overTime ? point.at : static_cast<double>(point.number));
        steps.push_back({x, point.*value, point.isKnown});
    }
    return steps;
}

/// Whether in each column all that `inner` shows there is within what `outer` does.
bool isWithin(const Columns &inner, const Columns &outer)
{
    return std::all_of(inner.begin(), inner.end(), [&](const auto &column) {
        const auto other = outer.find(column.first);
        return other != outer.end() && other->second.first <= column.second.first &&
               column.second.second <= other->second.second;
    });
}

/// The spans of a faction's lane, of attitudes by time.
std::vector<LaneContent::Span> spansOf(
    const std::vector<std::pair<double, std::string>> &attitudes, double end)
{
    SessionTracks tracks;
    FactionTrack track;
    SessionIndex index;
    const auto add = [&](double at) {
        SessionRecord record;
        record.timestamp = at;
        index.append(record, {index.size() * 10, 9, true}, true);
    };
    for (const auto &[at, attitude] : attitudes) {
        add(at);
        track.attitudes.push_back({index.size(), at, pooled(attitude)});
    }
    add(end);
    tracks.factions.set("cipher_collective", track);
    InspectorFrame frame;
    frame.tracks = std::make_shared<const SessionTracks>(tracks);
    const TrackAxis axis(TrackAxis::Unit::Time, index, {1000, end});
    return factionLanes(frame, {FactionCatalogue::builtIn(), Theme::light(), axis, width}).front().spans;
}

} // namespace

class tst_FactionLanes : public QObject
{
    Q_OBJECT

private slots:
    void manyPointsLookLikeAllOfThem_data()
    {
        QTest::addColumn<TrackAxis::Unit>("unit");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("resetEach"); // 0: never
        QTest::addColumn<int>("backEach");

        using Unit = TrackAxis::Unit;
        QTest::addRow("few") << Unit::Number << 50 << 0 << 0;
        QTest::addRow("over numbers") << Unit::Number << 60'000 << 0 << 0;
        QTest::addRow("over time") << Unit::Time << 60'000 << 0 << 0;
        QTest::addRow("with resets") << Unit::Time << 60'000 << 7'000 << 0;
        QTest::addRow("the clock goes back") << Unit::Time << 60'000 << 0 << 9'000;
        QTest::addRow("very many") << Unit::Number << 600'000 << 0 << 0;
    }

    void manyPointsLookLikeAllOfThem()
    {
        QFETCH(TrackAxis::Unit, unit);
        QFETCH(int, count);
        QFETCH(int, resetEach);
        QFETCH(int, backEach);
        const bool isTime = unit == TrackAxis::Unit::Time;
        std::mt19937 random(5);
        SessionTracks tracks;
        FactionTrack track;
        SessionIndex index;
        double at = 1000;
        double latest = at;
        double fame = 50;
        for (int i = 1; i <= count; ++i) {
            at += backEach != 0 && i % backEach == 0 ? -500.0 : static_cast<double>(random() % 4);
            latest = std::max(latest, at);
            fame = std::clamp(fame + static_cast<double>(random() % 7) - 3, 0.0, 100.0);
            const bool isKnown = resetEach == 0 || i % resetEach != 0;
            track.reputation.push_back({static_cast<std::uint64_t>(i), at, isKnown ? fame : 0,
                isKnown ? static_cast<double>(random() % 30) : 0, isKnown, false});
            SessionRecord record;
            record.timestamp = at;
            index.append(record, {static_cast<std::uint64_t>(i) * 10, 9, true}, true);
        }
        tracks.factions.set("cipher_collective", track);
        InspectorFrame frame;
        frame.tracks = std::make_shared<const SessionTracks>(tracks);
        const TrackAxis axis(unit, index, {1000, latest});
        const double perUnit = width / (axis.end() - axis.begin());

        const std::vector<LaneContent> lanes =
            factionLanes(frame, {FactionCatalogue::builtIn(), Theme::light(), axis, width});

        QCOMPARE(lanes.size(), std::size_t{1});
        const LaneContent &lane = lanes.front();
        QVERIFY(lane.solid.size() <= std::size_t{5} * width);
        // Of few there is no summary, and nothing is off.
        const double off = count > width ? nearness : 0;
        const auto compare = [&](const PlotSteps &drawn, double ReputationPoint::*value) {
            const PlotSteps all = stepsOf(track.reputation, value, isTime);
            QVERIFY(isWithin(seen(drawn, perUnit), seen(all, perUnit, off)));
            QVERIFY(isWithin(seen(all, perUnit), seen(drawn, perUnit, off)));
        };
        compare(lane.solid, &ReputationPoint::fame);
        compare(lane.dashed, &ReputationPoint::infamy);
    }

    void theLastAttitudeOfManyLasts_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("last");

        for (const int count : {1, 2, 17, 18, 1000}) {
            QTest::addRow("%d in a pixel, then one", count) << count << QByteArray("hostile");
            QTest::addRow("%d in a pixel, then none", count) << count << QByteArray();
        }
    }

    void theLastAttitudeOfManyLasts()
    {
        QFETCH(int, count);
        QFETCH(QByteArray, last);
        std::vector<std::pair<double, std::string>> attitudes;
        attitudes.reserve(static_cast<std::size_t>(count) + 1);
        for (int i = 0; i < count; ++i)
            attitudes.emplace_back(1000 + i / 1000.0, i % 2 == 0 ? "friendly" : "neutral");
        attitudes.emplace_back(1001, last.toStdString());

        const std::vector<LaneContent::Span> spans = spansOf(attitudes, 100'000);

        const bool isLong = !spans.empty() && spans.back().end - spans.back().begin > 50'000;
        QCOMPARE(isLong, !last.isEmpty());
        if (isLong)
            QCOMPARE(spans.back().label, words::attitude(last.toStdString()));
    }

    void whereTheClockGoesBackNoAttitudeIsLeftOut()
    {
        std::vector<std::pair<double, std::string>> attitudes{{50'000, "hostile"}};
        QStringList expected{words::attitude("hostile")};
        for (int i = 0; i < 40; ++i) {
            attitudes.emplace_back(2'000 + 1'000.0 * i, i % 2 == 0 ? "friendly" : "neutral");
            expected << words::attitude(i % 2 == 0 ? "friendly" : "neutral");
        }

        QStringList labels;
        for (const LaneContent::Span &span : spansOf(attitudes, 100'000))
            labels << span.label;

        expected.removeFirst(); // it would end before it begins
        QCOMPARE(labels, expected);
    }
};

QTEST_GUILESS_MAIN(tst_FactionLanes)
#include "tst_FactionLanes.moc"
