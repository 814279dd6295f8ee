// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AppendBlock.h"

#include <QList>
#include <QObject>
#include <QTest>

#include <atomic>
#include <thread>

using namespace inspector;

namespace {

QList<int> shown(const AppendBlock<int> &block)
{
    return {block.begin(), block.end()};
}

AppendBlock<int> blockOf(const QList<int> &values)
{
    AppendBlock<int> block;
    for (const int value : values)
        block.push_back(value);
    return block;
}

} // namespace

class tst_AppendBlock : public QObject
{
    Q_OBJECT

private slots:
    void copiesGoTheirOwnWays_data()
    {
        QTest::addColumn<QList<int>>("start");

        QTest::addRow("from nothing") << QList<int>();
        QTest::addRow("with room left") << QList<int>{1, 2, 3};
        QTest::addRow("when it is full") << QList<int>{1, 2, 3, 4, 5, 6, 7, 8};
    }

    void copiesGoTheirOwnWays()
    {
        QFETCH(QList<int>, start);
        AppendBlock<int> first = blockOf(start);
        const AppendBlock<int> before = first;
        AppendBlock<int> second = first;

        first.push_back(10);
        second.push_back(20);
        first.push_back(11);
        second.replaceBack(21);

        QCOMPARE(shown(before), start);
        QCOMPARE(shown(first), start + QList<int>({10, 11}));
        QCOMPARE(shown(second), start + QList<int>{21});
    }

    void appendingBehindACopyMovesNothing()
    {
        AppendBlock<int> block = blockOf({1, 2, 3});
        const AppendBlock<int> copy = block;

        block.push_back(4);

        QCOMPARE(block.data(), copy.data());
    }

    void memoryIsBounded()
    {
        AppendBlock<int> block;
        for (int i = 0; i < 10; ++i)
            block.push_back(i, 10);
        QCOMPARE(block.capacity(), std::size_t{10});

        block.push_back(10, 10); // more than was said: it is taken all the same
        QCOMPARE(block.size(), std::size_t{11});
    }

    void replacingInACopyLeavesTheOther()
    {
        AppendBlock<int> block = blockOf({1, 2});
        const AppendBlock<int> copy = block;

        block.replaceBack(3);

        QCOMPARE(shown(block), QList<int>({1, 3}));
        QCOMPARE(shown(copy), QList<int>({1, 2}));
    }

    void closedElementsOutliveTheBlock_data()
    {
        QTest::addColumn<bool>("hasFile");

        QTest::addRow("in memory") << false;
        QTest::addRow("in a file") << true;
    }

    void closedElementsOutliveTheBlock()
    {
        QFETCH(bool, hasFile);
        std::shared_ptr<const int> closed;
        {
            ColdFile file;
            closed = blockOf({1, 2, 3}).close(hasFile ? &file : nullptr);
            QCOMPARE(file.size(), hasFile ? 3 * sizeof(int) : std::size_t{0});
        }

        QCOMPARE(QList<int>(closed.get(), closed.get() + 3), QList<int>({1, 2, 3}));
    }

    void othersReadWhileOneAppends() // for ThreadSanitizer
    {
        constexpr int count = 20'000;
        AppendBlock<int> block;
        AppendBlock<int> handed;
        std::atomic<bool> isHanded = false;
        int wrong = 0;
        std::thread reader([&] {
            for (int rounds = 0; rounds < 100; ++rounds) {
                while (!isHanded.load(std::memory_order_acquire))
                    std::this_thread::yield();
                // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the other thread changes it
                const AppendBlock<int> own = handed;
                isHanded.store(false, std::memory_order_release);
                for (std::size_t i = 0; i < own.size(); ++i)
                    wrong += own[i] == static_cast<int>(i) ? 0 : 1;
            }
        });
        for (int i = 0; i < count; ++i) {
            block.push_back(i);
            if (i % (count / 100) == 0) {
                while (isHanded.load(std::memory_order_acquire))
                    std::this_thread::yield();
                handed = block;
                isHanded.store(true, std::memory_order_release);
            }
        }
        reader.join();

        QCOMPARE(wrong, 0);
    }
};

QTEST_APPLESS_MAIN(tst_AppendBlock)
#include "tst_AppendBlock.moc"
