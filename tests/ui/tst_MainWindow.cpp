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
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

using namespace inspector;

namespace {

QByteArray markers(int count)
{
    return QByteArray("{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n").repeated(count);
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

        QVERIFY(window.focusWidget() != nullptr); // whose keys move the cursor
        QTest::keyClick(window.focusWidget(), Qt::Key_End);
        QTRY_COMPARE(window.cursor().number(), window.source().frame().size());
    }

    void theViewInFrontHasTheKeys_data()
    {
        QTest::addColumn<int>("tab");
        for (int tab = 1; tab < 6; ++tab)
            QTest::addRow("tab %d", tab) << tab;
    }

    void theViewInFrontHasTheKeys()
    {
        QFETCH(int, tab);
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        QVERIFY(window.focusWidget() != nullptr);
        QTest::mouseClick(
            window.tabs().tabBar(), Qt::LeftButton, {}, window.tabs().tabBar()->tabRect(tab).center());
        QCOMPARE(window.tabs().currentIndex(), tab);
        QTest::keyClick(window.focusWidget(), Qt::Key_Right);
        QTRY_COMPARE(window.cursor().number(), std::uint64_t{1});
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
        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Live);
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

    void theHandlesAreRemembered()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        QVERIFY(harness.waitUntilRead());
        const auto sizes = [&] { return harness.find<QSplitter>(QStringLiteral("views"))->sizes(); };
        const QList<int> first = sizes();
        QSplitterHandle *handle = harness.find<QSplitter>(QStringLiteral("views"))->handle(1);
        QTest::mousePress(handle, Qt::LeftButton);
        QTest::mouseMove(handle, QPoint(5, 60));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(5, 60));
        const QList<int> dragged = sizes();
        QVERIFY2(dragged[0] > first[0] + 40, qPrintable(QString::number(dragged[0])));
        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
        window.close();

        MainWindow &next = harness.openDemo();
        QVERIFY(harness.waitUntilRead());
        QCOMPARE(sizes(), dragged);
        QCOMPARE(next.tabs().currentIndex(), 1);
        QTest::keyClick(&next, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(sizes(), first);
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
