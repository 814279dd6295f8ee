// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/IndexSegment.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTest>

#include <limits>

using namespace inspector;

namespace {

constexpr std::uint64_t gibibyte = 1ULL << 30U;

QByteArray shownEntry(const IndexEntry &entry)
{
    return QByteArray::number(static_cast<qulonglong>(entry.offset)) + '+' +
           QByteArray::number(static_cast<qulonglong>(entry.length)) + " line " +
           QByteArray::number(static_cast<qulonglong>(entry.line)) + " at " +
           QByteArray::number(entry.timestamp, 'g', 17) + " name " + QByteArray::number(entry.name) +
           (entry.changesState ? " changes" : "");
}

} // namespace

class tst_IndexSegment : public QObject
{
    Q_OBJECT

private slots:
    void givesBackExactly_data()
    {
        QTest::addColumn<QList<IndexEntry>>("entries");

        QTest::addRow("ordinary") << QList<IndexEntry>{{100, 200, 7, 1768469443000.125, 3, true},
            {301, 1, 8, 1768469443001, 0, false}, {303, 0, 9, 5, 16390, true}};
        QTest::addRow("lines were passed over")
            << QList<IndexEntry>{{0, 1, 5, 0, 0, false}, {9, 1, 7, 0, 0, false}, {11, 1, 8, 0, 0, false},
                   {13, 1, 1ULL << 40U, 0, 0, false}, {15, 1, (1ULL << 40U) + 1, 0, 0, false}};
        QTest::addRow("lengths about the limit of two bytes") << QList<IndexEntry>{{0, 65534, 1, 0, 0, false},
            {65535, 65535, 2, 0, 0, false}, {131071, 65536, 3, 0, 0, false},
            {200000, 67108864, 4, 0, 0, false}, {99000000, 3, 5, 0, 0, true}};
        QTest::addRow("times of every kind") << QList<IndexEntry>{{0, 1, 1, -0.0, 0, false},
            {2, 1, 2, 1e-300, 0, false}, {4, 1, 3, -1.7e308, 0, false}, {6, 1, 4, 1.0 / 3, 0, false}};
        QTest::addRow("as far from the first as goes")
            << QList<IndexEntry>{{8 * gibibyte, 1, 1, 0, 0, false}, {12 * gibibyte - 1, 1, 2, 0, 0, false}};
    }

    void givesBackExactly()
    {
        QFETCH(QList<IndexEntry>, entries);
        IndexSegment segment(10);
        for (const IndexEntry &entry : entries)
            QVERIFY(segment.append(entry));
        IndexSegment closed = segment;
        closed.close(nullptr);

        QCOMPARE(segment.size(), static_cast<std::size_t>(entries.size()));
        for (std::size_t i = 0; i < segment.size(); ++i) {
            QCOMPARE(shownEntry(segment.entry(i)), shownEntry(entries[static_cast<qsizetype>(i)]));
            QVERIFY(closed.entry(i) == segment.entry(i));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<bool>("taken");

        QTest::addRow("before its first") << quint64{8 * gibibyte - 1} << false;
        QTest::addRow("at its first") << quint64{8 * gibibyte} << true;
        QTest::addRow("4 GiB further on") << quint64{12 * gibibyte} << false;
    }

    void refuses()
    {
        QFETCH(quint64, offset);
        QFETCH(bool, taken);
        IndexSegment segment;
        QVERIFY(segment.append({8 * gibibyte, 1, 1, 0, 0, false}));

        QCOMPARE(segment.append({offset, 1, 2, 0, 0, false}), taken);
        QCOMPARE(segment.size(), std::size_t{taken ? 2U : 1U});
    }

    void isFullAtItsLimit()
    {
        IndexSegment segment;
        for (std::size_t i = 0; i < IndexSegment::maxEntries; ++i)
            QVERIFY(segment.append({i, 1, i, 0, 0, false}));

        QVERIFY(!segment.append({5000, 1, 5000, 0, 0, false}));
        segment.close(nullptr);
        QVERIFY(segment.bytesUsed() < 16 * IndexSegment::maxEntries + 256);
    }
};

QTEST_APPLESS_MAIN(tst_IndexSegment)
#include "tst_IndexSegment.moc"
