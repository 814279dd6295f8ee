// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ByHand.h"
#include "ui/common/Banner.h"
#include "ui/snapshots/SnapshotsView.h"

#include <QDir>
#include <QListView>
#include <QStatusBar>
#include <QToolButton>

using namespace inspector;

namespace {

/// ' for "
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray session()
{
    return json("{'type':'snapshot','timestamp':1000,'snapshot':{'factions':{'byId':{'x':{'attitude':"
                "'hostile','cascadeCount':2}}},'tutorial':{'completedSteps':['a'],'totalSteps':3}}}\n"
                "{'type':'event','timestamp':1500,'event':'player:moved'}\n");
}

/// The first column of the list's rows, heads as well.
QStringList names(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data().toString();
    return names;
}

constexpr Qt::KeyboardModifiers controlShift = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

/// States that go into slots and files, and folders of them, by keys, menus and dialogs.
class tst_SnapshotFiles : public QObject
{
    Q_OBJECT

private:
    class Opened
    {
    public:
        Opened()
        {
            window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            window.cursor().goTo(1);
            if (!harness.waitForState())
                QTest::qFail("no state", __FILE__, __LINE__);
            list = harness.find<QListView>(QStringLiteral("Snapshots"));
        }

        WindowHarness harness;
        MainWindow &window = harness.open();
        QListView *list = nullptr;
    };

    /// Clicks an entry of the menu of a button, which pops up in a loop of its own.
    static void chooseFromButton(const QWidget &parent, const QString &text, const QString &entry)
    {
        auto *button = qobject_cast<QToolButton *>(seenButton(parent, text));
        QVERIFY(button != nullptr);
        QTimer::singleShot(0, button, [menu = button->menu(), entry] {
            for (QAction *action : menu->actions()) {
                if (action->text().remove(QLatin1Char('&')) == entry)
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
            if (menu->isVisible()) {
                QTest::qFail(qPrintable(QStringLiteral("the menu has no ") + entry), __FILE__, __LINE__);
                menu->close();
            }
        });
        QTest::mouseClick(button, Qt::LeftButton);
    }

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void aSlotIsNamedByHand_data()
    {
        QTest::addColumn<bool>("byMenu");
        QTest::addRow("by its key") << false;
        QTest::addRow("by the button") << true;
    }

    void aSlotIsNamedByHand()
    {
        QFETCH(bool, byMenu);
        const Opened opened;
        const WindowHarness &harness = opened.harness;
        MainWindow &window = opened.window;
        const WorldState state = window.source().frame().state.world;
        if (byMenu) {
            QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier); // which shows the snapshots
            QTest::keyClick(&window, Qt::Key_9, Qt::ControlModifier | Qt::AltModifier);
            QTRY_VERIFY(!window.snapshots().visibleRegion().isEmpty());
            chooseFromButton(
                window.snapshots(), QStringLiteral("Save state"), QStringLiteral("Save state into a slot…"));
        } else {
            QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        }

        auto *field = harness.find<QLineEdit>(QStringLiteral("Name of the slot"));
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("Before the Pier"));
        QTest::keyClick(field, Qt::Key_Return);

        QTRY_COMPARE(names(*opened.list->model()),
            (QStringList{QStringLiteral("In the session"), QStringLiteral("Snapshot 1"),
                QStringLiteral("Slots"), QStringLiteral("Before the Pier")}));
        QVERIFY(!window.snapshots().visibleRegion().isEmpty());
        QCOMPARE(window.statusBar()->currentMessage(), QStringLiteral("Saved into slot before-the-pier"));
        QVERIFY(stateOf(harness, harness.path(QStringLiteral("slots/save_before-the-pier.json"))) == state);
    }

    void escapeSavesIntoNoSlot()
    {
        const Opened opened;
        QTest::keyClick(&opened.window, Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        auto *field = opened.harness.find<QLineEdit>(QStringLiteral("Name of the slot"));
        QTest::keyClicks(field, QStringLiteral("never"));
        QTest::keyClick(field, Qt::Key_Escape);

        QTRY_VERIFY(!opened.window.findChildren<QLineEdit *>().contains(field));
        QCOMPARE(QDir(opened.harness.path(QStringLiteral("slots"))).entryList(QDir::Files), QStringList());
    }

    void aFileIsChosenInTheDialog()
    {
        const Opened opened;
        const WorldState state = opened.window.source().frame().state.world;
        const QString path = opened.harness.path(QStringLiteral("out.json"));
        answerFileDialog(path);

        QTest::keyClick(&opened.window, Qt::Key_K, controlShift);

        QTRY_COMPARE(opened.window.statusBar()->currentMessage(), QStringLiteral("Saved ") + path);
        QVERIFY(stateOf(opened.harness, path) == state);
    }

    void whoCancelsTheDialogSavesNothing()
    {
        const Opened opened;
        bool hasAsked = false;
        WindowHarness::whenShown<QFileDialog>([&](QFileDialog &dialog) {
            hasAsked = true;
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });

        QTest::keyClick(&opened.window, Qt::Key_K, controlShift);

        QVERIFY(hasAsked);
        QVERIFY(!opened.window.findChild<Banner *>()->isVisible());
        QCOMPARE(opened.window.statusBar()->currentMessage(), QString());
    }

    void aFileThatCannotBeWrittenIsSaidUntilOneIs()
    {
        const Opened opened;
        const auto *banner = opened.window.findChild<Banner *>();
        const QString nowhere = opened.harness.path(QStringLiteral("nowhere/out.json"));
        answerFileDialog(nowhere);
        QTest::keyClick(&opened.window, Qt::Key_K, controlShift);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(nowhere), qPrintable(banner->text()));
        const QString path = opened.harness.path(QStringLiteral("out.json"));
        answerFileDialog(path);
        comeToFront(opened.window);

        QTest::keyClick(&opened.window, Qt::Key_K, controlShift);

        QTRY_VERIFY(QFile::exists(path));
        QVERIFY(!banner->isVisible());
    }

    void aFolderIsChosenAndRemembered_data()
    {
        QTest::addColumn<bool>("byButton");
        QTest::addRow("by its key") << false;
        QTest::addRow("by the button") << true;
    }

    void aFolderIsChosenAndRemembered()
    {
        QFETCH(bool, byButton);
        Opened opened;
        const QString folder = opened.harness.path(QStringLiteral("seen"));
        QVERIFY(QDir().mkpath(folder));
        opened.harness.write(
            QStringLiteral("seen/good.json"), json("{'factions':{'byId':{'x':{'attitude':'friendly'}}}}"));
        answerFileDialog(folder);

        if (byButton) {
            QTest::keyClick(&opened.window, Qt::Key_9, Qt::ControlModifier | Qt::AltModifier);
            QTRY_VERIFY(!opened.window.snapshots().visibleRegion().isEmpty());
            clickButton(opened.window.snapshots(), QStringLiteral("Folder…"));
        } else {
            QTest::keyClick(&opened.window, Qt::Key_B, controlShift);
        }

        QTRY_COMPARE(names(*opened.list->model()),
            (QStringList{QStringLiteral("In the session"), QStringLiteral("Snapshot 1"), folder,
                QStringLiteral("good.json")}));
        QTRY_VERIFY(!opened.window.snapshots().visibleRegion().isEmpty());
        QCOMPARE(opened.harness.open().snapshots().folder(), folder);
    }

private:
    /// What a saved state is when it is opened.
    static WorldState stateOf(const WindowHarness &harness, const QString &path)
    {
        MainWindow &window = harness.window();
        window.commands().openFile(path);
        const bool isRead = harness.waitFor([&](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready && frame.source.path == path.toStdString();
        });
        window.cursor().goTo(1);
        if (!isRead || !harness.waitForState())
            QTest::qFail("the state is not read", __FILE__, __LINE__);
        return window.source().frame().state.world;
    }
};

QTEST_MAIN(tst_SnapshotFiles)
#include "tst_SnapshotFiles.moc"
