// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/RowWindow.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr std::uint64_t most = 160; // so that the margin is 10

RowWindow window(std::uint64_t total, std::uint64_t first, std::uint64_t size)
{
    return {most, total, first, size};
}

} // namespace

Q_DECLARE_METATYPE(inspector::RowWindow)

class tst_RowWindow : public QObject
{
    Q_OBJECT

private slots:
    void grows_data()
    {
        QTest::addColumn<RowWindow>("before");
        QTest::addColumn<quint64>("rows");
        QTest::addColumn<RowWindow>("after");

        QTest::addRow("the first rows") << window(0, 0, 0) << quint64{7} << window(7, 0, 7);
        QTest::addRow("as many as it can have") << window(7, 0, 7) << quint64{160} << window(160, 0, 160);
        QTest::addRow("more than it can have") << window(7, 0, 7) << quint64{161} << window(161, 0, 160);
        QTest::addRow("full") << window(161, 0, 160) << quint64{500} << window(500, 0, 160);
        QTest::addRow("at the end, with room")
            << window(300, 220, 80) << quint64{310} << window(310, 220, 90);
        QTest::addRow("not at the end") << window(300, 100, 160) << quint64{310} << window(310, 100, 160);
        QTest::addRow("not at all") << window(300, 220, 80) << quint64{300} << window(300, 220, 80);
    }

    void grows()
    {
        QFETCH(RowWindow, before);
        QFETCH(quint64, rows);
        QFETCH(RowWindow, after);

        QVERIFY(before.grownTo(rows) == after);
    }

    void isMovedToARow_data()
    {
        QTest::addColumn<RowWindow>("before");
        QTest::addColumn<quint64>("row");
        QTest::addColumn<RowWindow>("after");

        QTest::addRow("all of a list") << window(100, 0, 100) << quint64{99} << window(100, 0, 100);
        QTest::addRow("none of it") << window(0, 0, 0) << quint64{0} << window(0, 0, 0);
        QTest::addRow("first row") << window(500, 0, 160) << quint64{0} << window(500, 0, 160);
        QTest::addRow("within") << window(500, 0, 160) << quint64{149} << window(500, 0, 160);
        QTest::addRow("near its end") << window(500, 0, 160) << quint64{150} << window(500, 70, 160);
        QTest::addRow("behind it") << window(500, 0, 160) << quint64{300} << window(500, 220, 160);
        QTest::addRow("last row") << window(500, 0, 160) << quint64{499} << window(500, 419, 81);
        QTest::addRow("near its begin") << window(500, 220, 160) << quint64{229} << window(500, 149, 160);
        QTest::addRow("before it") << window(500, 220, 160) << quint64{3} << window(500, 0, 160);
    }

    void isMovedToARow()
    {
        QFETCH(RowWindow, before);
        QFETCH(quint64, row);
        QFETCH(RowWindow, after);

        QVERIFY(before.around(row) == after);
    }

    void lastsWhileAListGrows()
    {
        RowWindow rows = window(0, 0, 0);
        int moves = 0;
        for (std::uint64_t total = 1; total <= 10'000; ++total) {
            rows = rows.grownTo(total);
            const RowWindow moved = rows.around(total - 1);
            moves += moved == rows ? 0 : 1;
            rows = moved;
            QVERIFY(rows.size <= most && rows.end() == total);
        }

        QVERIFY(moves <= 125); // once in half a window
    }
};

QTEST_APPLESS_MAIN(tst_RowWindow)
#include "tst_RowWindow.moc"
