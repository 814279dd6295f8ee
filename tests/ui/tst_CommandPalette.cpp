// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/KeyGroups.h"
#include "ui/PaletteEntries.h"
#include "ui/WindowTabs.h"
#include "ui/help/KeySheet.h"
#include "ui/palette/CommandPalette.h"
#include "ui/palette/FuzzyMatch.h"
#include "ui/palette/PaletteModel.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

using namespace inspector;

namespace {

/// All that can be done in the window, wherever it stands; what Qt's own fields do is none of it.
QList<QAction *> allActions(const MainWindow &window)
{
    QList<QAction *> all;
    for (QAction *action : window.findChildren<QAction *>()) {
        // Of a dock the window has an action of its own, which also brings it to the front.
        const auto *dock = qobject_cast<QDockWidget *>(action->parent());
        const bool isQts = action->objectName().startsWith(QLatin1String("_q_")) ||
                           (dock != nullptr && dock->toggleViewAction() == action);
        if (!action->isSeparator() && action->menu() == nullptr && !isQts)
            all << action;
    }
    return all;
}

/// Those of a menu and of the menus in it.
QList<QAction *> actionsIn(const QWidget &menus)
{
    QList<QAction *> all;
    for (QAction *action : menus.actions()) {
        if (action->menu() != nullptr)
            all << actionsIn(*action->menu());
        else
            all << action;
    }
    return all;
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

/// Where there is no file yet; nothing that can be done.
bool isPlaceholder(const QAction &action)
{
    return action.text() == QStringLiteral("Nothing yet");
}

QLineEdit *openPalette(const WindowHarness &harness, MainWindow &window)
{
    window.activateWindow(); // a popup that closed leaves nothing active on some platforms
    if (!QTest::qWaitForWindowActive(&window))
        QTest::qFail("the window is not active", __FILE__, __LINE__);
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    return harness.find<QLineEdit>(QStringLiteral("Command palette"));
}

} // namespace

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void ranks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse"); // may match or not

        QTest::addRow("side by side") << "expo"
                                      << "Session: Export"
                                      << "Session: extra points over";
        QTest::addRow("at the start of words") << "ea"
                                               << "Export again"
                                               << "Session: save as";
        QTest::addRow("all words") << "export again"
                                   << "Session: Export again"
                                   << "Session: Export";
        QTest::addRow("in whatever order") << "again exp"
                                           << "Session: Export again"
                                           << "Session: Export";
        QTest::addRow("whatever the case") << "EXP"
                                           << "Session: export"
                                           << "View: keys";
        QTest::addRow("a later, better place") << "key"
                                               << "take every key: keys"
                                               << "take every yard";
    }

    void ranks()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);

        const std::optional<int> high = fuzzyScore(typed, better);
        const std::optional<int> low = fuzzyScore(typed, worse);
        QVERIFY(high.has_value());
        QVERIFY2(!low || *high > *low, qPrintable(QString::number(*high)));
    }

    void whatLacksALetterDoesNotMatch()
    {
        QVERIFY(!fuzzyScore(QStringLiteral("exportz"), QStringLiteral("Session: Export")));
        QVERIFY(!fuzzyScore(QStringLiteral("tropxe"), QStringLiteral("Export")));
        QCOMPARE(fuzzyScore(QString(), QStringLiteral("anything")), std::optional<int>(0));
    }

    void theModelIsOne()
    {
        std::vector<PaletteEntry> entries;
        for (const char *title : {"Open", "Export", "Export again"})
            entries.push_back({QString::fromLatin1(title), QStringLiteral("d"), [] {}});
        PaletteModel model(entries, Theme::dark());
        const QAbstractItemModelTester paletteModelTester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto titles = [&] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all << model.index(row, PaletteModel::Title).data().toString();
            return all;
        };

        QCOMPARE(titles(),
            (QStringList{QStringLiteral("Open"), QStringLiteral("Export"), QStringLiteral("Export again")}));
        model.setTyped(QStringLiteral("again"));
        QCOMPARE(titles(), QStringList{QStringLiteral("Export again")});
        model.setTyped(QStringLiteral("zz"));
        QCOMPARE(titles(), QStringList());
        QCOMPARE(model.entryAt(0), nullptr);
    }

    void everyActionIsInAMenu()
    {
        WindowHarness harness;
        const MainWindow &window = harness.open();
        const QList<QAction *> inMenus = actionsIn(*window.menuBar());
        QVERIFY(inMenus.size() > 80);

        QStringList missing;
        for (QAction *action : allActions(window)) {
            if (!inMenus.contains(action))
                missing << action->text();
        }

        QCOMPARE(missing, QStringList());
    }

    void everyActionIsInIt()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        MarkerList markers(window.source());
        QLineEdit filter;
        QStringList offered;
        for (const PaletteEntry &entry :
            paletteEntries({*window.menuBar(), window.source(), window.cursor(), markers, filter}))
            offered << entry.title.section(QStringLiteral(": "), 1);

        QStringList missing;
        for (const QAction *action : allActions(window)) {
            if (action->isEnabled() && !offered.contains(plain(action->text())))
                missing << action->text();
        }

        QCOMPARE(missing, QStringList());
    }

    void everyActionHasAKey()
    {
        WindowHarness harness;
        const MainWindow &window = harness.open();

        QStringList without;
        for (const QAction *action : allActions(window)) {
            // One of a choice, such as a theme, is chosen by its name.
            if (action->shortcut().isEmpty() && action->actionGroup() == nullptr && !isPlaceholder(*action))
                without << action->text();
        }

        QCOMPARE(without, QStringList());
    }

    void everyButtonOfAViewIsAnAction()
    {
        WindowHarness harness;
        const MainWindow &window = harness.open();

        QStringList without;
        for (const QToolButton *button : window.findChild<WindowTabs *>()->findChildren<QToolButton *>()) {
            const bool isQts = button->parentWidget()->inherits("QTabBar");
            const bool isInMenu = button->text() == QStringLiteral("Compare with…"); // of Session
            if (!isQts && !isInMenu && button->defaultAction() == nullptr)
                without << button->text();
        }

        QCOMPARE(without, QStringList());
    }

    void theTableOfAViewComesByItsKey()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        QTest::keyClick(window.focusWidget(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(harness.find<QTableView>(QStringLiteral("Factions at the cursor"))->isVisible());

        window.tabs().goToView(3);
        QTest::keyClick(window.focusWidget(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);

        QVERIFY(
            harness.find<QTableView>(QStringLiteral("Fame and infamy of the chosen faction"))->isVisible());
    }

    void aFileThatWasOpenIsInIt()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("quay.ndjson"), "{}\n"));
        QVERIFY(harness.waitUntilRead());

        QLineEdit *field = openPalette(harness, window);
        QTest::keyClicks(field, QStringLiteral("recent quay"));

        const auto *table = harness.find<QTableView>(QStringLiteral("What can be chosen"));
        QCOMPARE(table->model()->index(0, 0).data().toString(),
            QStringLiteral("Open recent: ") + harness.path(QStringLiteral("quay.ndjson")));
    }

    void runsWhatIsChosen()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        QLineEdit *field = openPalette(harness, window);

        QTest::keyClicks(field, QStringLiteral("play demo"));
        QTest::keyClick(field, Qt::Key_Return);

        QVERIFY(harness.waitUntilRead());
        QVERIFY(window.source().frame().size() > 300);
        QTRY_VERIFY(window.findChild<CommandPalette *>() == nullptr);
    }

    void theDefaultLayoutComesBack()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        auto *problems = harness.find<QDockWidget>(QStringLiteral("problems"));
        auto *details = harness.find<QDockWidget>(QStringLiteral("details"));
        problems->close();
        window.addDockWidget(Qt::LeftDockWidgetArea, details);

        QLineEdit *field = openPalette(harness, window);
        QTest::keyClicks(field, QStringLiteral("default layout"));
        QTest::keyClick(field, Qt::Key_Return);

        QTRY_VERIFY(problems->isVisible());
        QCOMPARE(window.dockWidgetArea(details), Qt::RightDockWidgetArea);
    }

    void goesToPlacesAndFiltersByName()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        const SessionTracks::Landmark gap = window.source().frame().tracks->gaps[0];

        QLineEdit *field = openPalette(harness, window);
        QTest::keyClicks(field, QStringLiteral("gap:"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(window.cursor().number(), gap.number);
        QTRY_VERIFY(window.findChild<CommandPalette *>() == nullptr);

        field = openPalette(harness, window);
        QTest::keyClicks(field, QStringLiteral("only reputation:changed"));
        QTest::keyClick(field, Qt::Key_Return);
        const auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), 15);
    }

    void arrowsChooseAndEscapeCloses()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        QLineEdit *field = openPalette(harness, window);
        const auto *table = harness.find<QTableView>(QStringLiteral("What can be chosen"));

        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(window.findChild<CommandPalette *>() == nullptr);
    }

    void everyKeyIsOnTheSheet()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Question);
        const auto *sheet = harness.find<KeySheet>(QStringLiteral("Keys"));
        QVERIFY(sheet != nullptr && sheet->isVisible());
        QStringList shown;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            shown << label->text();

        for (const QAction *action : allActions(window)) {
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            if (!key.isEmpty())
                QVERIFY2(shown.contains(key), qPrintable(key));
        }
        QVERIFY(shown.contains(QStringLiteral("Space")));
    }

    void theSheetFitsTheWindow_data()
    {
        QTest::addColumn<QSize>("size");

        QTest::addRow("tiny") << QSize(900, 600);
        QTest::addRow("small") << QSize(1280, 800);
        QTest::addRow("large") << QSize(1920, 1080);
    }

    void theSheetFitsTheWindow()
    {
        QFETCH(QSize, size);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.resize(size);

        window.showKeys();

        const QSize sheet = harness.find<KeySheet>(QStringLiteral("Keys"))->size();
        QVERIFY2(sheet.width() <= window.width() && sheet.height() <= window.height(),
            qPrintable(QStringLiteral("%1 x %2").arg(sheet.width()).arg(sheet.height())));
        const auto *area = harness.find<KeySheet>(QStringLiteral("Keys"))->findChild<QScrollArea *>();
        QVERIFY(area->horizontalScrollBar()->maximum() == 0);
        QVERIFY(size.height() < 800 || area->verticalScrollBar()->maximum() == 0);
    }

    // A list's own keys, and a view's, hold while it has the focus, and must not be those of what it is in.
    void noKeyHasTwoMeanings()
    {
        WindowHarness harness;
        const MainWindow &window = harness.open();
        QHash<QKeySequence, QStringList> everywhere;
        QHash<const QObject *, QHash<QKeySequence, QStringList>> inPart;
        for (const QAction *action : allActions(window)) {
            for (const QKeySequence &key : action->shortcuts()) {
                if (action->shortcutContext() == Qt::WindowShortcut)
                    everywhere[key] << action->text();
                else
                    inPart[action->parent()][key] << action->text();
            }
        }
        QVERIFY(everywhere.size() > 40);
        QVERIFY(inPart.size() > 10);

        QStringList twice;
        for (const QStringList &meanings : everywhere) {
            if (meanings.size() > 1)
                twice << meanings.join(QStringLiteral(", "));
        }
        for (auto part = inPart.begin(); part != inPart.end(); ++part) {
            for (auto key = part->begin(); key != part->end(); ++key) {
                QStringList meanings = *key + everywhere.value(key.key());
                for (const QObject *above = part.key()->parent(); above != nullptr; above = above->parent())
                    meanings << inPart.value(above).value(key.key());
                if (meanings.size() > 1)
                    twice << meanings.join(QStringLiteral(", "));
            }
        }

        QCOMPARE(twice, QStringList());
    }
};

QTEST_MAIN(tst_CommandPalette)
#include "tst_CommandPalette.moc"
