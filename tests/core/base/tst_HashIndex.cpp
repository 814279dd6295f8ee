// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/HashIndex.h"

#include <QList>
#include <QObject>
#include <QTest>

#include <map>
#include <random>
#include <set>
#include <vector>

using namespace inspector;

namespace {

constexpr std::size_t pageSize = 512; // slots of one page, and of the first table

/// All places that are found under `hash`.
std::set<std::size_t> placesOf(const HashIndex &index, std::uint32_t hash)
{
    std::set<std::size_t> places;
    const auto isNew = [&](std::size_t place) { return !places.contains(place); };
    for (std::size_t at = index.find(hash, isNew); at != HashIndex::none; at = index.find(hash, isNew))
        places.insert(at);
    return places;
}

} // namespace

class tst_HashIndex : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsInAnEmptyOne()
    {
        const HashIndex index;
        for (const std::uint32_t hash : {0U, 1U, 0xffffffffU})
            QCOMPARE(index.find(hash, [](std::size_t) { return true; }), HashIndex::none);
    }

    void hashes_data()
    {
        QTest::addColumn<QList<quint32>>("hashes"); // of the places 0, 1, 2, …

        QTest::addRow("zero") << QList<quint32>{0};
        QTest::addRow("largest") << QList<quint32>{0xffffffff};
        QTest::addRow("neighbours") << QList<quint32>{1, 2, 3};
        QTest::addRow("equal") << QList<quint32>{9, 9, 9, 9};
        QTest::addRow("the same slot") << QList<quint32>{5, 5 + 512, 5 + 1024, 5 + (1U << 31U)};
        QTest::addRow("past the end of the table") << QList<quint32>{511, 1023, 1535, 0, 1};
    }

    void hashes()
    {
        QFETCH(QList<quint32>, hashes);
        HashIndex index;
        std::map<std::uint32_t, std::set<std::size_t>> expected;
        for (qsizetype i = 0; i < hashes.size(); ++i) {
            index.insert(hashes[i], static_cast<std::size_t>(i));
            expected[hashes[i]].insert(static_cast<std::size_t>(i));
        }

        for (const auto &[hash, places] : expected)
            QCOMPARE(placesOf(index, hash), places);
        QCOMPARE(placesOf(index, 77), std::set<std::size_t>());
    }

    void theLargestPlaceThatItCanHold()
    {
        HashIndex index;
        constexpr std::size_t largest = 0xfffffffe;
        index.insert(3, largest);
        QCOMPARE(index.find(3, [](std::size_t place) { return place == largest; }), largest);
    }

    void itGrows()
    {
        HashIndex index;
        std::mt19937 random(11);
        std::map<std::uint32_t, std::set<std::size_t>> expected;
        for (std::size_t place = 0; place < 20 * pageSize; ++place) {
            const auto hash = static_cast<std::uint32_t>(random() % 8000); // equal ones, too
            index.insert(hash, place);
            expected[hash].insert(place);
        }

        for (std::uint32_t hash = 0; hash < 8100; ++hash) {
            const auto known = expected.find(hash);
            const std::set<std::size_t> places =
                known == expected.end() ? std::set<std::size_t>() : known->second;
            QCOMPARE(placesOf(index, hash), places);
        }
    }

    void aCopyStaysAsItIs_data()
    {
        QTest::addColumn<int>("before");
        QTest::addRow("from nothing") << 0;
        QTest::addRow("one page") << 100;
        QTest::addRow("about to grow") << static_cast<int>(pageSize * 2 / 3);
        QTest::addRow("many pages") << static_cast<int>(pageSize * 9);
    }

    void aCopyStaysAsItIs()
    {
        QFETCH(int, before);
        HashIndex original;
        const auto hashOf = [](int place) { return static_cast<std::uint32_t>(place) * 2654435761U; };
        for (int place = 0; place < before; ++place)
            original.insert(hashOf(place), static_cast<std::size_t>(place));

        HashIndex copy = original;
        for (int place = before; place < before + 400; ++place) {
            original.insert(hashOf(place), static_cast<std::size_t>(place));
            copy.insert(hashOf(place), static_cast<std::size_t>(place) + 100'000);
        }

        for (int place = 0; place < before + 400; ++place) {
            const auto at = static_cast<std::size_t>(place);
            const bool isOld = place < before;
            QCOMPARE(placesOf(original, hashOf(place)), std::set<std::size_t>{at});
            QCOMPARE(placesOf(copy, hashOf(place)), std::set<std::size_t>{isOld ? at : at + 100'000});
        }
    }

    void reservingChangesNothingThatIsFound()
    {
        HashIndex index;
        for (std::uint32_t i = 0; i < 1000; ++i) {
            if (i % 100 == 7)
                index.reserve(std::size_t{i} * 5);
            index.insert(i * 7, i);
        }
        for (std::uint32_t i = 0; i < 1000; ++i)
            QCOMPARE(placesOf(index, i * 7), std::set<std::size_t>{i});
    }
};

QTEST_APPLESS_MAIN(tst_HashIndex)
#include "tst_HashIndex.moc"
