// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionIndex.h"
#include "core/session/mission/SeededRandom.h"

#include <QList>
#include <QObject>
#include <QTest>

#include <cmath>

using namespace inspector;

namespace {

constexpr std::uint64_t gibibyte = 1ULL << 30U;

SessionRecord recordAt(TimeMs time, std::uint64_t line = 1)
{
    SessionRecord record;
    record.type = SessionRecord::Type::Event;
    record.event = "a:b";
    record.timestamp = time;
    record.line = line;
    return record;
}

/// An index over these times; an odd one changes state.
SessionIndex indexOf(const QList<double> &times)
{
    SessionIndex index;
    std::uint64_t offset = 0;
    for (const double time : times)
        index.append(recordAt(time), {offset += 10, 9, true}, static_cast<int>(time) % 2 != 0);
    return index;
}

std::optional<std::uint64_t> slowFirstNotBefore(const QList<double> &times, double time)
{
    for (qsizetype i = 0; i < times.size(); ++i) {
        if (times[i] >= time)
            return static_cast<std::uint64_t>(i + 1);
    }
    return std::nullopt;
}

std::optional<std::uint64_t> slowLastNotAfter(const QList<double> &times, double time)
{
    for (qsizetype i = times.size(); i > 0; --i) {
        if (times[i - 1] <= time)
            return static_cast<std::uint64_t>(i);
    }
    return std::nullopt;
}

} // namespace

class tst_SessionIndex : public QObject
{
    Q_OBJECT

private slots:
    void survivesLongSkippedLines()
    {
        SessionIndex index;
        const QList<quint64> offsets{0, 100, 5 * gibibyte, 5 * gibibyte + 1, 900 * gibibyte};
        std::uint64_t line = 0;
        for (const quint64 offset : offsets)
            index.append(recordAt(1, line += 3), {offset, 9, true}, true);

        QCOMPARE(index.size(), std::uint64_t{5});
        for (qsizetype i = 0; i < offsets.size(); ++i) {
            const auto number = static_cast<std::uint64_t>(i + 1);
            QVERIFY(index.entry(number) == (IndexEntry{offsets[i], 9, 3 * number, 1, 0, true}));
        }
        QCOMPARE(index.nextChange(3, 5), std::optional<std::uint64_t>(3));
    }

    void looksUpTimes_data()
    {
        QTest::addColumn<QList<double>>("times");
        QList<double> rising;
        QList<double> backAndForth;
        SeededRandom random(3);
        for (int i = 0; i < 36'000; ++i) {
            rising.append(std::floor(i / 3.0));
            backAndForth.append(static_cast<double>(random.below(100'000)));
        }

        QTest::addRow("none") << QList<double>{};
        QTest::addRow("one") << QList<double>{5};
        QTest::addRow("the clock goes back") << QList<double>{5, 9, 2, 7, 2};
        QTest::addRow("several segments") << rising;
        QTest::addRow("several segments, no order") << backAndForth;
    }

    void looksUpTimes()
    {
        QFETCH(QList<double>, times);
        const SessionIndex index = indexOf(times);

        for (const double time :
            {-1.0, 0.0, 1.5, 2.0, 4.0, 5.0, 6.0, 9.0, 10.0, 5461.0, 11'999.0, 12'000.0, 99'990.0, 1e9}) {
            QCOMPARE(index.firstNotBefore(time), slowFirstNotBefore(times, time));
            QCOMPARE(index.lastNotAfter(time), slowLastNotAfter(times, time));
        }
    }

    void findsTheNextChange_data()
    {
        QTest::addColumn<quint64>("from");
        QTest::addColumn<quint64>("last");
        QTest::addColumn<quint64>("found"); // 0: none

        QTest::addRow("itself") << quint64{2} << quint64{60000} << quint64{2};
        QTest::addRow("itself alone") << quint64{2} << quint64{2} << quint64{2};
        QTest::addRow("over segments without any") << quint64{3} << quint64{60000} << quint64{45000};
        QTest::addRow("as far as it was asked") << quint64{3} << quint64{44999} << quint64{0};
        QTest::addRow("the end asked for") << quint64{3} << quint64{45000} << quint64{45000};
        QTest::addRow("behind the last") << quint64{45001} << ~quint64{0} << quint64{0};
        QTest::addRow("backwards") << quint64{2} << quint64{1} << quint64{0};
        QTest::addRow("from the end") << quint64{60001} << ~quint64{0} << quint64{0};
    }

    void findsTheNextChange()
    {
        QFETCH(quint64, from);
        QFETCH(quint64, last);
        QFETCH(quint64, found);
        QList<double> times(60'000, 0.0);
        times[1] = times[44'999] = 1;
        const SessionIndex index = indexOf(times);

        QCOMPARE(quint64{index.nextChange(from, last).value_or(0)}, found);
    }

    void takesSixteenBytesARecord()
    {
        constexpr std::uint64_t count = 100 * IndexSegment::maxEntries;
        SessionIndex index;
        for (std::uint64_t i = 0; i < count; ++i)
            index.append(recordAt(static_cast<double>(i), i), {200 * i, 199, true}, true);

        QVERIFY(index.bytesUsed() < 17 * count);
        QVERIFY(index.entry(count) ==
                (IndexEntry{200 * (count - 1), 199, count - 1, static_cast<double>(count - 1), 0, true}));
        QCOMPARE(index.names().count(0), count);
    }

    void aCopyGoesItsOwnWay()
    {
        SessionIndex index = indexOf({1, 2});
        SessionIndex copy = index;
        copy.append(recordAt(3), {30, 5, true}, false);
        index.append(recordAt(4), {40, 6, true}, true);

        QVERIFY(index.entry(3) == (IndexEntry{40, 6, 1, 4, 0, true}));
        QVERIFY(copy.entry(3) == (IndexEntry{30, 5, 1, 3, 0, false}));
    }
};

QTEST_APPLESS_MAIN(tst_SessionIndex)
#include "tst_SessionIndex.moc"
