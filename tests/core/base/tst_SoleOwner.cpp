// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SoleOwner.h"

#include <QObject>
#include <QTest>

#include <thread>

using namespace inspector;

class tst_SoleOwner : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhetherOthersHoldIt()
    {
        const auto pointer = std::make_shared<int>(1);
        QVERIFY(isSoleOwner(pointer));
        auto other = std::make_shared<std::shared_ptr<int>>(pointer);
        QVERIFY(!isSoleOwner(pointer));
        other.reset();
        QVERIFY(isSoleOwner(pointer));
        QVERIFY(!isSoleOwner(std::shared_ptr<int>()));
    }

    void waitsForTheLastLookOfOthers() // for ThreadSanitizer
    {
        auto value = std::make_shared<int>(1);
        int seen = 0;
        std::thread other([copy = value, &seen]() mutable {
            seen = *copy;
            copy.reset();
        });
        while (!isSoleOwner(value))
            std::this_thread::yield();
        *value = 2;
        other.join();

        QCOMPARE(seen, 1);
        QCOMPARE(*value, 2);
    }
};

QTEST_APPLESS_MAIN(tst_SoleOwner)
#include "tst_SoleOwner.moc"
