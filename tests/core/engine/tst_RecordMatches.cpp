// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/RecordMatches.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_RecordMatches : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatWasAppended()
    {
        RecordMatches matches;
        constexpr std::uint64_t count = 20'000; // several blocks
        for (std::uint64_t i = 0; i < count; ++i)
            matches.append(3 * i + 1);
        const RecordMatches copy = matches;
        matches.append(1'000'000);

        QCOMPARE(copy.size(), std::size_t{count});
        QCOMPARE(matches.size(), std::size_t{count + 1});
        std::size_t wrong = 0;
        for (std::uint64_t i = 0; i < count; ++i)
            wrong += copy[i] == 3 * i + 1 ? 0 : 1;
        QCOMPARE(wrong, std::size_t{0});
    }

    void countsUpTo_data()
    {
        QTest::addColumn<quint64>("number");
        QTest::addColumn<quint64>("expected");

        QTest::addRow("before the first") << quint64{0} << quint64{0};
        QTest::addRow("the first") << quint64{10} << quint64{1};
        QTest::addRow("between two") << quint64{25} << quint64{2};
        QTest::addRow("behind the last") << quint64{99} << quint64{3};
    }

    void countsUpTo()
    {
        QFETCH(quint64, number);
        QFETCH(quint64, expected);
        RecordMatches matches;
        for (const std::uint64_t each : {10, 20, 30})
            matches.append(each);

        QCOMPARE(quint64{matches.countUpTo(number)}, expected);
    }
};

QTEST_APPLESS_MAIN(tst_RecordMatches)
#include "tst_RecordMatches.moc"
