// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LongList.h"

#include <QObject>
#include <QTest>

#include <vector>

using namespace inspector;

namespace {

struct Element
{
    std::uint64_t number = 0;
    std::uint64_t room[511]{}; // so that few of them fill a block

    friend bool operator==(const Element &a, const Element &b) { return a.number == b.number; }
};

using List = LongList<Element>;

std::vector<std::uint64_t> shown(const List &list)
{
    std::vector<std::uint64_t> numbers;
    for (const Element &element : list)
        numbers.push_back(element.number);
    return numbers;
}

std::vector<std::uint64_t> upTo(std::uint64_t last)
{
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t number = 1; number <= last; ++number)
        numbers.push_back(number);
    return numbers;
}

} // namespace

class tst_LongList : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatCame_data()
    {
        QTest::addColumn<quint64>("count");
        QTest::addColumn<bool>("hasFile");

        const quint64 block = List::blockSize;
        for (const bool hasFile : {false, true}) {
            const char *where = hasFile ? "in a file" : "in memory";
            QTest::addRow("nothing, %s", where) << quint64{0} << hasFile;
            QTest::addRow("one, %s", where) << quint64{1} << hasFile;
            QTest::addRow("a full block, %s", where) << block << hasFile;
            QTest::addRow("one more, %s", where) << block + 1 << hasFile;
            QTest::addRow("many blocks, %s", where) << 40 * block + 3 << hasFile;
        }
    }

    void holdsWhatCame()
    {
        QFETCH(quint64, count);
        QFETCH(bool, hasFile);
        ColdFile file;
        List list;
        std::vector<List> copies;
        for (quint64 number = 1; number <= count; ++number) {
            list.push_back({number}, hasFile ? &file : nullptr);
            copies.push_back(list);
        }

        QCOMPARE(list.size(), static_cast<std::size_t>(count));
        QCOMPARE(list.empty(), count == 0);
        QVERIFY(shown(list) == upTo(count));
        for (const List &copy : copies)
            QCOMPARE(copy.back().number, quint64{copy.size()});
        if (count > 0) {
            QCOMPARE(list.back().number, count);
            QVERIFY(copies.back() == list);
        }
    }

    void whatIsFullTakesNoMemory()
    {
        constexpr std::uint64_t blocks = 100;
        ColdFile file;
        List list;
        for (std::uint64_t number = 0; number <= blocks * List::blockSize; ++number)
            list.push_back({number}, &file);

        QCOMPARE(file.size(), std::uint64_t{blocks * List::blockSize * sizeof(Element)});
        QVERIFY(list.bytesUsed() < (List::blockSize + blocks) * sizeof(Element));
    }

    void theLastIsReplaced_data()
    {
        QTest::addColumn<quint64>("count");

        QTest::addRow("the only one") << quint64{1};
        QTest::addRow("that of a full block") << quint64{List::blockSize};
        QTest::addRow("the first of a block") << quint64{List::blockSize + 1};
    }

    void theLastIsReplaced()
    {
        QFETCH(quint64, count);
        List list;
        for (quint64 number = 1; number <= count; ++number)
            list.push_back({number});
        const List copy = list;
        std::vector<std::uint64_t> expected = upTo(count);
        expected.back() = 7'000;

        list.replaceBack({7'000});

        QVERIFY(shown(list) == expected);
        QVERIFY(shown(copy) == upTo(count));
        QVERIFY(!(copy == list));
    }
};

QTEST_APPLESS_MAIN(tst_LongList)
#include "tst_LongList.moc"
