// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionPlace.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_SessionPlace : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected"); // of ten records, one a minute from 09:30 on, from #5

        QTest::addRow("a number") << QByteArray("#7") << QByteArray("7");
        QTest::addRow("a bare number") << QByteArray(" 7 ") << QByteArray("7");
        QTest::addRow("the start") << QByteArray("0") << QByteArray("0");
        QTest::addRow("behind the last") << QByteArray("#11") << QByteArray("no_such_place");
        QTest::addRow("forwards") << QByteArray("+3") << QByteArray("8");
        QTest::addRow("forwards, too far") << QByteArray("+99") << QByteArray("10");
        QTest::addRow("forwards without end") << QByteArray("+18446744073709551615") << QByteArray("10");
        QTest::addRow("back") << QByteArray("-2") << QByteArray("3");
        QTest::addRow("back, too far") << QByteArray("-99") << QByteArray("0");
        QTest::addRow("minutes and seconds") << QByteArray("3:30") << QByteArray("4");
        QTest::addRow("hours") << QByteArray("0:04:00.5") << QByteArray("5");
        QTest::addRow("a time") << QByteArray("2026-01-15T09:32:00Z") << QByteArray("3");
        QTest::addRow("before the first") << QByteArray("2025-01-15T09:32:00Z") << QByteArray("0");
        QTest::addRow("nothing") << QByteArray() << QByteArray("no_such_place");
        QTest::addRow("a word") << QByteArray("end") << QByteArray("no_such_place");
        QTest::addRow("parts without digits") << QByteArray("1:") << QByteArray("no_such_place");
        QTest::addRow("too many parts") << QByteArray("1:2:3:4") << QByteArray("no_such_place");
    }

    void finds()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);
        constexpr TimeMs start = 1'768'469'400'000; // 2026-01-15T09:30:00Z
        constexpr TimeMs minute = 60'000;
        constexpr std::uint64_t count = 10;
        SessionIndex index;
        for (std::uint64_t i = 0; i < count; ++i) {
            SessionRecord record;
            record.timestamp = start + static_cast<TimeMs>(i) * minute;
            index.append(record, {i, 1, true}, false);
        }

        const auto found = findPlace(typed.toStdString(), index, 5, start);

        QCOMPARE(found ? QByteArray::number(static_cast<qulonglong>(*found))
                       : QByteArray::fromStdString(found.error().code),
            expected);
    }
};

QTEST_APPLESS_MAIN(tst_SessionPlace)
#include "tst_SessionPlace.moc"
