// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/tutorial/TutorialView.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

using namespace inspector;

namespace {

QByteArray markers(int count)
{
    return QByteArray("{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n").repeated(count);
}

/// Markers, with an event behind each.
QByteArray markersAndEvents(int count)
{
    return QByteArray(markers(1) + "{\"type\":\"event\",\"timestamp\":1,\"event\":\"a:b\"}\n")
        .repeated(count);
}

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void beginsEmpty()
    {
        WindowHarness harness;
        harness.open();

        QVERIFY(harness.find<QToolButton>(QStringLiteral("Play"))->isVisible() == false);
        QCOMPARE(
            harness.waitFor([](const InspectorFrame &f) { return f.phase == InspectorFrame::Phase::Empty; }),
            true);
    }

    void playsTheDemoByAClick()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        for (QPushButton *button : window.findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Play the demo"))
                QTest::mouseClick(button, Qt::LeftButton);
        }

        QVERIFY(harness.waitUntilRead());
        QVERIFY(window.source().frame().size() > 300);
        QCOMPARE(window.windowTitle(), QStringLiteral("demo mission · Telemetry Inspector"));
    }

    void opensWhatIsDropped()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(harness.write(QStringLiteral("s.ndjson"), markers(3)))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);

        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QCoreApplication::sendEvent(&window, &drop);

        QVERIFY(harness.waitUntilRead());
        QCOMPARE(window.source().frame().size(), std::uint64_t{3});
        QCOMPARE(window.windowTitle(), QStringLiteral("s.ndjson · Telemetry Inspector"));
    }

    void opensWhatIsChosen()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), markers(5));
        harness.whenShown<QFileDialog>([path](QFileDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
            static_cast<QDialog &>(dialog).accept(); // a key would go to the list of completions
        });
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier);

        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 5; }));
        harness.close();
        const MainWindow &again = harness.open();
        for (QAbstractButton *button : again.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("s.ndjson")))
                QTest::mouseClick(button, Qt::LeftButton); // it is among the recent ones
        }
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 5; }));
    }

    void landsPausedAtTheStart()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());

        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Paused);
        QCOMPARE(window.cursor().number(), std::uint64_t{0});
    }

    void keysMoveTheCursor_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<quint64>("expected"); // of a cursor at #50 of 100

        QTest::addRow("one on") << int(Qt::Key_Right) << Qt::KeyboardModifiers() << quint64{51};
        QTest::addRow("one back") << int(Qt::Key_Left) << Qt::KeyboardModifiers() << quint64{49};
        QTest::addRow("ten on") << int(Qt::Key_Right) << Qt::KeyboardModifiers(Qt::ShiftModifier)
                                << quint64{60};
        QTest::addRow("the same name")
            << int(Qt::Key_Right) << Qt::KeyboardModifiers(Qt::ControlModifier) << quint64{52};
        QTest::addRow("the same name, back")
            << int(Qt::Key_Left) << Qt::KeyboardModifiers(Qt::ControlModifier) << quint64{48};
        QTest::addRow("the start") << int(Qt::Key_Home) << Qt::KeyboardModifiers() << quint64{0};
        QTest::addRow("the end") << int(Qt::Key_End) << Qt::KeyboardModifiers() << quint64{100};
        QTest::addRow("next, anywhere") << int(Qt::Key_F8) << Qt::KeyboardModifiers() << quint64{51};
        QTest::addRow("previous, anywhere")
            << int(Qt::Key_F8) << Qt::KeyboardModifiers(Qt::ShiftModifier) << quint64{49};
    }

    void keysMoveTheCursor()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(quint64, expected);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markersAndEvents(50)));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(50);
        auto *overview = harness.find<QWidget>(QStringLiteral("Overview of the session"));
        window.activateWindow();
        overview->setFocus();

        QTest::keyClick(overview, static_cast<Qt::Key>(key), modifiers);

        QTRY_COMPARE(quint64{window.cursor().number()}, expected);
        QVERIFY(harness.waitForState());
    }

    void nothingMovesAsideForALongerNumber()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(1'000)));
        QVERIFY(harness.waitUntilRead());
        const auto *transport = harness.find<QWidget>(QStringLiteral("Transport"));
        window.cursor().goTo(1);
        const int before = transport->sizeHint().width();

        window.cursor().goTo(1'000);

        QCOMPARE(transport->sizeHint().width(), before);
    }

    void visitedPlacesAreRemembered()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(100)));
        QVERIFY(harness.waitUntilRead());
        SessionCursor &cursor = window.cursor();
        cursor.goTo(10);
        cursor.goTo(70);

        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{10});
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{0});
        QVERIFY(!cursor.canGoBack());
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{10});
    }

    void goesToWhatIsTyped()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(100)));
        QVERIFY(harness.waitUntilRead());

        QTest::keyClick(&window, Qt::Key_G, Qt::ControlModifier);
        auto *field = harness.find<QLineEdit>(QStringLiteral("Where to go"));
        QTest::keyClicks(field, QStringLiteral("#42"));
        QTest::keyClick(field, Qt::Key_Return);

        QCOMPARE(window.cursor().number(), std::uint64_t{42});
    }

    void playsToTheEnd()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(20)));
        QVERIFY(harness.waitUntilRead());

        QTest::mouseClick(harness.find<QToolButton>(QStringLiteral("Play")), Qt::LeftButton);

        QTRY_COMPARE(window.cursor().number(), std::uint64_t{20});
        QTRY_COMPARE(window.cursor().mode(), SessionCursor::Mode::Paused);
    }

    void playsAtTheSpeedThatIsAskedFor_data()
    {
        QTest::addColumn<QString>("where"); // the focus is
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("speed");

        const QString overview = QStringLiteral("Overview of the session");
        const QString field = QStringLiteral("Filter of the events");
        const Qt::KeyboardModifiers none;
        const Qt::KeyboardModifiers alt = Qt::AltModifier;
        const int slower = Qt::Key_Comma;
        const int faster = Qt::Key_Period;
        QTest::addRow("twice") << overview << QList<int>{faster} << none << QStringLiteral("2×");
        QTest::addRow("half") << overview << QList<int>{slower} << none << QStringLiteral("1/2×");
        QTest::addRow("no slower than")
            << overview << QList<int>(5, slower) << none << QStringLiteral("1/8×");
        QTest::addRow("no faster than") << overview << QList<int>(9, faster) << none << QStringLiteral("64×");
        QTest::addRow("anywhere, faster")
            << field << QList<int>{faster, faster} << alt << QStringLiteral("4×");
        QTest::addRow("anywhere, slower") << field << QList<int>{slower} << alt << QStringLiteral("1/2×");
        QTest::addRow("text keeps its keys") << field << QList<int>{faster} << none << QStringLiteral("1×");
    }

    void playsAtTheSpeedThatIsAskedFor()
    {
        QFETCH(QString, where);
        QFETCH(QList<int>, keys);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, speed);
        WindowHarness harness;
        harness.openDemo();
        auto *widget = harness.find<QWidget>(where);
        widget->setFocus();

        for (const int key : keys)
            QTest::keyClick(widget, static_cast<Qt::Key>(key), modifiers);

        QCOMPARE(harness.find<QToolButton>(QStringLiteral("Speed"))->text(), speed);
    }

    // An hour lies between the two records, so that nothing but the jump leads to the second one.
    void playsOverIdleTimeWhereThatIsChosen()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"),
            markers(1) + "{\"type\":\"event\",\"timestamp\":3600001,\"event\":\"a:b\"}\n"));
        QVERIFY(harness.waitUntilRead());
        const auto switchIdle = [&] { QTest::keyClick(&window, Qt::Key_J, Qt::AltModifier); };
        switchIdle();

        QTest::keyClick(&window, Qt::Key_F9);
        QTRY_COMPARE(window.cursor().number(), std::uint64_t{1});
        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Replay);
        switchIdle();

        QTRY_COMPARE(window.cursor().number(), std::uint64_t{2});
        QTRY_COMPARE(window.cursor().mode(), SessionCursor::Mode::Paused);
    }

    void aViewComesToTheFrontByItsKey()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();

        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);

        QCOMPARE(window.tabs().tabText(window.tabs().currentIndex()), QStringLiteral("Tutorial"));
        QVERIFY(window.tabs().tutorial().canvas()->hasFocus());
        const auto *problems = harness.find<QDockWidget>(QStringLiteral("problems"));
        QVERIFY(problems->isVisible());
        QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!problems->isVisible());
    }

    void markersAreSavedWithTheSession()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(
            QStringLiteral("s.ndjson"), "{\"type\":\"event\",\"event\":\"a\",\"timestamp\":5}\n"));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(1);

        QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
        auto *field = harness.find<QLineEdit>(QStringLiteral("Name of the marker"));
        QCOMPARE(field->text(), QStringLiteral("Marker 1"));
        QTest::keyClicks(field, QStringLiteral("odd"));
        QTest::keyClick(field, Qt::Key_Return);
        const QString path = harness.path(QStringLiteral("saved.ndjson"));
        window.commands().saveTo(path);
        QTRY_VERIFY(QFile::exists(path));
        window.commands().openFile(path);

        QVERIFY(
            harness.waitFor([](const InspectorFrame &frame) { return frame.tracks->markers.size() == 1; }));
        QCOMPARE(window.source().frame().tracks->markers[0].label, std::string("odd"));
        QCOMPARE(window.source().frame().size(), std::uint64_t{2});
    }

    void filtersWhatIsTyped()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        auto *filter = harness.find<QLineEdit>(QStringLiteral("Filter of the events"));

        QTest::keyClicks(filter, QStringLiteral("type:reputation:*"));
        QTest::keyClick(filter, Qt::Key_Return);

        const auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 15);
        filter->clear();
        QTRY_COMPARE(table->model()->rowCount(), static_cast<int>(window.source().frame().size()));
    }

    void choosingARowMovesTheCursor()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        table->setFocus();

        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(3, 1)).center());
        QCOMPARE(window.cursor().number(), std::uint64_t{4});
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(window.cursor().number(), std::uint64_t{5});
    }

    void aFileThatGrowsIsFollowed()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), markers(50));
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());
        window.cursor().setMode(SessionCursor::Mode::Live);

        harness.write(QStringLiteral("s.ndjson"), markers(7));

        QTRY_COMPARE(window.cursor().number(), std::uint64_t{57});
        window.cursor().step(-1);
        harness.write(QStringLiteral("s.ndjson"), markers(3));
        QTRY_COMPARE(window.cursor().newRecords(), std::uint64_t{3});
        QCOMPARE(window.cursor().number(), std::uint64_t{56});
    }

    void theLayoutIsRemembered()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        harness.find<QDockWidget>(QStringLiteral("problems"))->close();
        window.close();
        harness.close();

        harness.open();

        QVERIFY(!harness.find<QDockWidget>(QStringLiteral("problems"))->isVisible());
    }

    void closesWhileItReads()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(200'000)));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() > 0; }));

        window.close();
        harness.close();
    }

    void theThemeChangesAtOnce()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.theme().setMode(ThemeController::Mode::Light);
        QCOMPARE(window.palette().color(QPalette::Window), Theme::light().window);
        window.theme().setMode(ThemeController::Mode::Dark);
        QCOMPARE(window.palette().color(QPalette::Window), Theme::dark().window);
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
