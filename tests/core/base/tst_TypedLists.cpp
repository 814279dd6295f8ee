// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TypedLists.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace inspector;

class tst_TypedLists : public QObject
{
    Q_OBJECT

private slots:
    void keepsAListForEachType()
    {
        TypedLists lists;
        lists.of<int>().push_back(1);
        lists.of<std::string>().emplace_back("a");
        lists.of<int>().push_back(2);

        QCOMPARE(lists.of<int>(), (std::vector<int>{1, 2}));
        QCOMPARE(lists.of<std::string>(), std::vector<std::string>{"a"});
        QVERIFY(lists.of<double>().empty());
    }

    void aListStaysWhereItIs()
    {
        TypedLists lists;
        std::vector<int> &numbers = lists.of<int>();
        (void)lists.of<char>();
        (void)lists.of<long>();
        (void)lists.of<double>();
        numbers.push_back(7);

        QCOMPARE(&lists.of<int>(), &numbers);
    }
};

QTEST_APPLESS_MAIN(tst_TypedLists)
#include "tst_TypedLists.moc"
