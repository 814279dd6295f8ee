// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/common/DockTitle.h"

#include <QDockWidget>
#include <QMenu>
#include <QTableView>

using namespace inspector;

class tst_WindowDocks : public QObject
{
    Q_OBJECT

private slots:
    void aDockBehindAnotherOneComesToTheFrontByItsKey()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const auto *state = harness.find<QDockWidget>(QStringLiteral("state"));
        const auto actions = window.findChildren<QAction *>();
        const auto toggle = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->text() == QLatin1String("State") && !action->shortcut().isEmpty();
        });
        QVERIFY(toggle != actions.end());
        QTRY_VERIFY(!state->isHidden() && state->visibleRegion().isEmpty()); // a tab behind the event's

        QTest::keySequence(&window, (*toggle)->shortcut());
        QTRY_VERIFY(!state->visibleRegion().isEmpty());
        QVERIFY((*toggle)->isChecked());
        QTest::keySequence(&window, (*toggle)->shortcut());
        QVERIFY(state->isHidden());
        QVERIFY(!(*toggle)->isChecked());
        QTest::keySequence(&window, (*toggle)->shortcut());
        QTRY_VERIFY(!state->visibleRegion().isEmpty());
    }

    void aDockBehindAnotherOneComesToTheFrontByTheMenuOfTitles()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const auto *state = harness.find<QDockWidget>(QStringLiteral("state"));
        QTRY_VERIFY(!state->isHidden() && state->visibleRegion().isEmpty()); // a tab behind the event's
        auto *title = harness.find<QDockWidget>(QStringLiteral("details"))->findChild<DockTitle *>();

        QTest::mouseClick(window.windowHandle(), Qt::RightButton, {}, title->mapTo(&window, QPoint(20, 8)));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (QAction *action : menu->actions()) {
            if (action->text() == QLatin1String("State"))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }

        QTRY_VERIFY(!state->visibleRegion().isEmpty());
    }

    void enterGoesToAMarker()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        window.cursor().goTo(20);
        auto *dock = harness.find<QDockWidget>(QStringLiteral("markers"));
        dock->show();
        dock->raise();
        auto *table = harness.find<QTableView>(QStringLiteral("Markers"));
        QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0);

        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);

        QCOMPARE(window.cursor().number(), window.source().frame().tracks->markers[0].number);
    }
};

QTEST_MAIN(tst_WindowDocks)
#include "tst_WindowDocks.moc"
