// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"

#include <QTableView>

using namespace inspector;

namespace {

QByteArray attitude(int time, const char *from, const char *to, const char *more = "")
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(time) +
                      ",'event':'faction:attitude_changed','payload':{'factionId':'wraith_network',"
                      "'oldAttitude':'" +
                      from + "','newAttitude':'" + to + "'" + more + "}}\n")
        .replace('\'', '"');
}

} // namespace

/// The newest changes of the chosen faction's attitude, below the table of factions.
class tst_AttitudeHistory : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheNewestFirstAndLeadsThere()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"),
            attitude(1000, "neutral", "friendly") +
                attitude(3000, "friendly", "hostile", ",'cascade':true,'sourceFactionName':'Police'") +
                attitude(9000, "hostile", "neutral")));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(2);
        QVERIFY(harness.waitForState());
        const auto *table =
            harness.find<QTableView>(QStringLiteral("Newest attitude changes of the chosen faction"));
        const auto rows = [&] { return shownRows(*table->model()); };

        QTest::keyClick(window.focusWidget(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(table->isVisible());
        QCOMPARE(rows(), QStringList());
        const auto *factions = harness.find<QTableView>(QStringLiteral("Factions at the cursor"));
        QVERIFY(shownRows(*factions->model())
                    .filter(QStringLiteral("Wraith"))
                    .value(0)
                    .contains(QStringLiteral("hostile | not told | not told")));
        window.cursor().chooseFaction(QStringLiteral("wraith_network"));
        QCOMPARE(
            rows(), (QStringList{QStringLiteral("00:00:02.000 | friendly | hostile | cascade from Police"),
                        QStringLiteral("00:00:00.000 | neutral | friendly | ")}));
        window.cursor().goTo(3);
        QTRY_COMPARE(rows().size(), 3);

        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(2, 0)).center());

        QCOMPARE(window.cursor().number(), std::uint64_t{1});
        QTRY_COMPARE(rows(), QStringList{QStringLiteral("00:00:00.000 | neutral | friendly | ")});
    }
};

QTEST_MAIN(tst_AttitudeHistory)
#include "tst_AttitudeHistory.moc"
