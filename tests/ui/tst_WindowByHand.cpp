// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ByHand.h"
#include "tests/ui/ShownRows.h"
#include "ui/WindowTabs.h"
#include "ui/common/Banner.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>

using namespace inspector;

namespace {

/// Of one faction; all but the last record in the first hundredth of the time.
QByteArray unevenSession(int records)
{
    QByteArray session;
    for (int i = 1; i <= records; ++i) {
        const int at = i < records ? i : 100 * records;
        session += "{'type':'event','timestamp':" + QByteArray::number(at) +
                   ",'event':'reputation:changed','payload':{'factionId':'a','newFame':" +
                   QByteArray::number(i % 90) + "}}\n";
    }
    return session.replace('\'', '"');
}

bool isSeen(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
}

/// The rows of the log without when it was told and how long it took.
QStringList logRows(const QAbstractItemModel &model)
{
    static const QRegularExpression told(QStringLiteral("^[\\d:.]{12} \\| "));
    static const QRegularExpression length(QStringLiteral("\\| \\d+(\\.\\d+)? \\| "));
    static const QRegularExpression moment(QStringLiteral("\\d{8}T\\d{6}Z"));
    return shownRows(model)
        .replaceInStrings(told, QString())
        .replaceInStrings(length, QStringLiteral("| … | "))
        .replaceInStrings(moment, QStringLiteral("*"));
}

} // namespace

/// What the parts around the plots do when they are clicked.
class tst_WindowByHand : public QObject
{
    Q_OBJECT

private slots:
    void theFactionsAreATableWhereThatIsClicked()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        window.cursor().goTo(window.source().frame().size());
        QVERIFY(harness.waitForState());
        const auto *lanes = harness.find<QWidget>(QStringLiteral("Lanes over time"));
        const auto *table = harness.find<QTableView>(QStringLiteral("Factions at the cursor"));
        QVERIFY(lanes->isVisible() && !table->isVisible());

        clickButton(*window.tabs().currentWidget(), QStringLiteral("Table"));
        QVERIFY(table->isVisible() && !lanes->isVisible());
        QTRY_COMPARE(static_cast<std::size_t>(table->model()->rowCount()),
            window.source().frame().state.world.get<FactionSlice>().byId.size());
        clickButton(*window.tabs().currentWidget(), QStringLiteral("Table"));
        QVERIFY(lanes->isVisible() && !table->isVisible());
    }

    void theLanesRunOverNumbersWhereThatIsClicked()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        constexpr int records = 100;
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), unevenSession(records)));
        QVERIFY(harness.waitUntilRead());
        auto *lanes = harness.find<QWidget>(QStringLiteral("Lanes over time"));
        const auto middle = [&] {
            QTest::mouseClick(lanes, Qt::LeftButton, {}, lanes->rect().center());
            return window.cursor().number();
        };
        QCOMPARE(middle(), std::uint64_t{records - 1}); // nothing happened for most of the time

        clickButton(*window.tabs().currentWidget(), QStringLiteral("By event number"));
        const std::uint64_t number = middle();
        QVERIFY2(number > records / 4 && number < records * 3 / 4, qPrintable(QString::number(number)));
        clickButton(*window.tabs().currentWidget(), QStringLiteral("By event number"));
        QCOMPARE(middle(), std::uint64_t{records - 1});
    }

    void theBannerReadsAgainWhereThatIsClicked()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const auto *banner = window.findChild<Banner *>();
        const QString name = QStringLiteral("later.ndjson");
        window.commands().openFile(harness.path(name));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(name), qPrintable(banner->text()));
        clickButton(*banner, QStringLiteral("Read again"));
        QTRY_VERIFY(banner->isVisible()); // it is still not there
        harness.write(name, unevenSession(3));

        clickButton(*banner, QStringLiteral("Read again"));

        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 3; }));
        QTRY_VERIFY(!banner->isVisible());
    }

    void aBannerThatIsPutAwayStaysAwayUntilThereIsSomethingElse()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const auto *banner = window.findChild<Banner *>();
        const QString path = harness.write(QStringLiteral("s.ndjson"), unevenSession(5));
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());
        QVERIFY(QFile::resize(path, 10)); // not any more what was read
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.notice.has_value(); }));
        QVERIFY(banner->isVisible());

        QTest::mouseClick(
            harness.find<QAbstractButton>(QStringLiteral("Put this message away")), Qt::LeftButton);
        QVERIFY(!banner->isVisible());
        window.cursor().goTo(2); // whose frames bring the same text
        QVERIFY(harness.waitForState());
        QVERIFY(!banner->isVisible());

        QTest::keyClick(&window, Qt::Key_F5);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return !frame.notice; }));
        harness.write(QStringLiteral("s.ndjson"), "\n" + unevenSession(5));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() >= 5; }));
        QVERIFY(QFile::resize(path, 10));
        QTRY_VERIFY(banner->isVisible()); // it happened once more
    }

    void theFilterTellsHowManyItFound()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const QString of = QStringLiteral(" of %1").arg(window.source().frame().size());
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        auto *filter = harness.find<QLineEdit>(QStringLiteral("Filter of the events"));

        QTest::keyClicks(filter, QStringLiteral("type:reputation:*"));
        QTRY_VERIFY(isSeen(window, QStringLiteral("15") + of));
        const auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QCOMPARE(table->model()->rowCount(), 15);
        QTest::keyClicks(filter, QStringLiteral(" nothing-has-this"));
        QTRY_VERIFY(isSeen(window, QStringLiteral("0") + of));
        QCOMPARE(table->model()->rowCount(), 0);
        for (auto *clear : filter->findChildren<QAbstractButton *>())
            QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_VERIFY(!isSeen(window, QStringLiteral("0") + of));
        QTRY_COMPARE(static_cast<std::uint64_t>(table->model()->rowCount()), window.source().frame().size());
    }

    void theLogTellsOfEachWriterWithItsFilesAndTime_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QStringList>("rows"); // "…" for a length of time, * for when it was

        const QString started = QStringLiteral("telemetry:export_started |  |  |  | ");
        QTest::addRow("all is written")
            << QStringLiteral("out")
            << QStringList{started, QStringLiteral("telemetry:artifacts_written |  |  | … | "),
                   QStringLiteral("telemetry:artifacts_written | filesystem | 3 written, 0 failed | … | "),
                   QStringLiteral("telemetry:export_completed |  |  |  | "),
                   QStringLiteral("telemetry:ci_publish_started |  |  |  | "),
                   QStringLiteral("telemetry:ci_publish_completed |  |  |  | ")};
        const QString reason = QStringLiteral("the folder a file/below it cannot be made");
        QStringList failed{started};
        for (const char *file : {"summary-*.json", "cascade-targets-*.csv", "tutorial-snapshots-*.csv"})
            failed << QStringLiteral("telemetry:artifact_failed | filesystem | p-%1 |  | %2")
                          .arg(QString::fromLatin1(file), reason);
        failed << QStringLiteral("telemetry:artifacts_written |  |  | … | ")
               << QStringLiteral("telemetry:artifacts_written | filesystem | 0 written, 3 failed | … | ")
               << QStringLiteral("telemetry:export_failed |  |  |  | ") + reason
               << QStringLiteral("telemetry:ci_publish_started |  |  |  | ")
               << QStringLiteral("telemetry:ci_publish_completed |  |  |  | ");
        QTest::addRow("nothing can be") << QStringLiteral("a file/below it") << failed;
    }

    void theLogTellsOfEachWriterWithItsFilesAndTime()
    {
        QFETCH(QString, folder);
        QFETCH(QStringList, rows);
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        harness.write(QStringLiteral("a file"), "x");
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        typeInto(*harness.find<QLineEdit>(QStringLiteral("Folder of the files")), harness.path(folder));
        typeInto(*harness.find<QLineEdit>(QStringLiteral("Prefix of the file names")), QStringLiteral("p"));
        clickButton(window, QStringLiteral("Export"));
        QTest::keyClick(&window, Qt::Key_8, Qt::ControlModifier | Qt::AltModifier);
        const auto *log = harness.find<QTableView>(QStringLiteral("Log"));
        QTRY_VERIFY(log->isVisible());

        const QString home = harness.path(QString()) + QLatin1Char('/');
        QTRY_COMPARE(logRows(*log->model()).replaceInStrings(home, QString()), rows);
    }
};

QTEST_MAIN(tst_WindowByHand)
#include "tst_WindowByHand.moc"
