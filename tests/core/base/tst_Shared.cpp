// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Shared.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace inspector;

class tst_Shared : public QObject
{
    Q_OBJECT

private slots:
    void aDefaultOneHoldsADefaultValue()
    {
        const Shared<std::string> a;
        const Shared<std::string> b;
        QCOMPARE(*a, std::string());
        QVERIFY(a.same(b)); // one object for all of them
    }

    void copiesAreTheSameObject()
    {
        const Shared<std::string> a(std::string("x"));
        const Shared<std::string> b = a; // NOLINT(performance-unnecessary-copy-initialization)
        QVERIFY(a.same(b));
        QVERIFY(a == b);
        QCOMPARE(&*a, &*b);
        QCOMPARE(b->size(), std::size_t{1});
    }

    void comparesByContent()
    {
        const Shared<std::string> a(std::string("x"));
        const Shared<std::string> alike(std::string("x"));
        const Shared<std::string> other(std::string("y"));
        QVERIFY(!a.same(alike));
        QVERIFY(a == alike);
        QVERIFY(!(a == other));
        QVERIFY(Shared<std::string>() == Shared<std::string>(std::string()));
    }

    void assigningLeavesCopiesAsTheyWere()
    {
        Shared<std::string> a(std::string("x"));
        const Shared<std::string> before = a;
        a = std::string("y");
        QCOMPARE(*before, std::string("x"));
        QCOMPARE(*a, std::string("y"));
        a = {};
        QCOMPARE(*a, std::string());
    }

    void changingLeavesCopiesAsTheyWere()
    {
        const Shared<std::string> a(std::string("x"));
        Shared<std::string> b = a;
        b.change([](std::string &text) { text += 'y'; });
        QCOMPARE(*a, std::string("x"));
        QCOMPARE(*b, std::string("xy"));
        Shared<std::string> empty;
        empty.change([](std::string &text) { text += 'z'; });
        QCOMPARE(*empty, std::string("z"));
        QCOMPARE(*Shared<std::string>(), std::string());
    }

    void changesInPlaceWhatNobodyShares()
    {
        Shared<std::string> alone(std::string("x"));
        const std::string *before = &*alone;
        alone.change([](std::string &text) { text += 'y'; });
        QCOMPARE(&*alone, before);
        QCOMPARE(*alone, std::string("xy"));
    }
};

QTEST_APPLESS_MAIN(tst_Shared)
#include "tst_Shared.moc"
