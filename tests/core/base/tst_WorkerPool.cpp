// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WorkerPool.h"

#include <QObject>
#include <QTest>

#include <atomic>
#include <latch>
#include <set>
#include <thread>
#include <vector>

using namespace inspector;

class tst_WorkerPool : public QObject
{
    Q_OBJECT

private slots:
    void doesEachOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("threads");

        QTest::addRow("nothing") << 0 << 4;
        QTest::addRow("one") << 1 << 4;
        QTest::addRow("one thread") << 1000 << 1;
        QTest::addRow("no thread but the caller's") << 10 << 0;
        QTest::addRow("many") << 10'000 << 8;
    }

    void doesEachOnce()
    {
        QFETCH(int, count);
        QFETCH(int, threads);
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));

        forEachParallel(calls.size(), static_cast<std::size_t>(threads), [&](std::size_t i) { ++calls[i]; });

        for (const auto &each : calls)
            QCOMPARE(each.load(), 1);
    }

    // Each piece of work waits for all others: it ends only if they run side by side.
    void worksSideBySide()
    {
        constexpr std::size_t threads = 4;
        std::latch all(threads);
        std::atomic<int> done{0};

        forEachParallel(threads, threads, [&](std::size_t) {
            all.arrive_and_wait();
            ++done;
        });

        QCOMPARE(done.load(), static_cast<int>(threads));
    }

    void oneThreadIsTheCallers()
    {
        std::set<std::thread::id> ids;

        forEachParallel(5, 1, [&](std::size_t) { ids.insert(std::this_thread::get_id()); });

        QCOMPARE(ids, std::set<std::thread::id>{std::this_thread::get_id()});
    }
};

QTEST_APPLESS_MAIN(tst_WorkerPool)
#include "tst_WorkerPool.moc"
