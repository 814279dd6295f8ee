// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/common/FrameSource.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/events/EventsView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
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

    // A table of a hundred rows on a session of some four hundred.
    void scrollsOnWhereTheWindowEnds()
    {
        const SystemClock clock;
        FrameSource source(clock, FactionCatalogue::builtIn());
        SessionCursor cursor(source);
        ThemeController theme(Theme::light());
        RecordCache cache(source);
        QLineEdit filter;
        QLabel count;
        EventsView view({source, cursor, theme, cache, filter, count, 100});
        view.resize(600, 300);
        view.show();
        source.engine().open({SessionSource::Kind::Demo, {}, "harbour", 1});
        QTRY_COMPARE(source.frame().phase, InspectorFrame::Phase::Ready);
        const auto *table = view.findChild<QTableView *>();
        cursor.goTo(200);
        QTRY_COMPARE(table->currentIndex().data().toString(), QStringLiteral("200"));
        QCOMPARE(table->model()->rowCount(), 100);

        table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum);

        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("100"));
        QCOMPARE(table->rowAt(0), 50);             // #150
        QVERIFY(!table->currentIndex().isValid()); // #200 is not in the window
        QCOMPARE(cursor.number(), std::uint64_t{200});

        table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);

        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("149"));
        QVERIFY(
            table->visualRect(table->model()->index(50, 0)).bottom() <= table->viewport()->height()); // #199
        QVERIFY(table->rowAt(table->viewport()->height() - 1) - 50 <= 1);
        QCOMPARE(table->currentIndex().data().toString(), QStringLiteral("200"));
        QCOMPARE(cursor.number(), std::uint64_t{200});
    }
};

QTEST_MAIN(tst_EventsView)
#include "tst_EventsView.moc"
