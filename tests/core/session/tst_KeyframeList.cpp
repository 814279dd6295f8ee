// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/KeyframeList.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/StepSession.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

ReplayState stateOf(std::uint64_t number)
{
    ReplayState state;
    state.lastTime = static_cast<double>(number);
    return state;
}

/// The numbers of the keyframes that records up to #`last` find, each of which holds its own state.
QByteArray numbersIn(const KeyframeList &list, std::uint64_t last)
{
    QByteArray numbers;
    std::uint64_t previous = ~std::uint64_t{0};
    for (std::uint64_t number = 0; number <= last; ++number) {
        const Keyframe &keyframe = list.nearest(number);
        if (keyframe.number > number || !(keyframe.state() == stateOf(keyframe.number)))
            return "a wrong one for " + QByteArray::number(static_cast<qulonglong>(number));
        if (keyframe.number != previous)
            numbers.append(QByteArray::number(static_cast<qulonglong>(keyframe.number))).append(' ');
        previous = keyframe.number;
    }
    return numbers.trimmed();
}

/// Records #1 to #`last`, each with a text of so many bytes.
KeyframeList played(const KeyframeList::Options &options, std::uint64_t last, std::uint64_t textBytes)
{
    KeyframeList list(options, stateOf(0));
    for (std::uint64_t number = 1; number <= last; ++number) {
        if (list.advance({.offset = (number - 1) * textBytes, .length = textBytes}))
            list.set(number, stateOf(number));
    }
    return list;
}

} // namespace

class tst_KeyframeList : public QObject
{
    Q_OBJECT

private slots:
    void sets_data()
    {
        QTest::addColumn<int>("spacing");
        QTest::addColumn<int>("maxCount");
        QTest::addColumn<int>("textBytes");
        QTest::addColumn<QByteArray>("numbers"); // of 20 records

        QTest::addRow("every fifth") << 5 << 100 << 10 << QByteArray("0 5 10 15 20");
        QTest::addRow("a spacing of nothing is one")
            << 0 << 100 << 10 << QByteArray("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
        QTest::addRow("long records take more steps") << 5 << 100 << 1024 << QByteArray("0 3 6 9 12 15 18");
        QTest::addRow("very long ones each their own")
            << 5 << 100 << 5000 << QByteArray("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
        QTest::addRow("thinned once") << 2 << 10 << 10 << QByteArray("0 4 8 12 16 20");
        QTest::addRow("thinned several times") << 1 << 4 << 10 << QByteArray("0 8 16");
        QTest::addRow("as few as two") << 1 << 2 << 10 << QByteArray("0 16");
    }

    void sets()
    {
        QFETCH(int, spacing);
        QFETCH(int, maxCount);
        QFETCH(int, textBytes);
        QFETCH(QByteArray, numbers);
        KeyframeList::Options options;
        options.spacing = static_cast<std::uint64_t>(spacing);
        options.maxCount = static_cast<std::size_t>(maxCount);

        const KeyframeList list = played(options, 20, static_cast<std::uint64_t>(textBytes));

        QCOMPARE(numbersIn(list, 20), numbers);
        QCOMPARE(list.size(), static_cast<std::size_t>(numbers.count(' ') + 1));
    }

    void pinnedOnesStay()
    {
        KeyframeList::Options options;
        options.spacing = 1;
        options.maxCount = 4;
        KeyframeList list(options, stateOf(0));
        for (std::uint64_t number = 1; number <= 30; ++number) {
            if (number == 3)
                list.set(number, stateOf(number), true);
            else if (list.advance({.length = 10}))
                list.set(number, stateOf(number));
        }

        QVERIFY(list.size() <= 4);
        QCOMPARE(list.nearest(3).number, std::uint64_t{3});
        QVERIFY(list.spacing() > 1);
    }

    void staysWithinItsBytes_data()
    {
        QTest::addColumn<quint64>("maxFrozenBytes");

        QTest::addRow("packed") << quint64{1000};
        QTest::addRow("not packed") << quint64{0};
    }

    void staysWithinItsBytes()
    {
        QFETCH(quint64, maxFrozenBytes);
        KeyframeList::Options options;
        options.spacing = 1;
        options.maxBytes = 20'000;
        options.maxFrozenBytes = maxFrozenBytes;

        const KeyframeList list = played(options, 2000, 100);

        QVERIFY(list.bytesUsed() <= options.maxBytes);
        QVERIFY(list.size() > 1);
        QVERIFY(list.spacing() > 8);
        QVERIFY(!numbersIn(list, 2000).contains("wrong"));
    }

    void thinsOutEarlyWhereTheInputIsKnown()
    {
        constexpr std::uint64_t records = 2000;
        KeyframeList::Options unknown;
        unknown.spacing = 1;
        unknown.maxCount = 100;
        KeyframeList::Options known = unknown;
        known.inputBytes = records * 10;

        QCOMPARE(played(unknown, 600, 10).spacing(), std::uint64_t{8});
        QCOMPARE(played(known, 600, 10).spacing(), std::uint64_t{16});
        QCOMPARE(
            numbersIn(played(known, records, 10), records), numbersIn(played(unknown, records, 10), records));
        // One that turns out longer goes on like any other.
        QCOMPARE(numbersIn(played(known, 2 * records, 10), 2 * records),
            numbersIn(played(unknown, 2 * records, 10), 2 * records));
    }

    void aCopyStaysAsItIs()
    {
        KeyframeList::Options eight;
        eight.spacing = 1;
        eight.maxCount = 8;
        KeyframeList list = played(eight, 7, 1);
        const KeyframeList copy = list;
        for (std::uint64_t number = 8; number <= 20; ++number) {
            if (list.advance({.length = 1}))
                list.set(number, stateOf(number));
        }

        QCOMPARE(numbersIn(copy, 7), QByteArray("0 1 2 3 4 5 6 7"));
    }

    void whatIsHeldIsRightWhereOthersWereThinnedOut()
    {
        const PlayedSession played(
            stepSession(300, 150) +
            "{\"type\":\"snapshot\",\"timestamp\":2000,\"snapshot\":{\"factions\":{}}}\n" +
            stepSession(300, 140));
        ColdFile cold;
        KeyframeList::Options options;
        options.spacing = 1;
        options.maxCount = 50;
        KeyframeList list(options, played.states.front());
        std::size_t held = 0;

        for (std::size_t i = 1; i < played.states.size(); ++i) {
            if (list.advance(played.places[i - 1]))
                list.set(i, played.states[i], false, &cold);
        }

        QVERIFY(list.spacing() > 8);
        for (std::uint64_t number = 0; number < played.states.size(); ++number) {
            const Keyframe &keyframe = list.nearest(number);
            QVERIFY(keyframe.state() == played.states[keyframe.number]);
            held += std::get<FrozenState>(keyframe.content).held().size();
        }
        QVERIFY(held > 0);
    }

    void whatKeyframesHoldTogetherCountsOnce()
    {
        constexpr int steps = 200;
        ReplayState state;
        TutorialState tutorial;
        for (int i = 0; i < steps; ++i)
            tutorial.completedTimeline.set("step " + std::to_string(i), i);
        state.world.set<TutorialSlice>(tutorial);
        KeyframeList list({}, stateOf(0));
        std::vector<std::size_t> grewBy;

        for (std::uint64_t number = 1; number <= 4; ++number) {
            const std::size_t before = list.bytesUsed();
            list.set(number, state);
            grewBy.push_back(list.bytesUsed() - before);
        }

        QVERIFY(grewBy[0] > std::size_t{8} * steps);  // written
        QVERIFY(grewBy[1] > std::size_t{32} * steps); // held, as it is
        QVERIFY(grewBy[2] < std::size_t{4} * steps);  // held once more
        QCOMPARE(grewBy[3], grewBy[2]);
    }
};

QTEST_APPLESS_MAIN(tst_KeyframeList)
#include "tst_KeyframeList.moc"
