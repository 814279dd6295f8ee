// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace inspector;

namespace {

QByteArray event(int number, const char *name)
{
    return "{\"type\":\"event\",\"timestamp\":" + QByteArray::number(1000 + number) + ",\"event\":\"" + name +
           "\",\"payload\":{\"n\":" + QByteArray::number(number) + "}}\n";
}

/// So many events, an `a` and a `b` in turns.
QByteArray events(int count)
{
    QByteArray lines;
    for (int i = 1; i <= count; ++i)
        lines += event(i, i % 2 == 1 ? "a" : "b");
    return lines;
}

} // namespace

class tst_EventsView : public QObject
{
    Q_OBJECT

private slots:
    void mutesAndShowsAgain()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), events(10)));
        QVERIFY(harness.waitUntilRead());
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 10);

        const QPoint first = table->visualRect(table->model()->index(0, 3)).center();
        harness.chooseFromMenu(*table->viewport(), first, QStringLiteral("Mute a"));
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("b"));
        QCOMPARE(window.source().frame().size(), std::uint64_t{10});

        harness.chooseFromMenu(*table->viewport(), first, QStringLiteral("Show a again"));
        QTRY_COMPARE(table->model()->rowCount(), 10);
    }

    void whatIsMutedIsRemembered()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), events(10));
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 10);
        harness.chooseFromMenu(*table->viewport(), table->visualRect(table->model()->index(1, 3)).center(),
            QStringLiteral("Mute b"));
        harness.close();

        harness.open().commands().openFile(path);

        QVERIFY(harness.waitUntilRead());
        const auto *again = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(again->model()->rowCount(), 5);
        QCOMPARE(again->model()->index(0, 3).data().toString(), QStringLiteral("a"));
    }

    void showsOnlyOneType()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), events(10)));
        QVERIFY(harness.waitUntilRead());
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 10);

        harness.chooseFromMenu(*table->viewport(), table->visualRect(table->model()->index(1, 3)).center(),
            QStringLiteral("Show only b"));

        QTRY_COMPARE(table->model()->rowCount(), 5);
        QTRY_COMPARE(harness.find<QLineEdit>(QStringLiteral("Filter of the events"))->text(),
            QStringLiteral("\"type:b\""));
    }

    // Most of them never were in sight.
    void copiesAllAsTheyStandInTheFile()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QByteArray lines = events(3000);
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), lines));
        QVERIFY(harness.waitUntilRead());
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 3000);
        QGuiApplication::clipboard()->clear();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);

        harness.chooseFromMenu(*table->viewport(), table->visualRect(table->model()->index(0, 3)).center(),
            QStringLiteral("Copy as JSON"));

        QTRY_COMPARE(QGuiApplication::clipboard()->text().toUtf8(), lines);
    }

    void copiesRowsAsATable()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), events(5)));
        QVERIFY(harness.waitUntilRead());
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QGuiApplication::clipboard()->clear();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);

        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);

        QTRY_COMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 3);
        const QStringList rows = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY2(rows.at(0).startsWith(QStringLiteral("2\t00:00:00.001\tb\t")), qPrintable(rows.at(0)));
        QVERIFY2(rows.at(1).startsWith(QStringLiteral("3\t00:00:00.002\ta\t")), qPrintable(rows.at(1)));
    }
};

QTEST_MAIN(tst_EventsView)
#include "tst_EventsView.moc"
