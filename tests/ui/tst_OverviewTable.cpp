// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/overview/OverviewTable.h"

#include <QDockWidget>
#include <QTableView>

using namespace inspector;

namespace {

/// "from to events changing gaps markers" of each row, and where it goes, in ms from the start.
QStringList shown(const SessionTracks &tracks)
{
    QStringList lines;
    for (const TextTableModel::Row &row : overviewRows(tracks))
        lines << row.cells.mid(0, 6).join(QLatin1Char('|')) + QStringLiteral("|%1").arg(row.number);
    return lines;
}

SessionTracks tracksFrom(TimeMs first, TimeMs last)
{
    SessionTracks tracks;
    tracks.firstTime = first;
    tracks.lastTime = last;
    return tracks;
}

} // namespace

class tst_OverviewTable : public QObject
{
    Q_OBJECT

private slots:
    void nothing() { QCOMPARE(shown(SessionTracks()), QStringList()); }

    void everyEventCountsOnce()
    {
        SessionTracks tracks = tracksFrom(1000, 121'000);
        for (int i = 0; i <= 120; ++i)
            tracks.density.add(1000 + 1000.0 * i, i % 3 == 0);

        std::uint64_t all = 0;
        std::uint64_t changing = 0;
        for (const TextTableModel::Row &row : overviewRows(tracks)) {
            all += row.cells[2].toULongLong();
            changing += row.cells[3].toULongLong();
        }

        QCOMPARE(all, std::uint64_t{121});
        QCOMPARE(changing, std::uint64_t{41});
        QVERIFY(overviewRows(tracks).size() <= 61);
    }

    void gapsAndMarkersStandInTheirStretch()
    {
        SessionTracks tracks = tracksFrom(0, 600'000);
        tracks.density.add(0, true);
        tracks.density.add(300'000, false);
        tracks.gaps.push_back({1, 595'000, 10'000, "paused"});
        tracks.markers.push_back({2, 1, 0, "here"});

        const QStringList rows = shown(tracks);

        QCOMPARE(rows.first(), QStringLiteral("00:00:00.000|00:00:10.000|1|1||1|0"));
        QCOMPARE(rows[59], QStringLiteral("00:09:50.000|00:10:00.000|0|0|1||590000"));
        QCOMPARE(rows.size(), 60);
    }

    void oneMoment()
    {
        SessionTracks tracks = tracksFrom(5, 5);
        tracks.density.add(5, true);

        QCOMPARE(shown(tracks), QStringList{QStringLiteral("00:00:00.000|00:00:00.001|1|1|||0")});
    }

    void aRowGoesToItsStretch()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        auto *dock = window.findChild<QDockWidget *>(QStringLiteral("overview"));
        QVERIFY(!dock->isVisible());
        dock->toggleViewAction()->trigger();
        auto *table = harness.find<QTableView>(QStringLiteral("Overview as a table"));
        QTRY_VERIFY(table->model()->rowCount() > 10);
        const QModelIndex row = table->model()->index(10, 0);
        table->scrollTo(row);

        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());

        QVERIFY(harness.waitForState());
        const InspectorFrame &frame = window.source().frame();
        const double wanted = row.data(TextTableModel::NumberRole).value<quint64>();
        const auto at = [&](std::uint64_t number) {
            return frame.timeline->index().timeOf(number) - frame.tracks->firstTime;
        };
        const std::uint64_t number = window.cursor().number();
        QVERIFY(at(number) <= wanted && at(number + 1) > wanted);
    }
};

QTEST_MAIN(tst_OverviewTable)
#include "tst_OverviewTable.moc"
