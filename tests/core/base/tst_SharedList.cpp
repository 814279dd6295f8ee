// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SharedList.h"

#include <QObject>
#include <QTest>

#include <random>

using namespace inspector;

class tst_SharedList : public QObject
{
    Q_OBJECT

private slots:
    void empty()
    {
        SharedList<int> list;
        QVERIFY(list.empty());
        QVERIFY(list.begin() == list.end());
        list.keepNewest(0);
        QCOMPARE(list, SharedList<int>());
    }

    void extendsWhatItGrewOutOf()
    {
        SharedList<int> list;
        QVERIFY(list.extends({}));
        for (int i = 0; i < 100; ++i) {
            const SharedList<int> before = list;
            list.push_back(i);
            QVERIFY(list.extends(before));
            QVERIFY(!before.extends(list));
        }
        SharedList<int> changed = list;
        changed.set(40, -1);
        QVERIFY(!changed.extends(list));
        QVERIFY(!list.extends({0, 2}));
        QVERIFY(list.extends({0, 1}));
    }

    /// Random changes to a list and to a vector, with copies taken on the way that must not change.
    void behavesAsAVector_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void behavesAsAVector()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        SharedList<int> list;
        std::vector<int> model;
        std::vector<std::pair<SharedList<int>, std::vector<int>>> copies;
        for (int step = 0; step < 1500; ++step) {
            const std::size_t action = random() % 100;
            if (action < 80) {
                list.push_back(step);
                model.push_back(step);
            } else if (action < 92 && !model.empty()) {
                const std::size_t at = random() % model.size();
                list.set(at, -step);
                model[at] = -step;
            } else if (action < 94) {
                const std::size_t count = random() % 200;
                list.keepNewest(count);
                if (model.size() > count)
                    model.erase(model.begin(), model.end() - static_cast<std::ptrdiff_t>(count));
            } else if (action < 96) {
                copies.emplace_back(list, model);
            }
            QCOMPARE(list.size(), model.size());
            if (!model.empty())
                QCOMPARE(list.back(), model.back());
        }
        copies.emplace_back(list, model);
        for (const auto &[copy, expected] : copies) {
            QCOMPARE(std::vector<int>(copy.begin(), copy.end()), expected);
            std::vector<std::size_t> different;
            SharedList<int>::forEachDifference(copy, list, [&](std::size_t i) { different.push_back(i); });
            std::vector<std::size_t> wanted;
            for (std::size_t i = 0; i < std::min(expected.size(), model.size()); ++i) {
                if (expected[i] != model[i])
                    wanted.push_back(i);
            }
            QCOMPARE(different, wanted);
            QCOMPARE(copy == list, expected == model);
            const bool begins = expected.size() <= model.size() &&
                                std::equal(expected.begin(), expected.end(), model.begin());
            if (begins != list.extends(copy)) // only lists that were cut alike are told to extend each other
                QVERIFY(begins);
        }
    }
};

QTEST_APPLESS_MAIN(tst_SharedList)
#include "tst_SharedList.moc"
