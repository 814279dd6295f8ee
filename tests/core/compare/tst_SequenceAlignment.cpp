// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SequenceAlignment.h"
#include "core/session/mission/SeededRandom.h"

#include <QObject>
#include <QTest>

#include <algorithm>

using namespace inspector;

namespace {

using Keys = std::vector<std::uint64_t>;

/// How much two have in common, by comparing each with each.
std::uint64_t longestInCommon(const Keys &base, const Keys &head)
{
    std::vector<std::uint64_t> before(head.size() + 1, 0), now = before;
    for (const std::uint64_t key : base) {
        for (std::size_t j = 0; j < head.size(); ++j)
            now[j + 1] = key == head[j] ? before[j] + 1 : std::max(now[j], before[j + 1]);
        before = now;
    }
    return before.back();
}

std::uint64_t lengthOf(const AlignedRuns &runs)
{
    std::uint64_t length = 0;
    for (const AlignedRun &run : runs)
        length += run.length;
    return length;
}

/// What is wrong with an alignment; empty where each run is in both, behind the one before it.
QByteArray mistakeIn(const AlignedRuns &runs, const Keys &base, const Keys &head)
{
    std::uint64_t baseEnd = 0, headEnd = 0;
    for (const AlignedRun &run : runs) {
        if (run.length == 0 || run.base < baseEnd || run.head < headEnd ||
            run.base + run.length > base.size() || run.head + run.length > head.size())
            return "not in order";
        for (std::uint64_t i = 0; i < run.length; ++i) {
            if (base[run.base + i] != head[run.head + i])
                return "not the same";
        }
        baseEnd = run.base + run.length;
        headEnd = run.head + run.length;
    }
    return {};
}

/// A sequence with elements inserted, missing, repeated and replaced.
Keys changed(const Keys &keys, SeededRandom &random, std::uint64_t oneOf, std::uint64_t kinds)
{
    Keys other;
    for (const std::uint64_t key : keys) {
        const std::uint64_t what = random.below(oneOf);
        if (what == 0)
            continue;
        if (what == 1)
            other.push_back(random.below(kinds));
        other.push_back(what == 2 ? random.below(kinds) : key);
        if (what == 3)
            other.push_back(key);
    }
    return other;
}

Keys randomKeys(SeededRandom &random, std::uint64_t size, std::uint64_t kinds)
{
    Keys keys;
    for (std::uint64_t i = 0; i < size; ++i)
        keys.push_back(random.below(kinds));
    return keys;
}

} // namespace

class tst_SequenceAlignment : public QObject
{
    Q_OBJECT

private slots:
    void runs_data()
    {
        QTest::addColumn<Keys>("base");
        QTest::addColumn<Keys>("head");
        QTest::addColumn<AlignedRuns>("runs");
        QTest::addRow("nothing") << Keys{} << Keys{} << AlignedRuns{};
        QTest::addRow("one is empty") << Keys{1, 2} << Keys{} << AlignedRuns{};
        QTest::addRow("the same") << Keys{1, 2, 3} << Keys{1, 2, 3} << AlignedRuns{{0, 0, 3}};
        QTest::addRow("nothing in common") << Keys{1, 2} << Keys{3, 4} << AlignedRuns{};
        QTest::addRow("inserted") << Keys{1, 2, 3} << Keys{1, 9, 2, 3} << AlignedRuns{{0, 0, 1}, {1, 2, 2}};
        QTest::addRow("missing") << Keys{1, 2, 3} << Keys{1, 3} << AlignedRuns{{0, 0, 1}, {2, 1, 1}};
        QTest::addRow("replaced") << Keys{1, 2, 3} << Keys{1, 9, 3} << AlignedRuns{{0, 0, 1}, {2, 2, 1}};
    }

    void runs()
    {
        QFETCH(Keys, base);
        QFETCH(Keys, head);
        QFETCH(AlignedRuns, runs);
        QVERIFY(alignSequences(base, head) == runs);
    }

    void anyTwoHaveAsMuchInCommonAsComparingEachWithEachFinds()
    {
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            SeededRandom random(seed);
            const std::uint64_t kinds = 1 + random.below(8);
            const Keys base = randomKeys(random, random.below(30), kinds);
            const Keys head = random.below(3) == 0 ? randomKeys(random, random.below(30), kinds)
                                                   : changed(base, random, 5 + random.below(10), kinds);
            const AlignedRuns runs = alignSequences(base, head);
            const QByteArray where = QByteArray::number(qulonglong(seed));
            QVERIFY2(mistakeIn(runs, base, head).isEmpty(), where.constData());
            QVERIFY2(lengthOf(runs) == longestInCommon(base, head), where.constData());
        }
    }

    void longOnesThatDifferMuchAreAlignedNearlyAsWell()
    {
        SeededRandom random(7);
        constexpr std::uint64_t size = 30'000, kinds = 500, oneOf = 12;
        const Keys base = randomKeys(random, size, kinds);
        const Keys head = changed(base, random, oneOf, kinds);
        const AlignedRuns runs = alignSequences(base, head);
        QCOMPARE(mistakeIn(runs, base, head), QByteArray());
        constexpr std::uint64_t kept =
            size * 9 / 10 * 8 / 10; // about 10 of 12 are, and the way may be a little longer
        QVERIFY2(lengthOf(runs) > kept, QByteArray::number(qulonglong(lengthOf(runs))));
    }

    void veryLongOnesWithNothingInOrderEnd()
    {
        SeededRandom random(3);
        const Keys base = randomKeys(random, 200'000, 40);
        const Keys head = randomKeys(random, 200'000, 40);
        QCOMPARE(mistakeIn(alignSequences(base, head), base, head), QByteArray());
    }
};

QTEST_APPLESS_MAIN(tst_SequenceAlignment)
#include "tst_SequenceAlignment.moc"
