// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"
#include "ui/exporting/ExportPanel.h"
#include "ui/snapshots/SnapshotModel.h"
#include "ui/snapshots/SnapshotsView.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>

using namespace inspector;

namespace {

/// The rows of the list, "= head" or "name: what is in it".
QStringList shown(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const bool isHead = index.data(SnapshotModel::IsHeadRole).toBool();
        rows << (isHead ? QStringLiteral("= ") + index.data().toString()
                        : QStringLiteral("%1: %2").arg(
                              index.data().toString(), index.data(SnapshotModel::DigestRole).toString()));
    }
    return rows;
}

/// ' for "
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray snapshotLine(int time, const char *attitude)
{
    return json("{'type':'snapshot','timestamp':" + QByteArray::number(time) +
                ",'snapshot':{'factions':{'byId':{'x':{'attitude':'" + attitude +
                "','cascadeCount':2}}},'tutorial':{'completedSteps':['a'],'totalSteps':3}}}\n");
}

QByteArray session()
{
    return snapshotLine(1000, "hostile") +
           json("{'type':'event','timestamp':1500,'event':'player:moved'}\n") + snapshotLine(2000, "allied");
}

} // namespace

/// Snapshots, by mouse and keys, in a window of their own workspace.
class tst_SnapshotsView : public QObject
{
    Q_OBJECT

private:
    class Snapshots
    {
    public:
        Snapshots()
        {
            QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
            list = harness.find<QListView>(QStringLiteral("Snapshots"));
        }
        void open(const QByteArray &lines) const
        {
            window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), lines));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
        }
        /// Waits for the list to be that.
        bool waitForRows(const QStringList &expected) const
        {
            return QTest::qWaitFor([&] { return shown(*list->model()) == expected; });
        }

        WindowHarness harness;
        MainWindow &window = harness.open();
        QListView *list = nullptr;
    };

private slots:
    void thoseOfTheSessionAreListedAndGoneTo()
    {
        const Snapshots snapshots;
        snapshots.open(session());
        QVERIFY(snapshots.waitForRows({QStringLiteral("= In the session"),
            QStringLiteral("Snapshot 2: ▲ 1 · 2 cascades · tutorial 1/3"),
            QStringLiteral("Snapshot 1: ▼ 1 · 2 cascades · tutorial 1/3")}));

        const QRect row = snapshots.list->visualRect(snapshots.list->model()->index(1, 0));
        QTest::mouseClick(snapshots.list->viewport(), Qt::LeftButton, {}, row.center());

        QCOMPARE(snapshots.window.cursor().number(), std::uint64_t{3});
    }

    void areGoneThroughInTheOrderOfTime()
    {
        const Snapshots snapshots;
        snapshots.harness.find<QDockWidget>(QStringLiteral("snapshots"))->close();
        snapshots.open(session());
        QVERIFY(snapshots.harness.waitUntilRead());
        const auto press = [&](Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(&snapshots.window, Qt::Key_F7, modifiers);
            return snapshots.window.cursor().number();
        };

        QCOMPARE(press({}), std::uint64_t{1});
        QCOMPARE(press({}), std::uint64_t{3});
        QCOMPARE(press({}), std::uint64_t{3});
        snapshots.window.cursor().goTo(2);
        QCOMPARE(press(Qt::ShiftModifier), std::uint64_t{1});
        QCOMPARE(press(Qt::ShiftModifier), std::uint64_t{1});
        snapshots.window.cursor().goTo(2);
        QCOMPARE(press({}), std::uint64_t{3});
    }

    void theStateAtTheCursorGoesIntoASlotAndComesBack()
    {
        const Snapshots snapshots;
        snapshots.open(session());
        snapshots.window.cursor().goTo(1);
        QVERIFY(snapshots.harness.waitForState());
        const WorldState state = snapshots.window.source().frame().state.world;

        snapshots.window.snapshots().saveToSlot(QStringLiteral("Before the Pier"));
        const QStringList rows{QStringLiteral("= In the session"),
            QStringLiteral("Snapshot 2: ▲ 1 · 2 cascades · tutorial 1/3"),
            QStringLiteral("Snapshot 1: ▼ 1 · 2 cascades · tutorial 1/3"), QStringLiteral("= Slots"),
            QStringLiteral("Before the Pier: ▼ 1 · 2 cascades · tutorial 1/3")};
        QVERIFY(snapshots.waitForRows(rows));
        snapshots.list->setFocus();
        snapshots.list->setCurrentIndex(snapshots.list->model()->index(4, 0));
        QTest::keyClick(snapshots.list, Qt::Key_Return);
        QVERIFY(snapshots.harness.waitFor([](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready &&
                   frame.source.path.ends_with("save_before-the-pier.json");
        }));
        snapshots.window.cursor().goTo(1);
        QVERIFY(snapshots.harness.waitForState());

        QVERIFY(snapshots.window.source().frame().state.world == state);
    }

    void twoThatWereClickedAreCompared()
    {
        const Snapshots snapshots;
        snapshots.open(session());
        QTRY_COMPARE(snapshots.list->model()->rowCount(), 3);
        for (const int row : {2, 1})
            QTest::mouseClick(snapshots.list->viewport(), Qt::LeftButton, {},
                snapshots.list->visualRect(snapshots.list->model()->index(row, 0)).center());
        QCOMPARE(snapshots.window.cursor().number(), std::uint64_t{3});

        QTest::keyClick(snapshots.list, Qt::Key_D, Qt::ControlModifier);

        const auto *table = snapshots.harness.find<QTableView>(QStringLiteral("Differences"));
        QTRY_COMPARE(shownRows(*table->model()),
            QStringList{QStringLiteral("~ | factions.byId.x.attitude | hostile | allied")});
    }

    // Its number would be that of another record here.
    void oneOfTheSessionBeforeIsNotComparedWith()
    {
        const Snapshots snapshots;
        snapshots.open(session());
        QTRY_COMPARE(snapshots.list->model()->rowCount(), 3);
        const auto click = [&](int row) {
            QTest::mouseClick(snapshots.list->viewport(), Qt::LeftButton, {},
                snapshots.list->visualRect(snapshots.list->model()->index(row, 0)).center());
        };
        click(2);
        snapshots.window.commands().openFile(snapshots.harness.write(
            QStringLiteral("other.ndjson"), snapshotLine(1000, "neutral") + snapshotLine(2000, "friendly")));
        QVERIFY(snapshots.harness.waitFor([](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready && frame.source.path.ends_with("other.ndjson");
        }));
        QTRY_COMPARE(snapshots.list->model()->rowCount(), 3);
        click(1);

        QTest::keyClick(snapshots.list, Qt::Key_D, Qt::ControlModifier);

        const auto *verdict =
            snapshots.harness.find<QLabel>(QStringLiteral("How many differences there are"));
        QTRY_COMPARE(verdict->text(), QStringLiteral("No difference."));
    }

    void aFolderIsBrowsedAndOnlyRead()
    {
        const Snapshots snapshots;
        QVERIFY(QDir().mkpath(snapshots.harness.path(QStringLiteral("seen"))));
        snapshots.harness.write(QStringLiteral("seen/bad.json"), "{");
        snapshots.harness.write(
            QStringLiteral("seen/good.json"), json("{'factions':{'byId':{'x':{'attitude':'friendly'}}}}"));
        const QString folder = snapshots.harness.path(QStringLiteral("seen"));

        snapshots.window.snapshots().setFolder(folder);
        QVERIFY(QTest::qWaitFor([&] { return snapshots.list->model()->rowCount() == 3; }));

        QStringList rows = shown(*snapshots.list->model());
        rows.sort();
        QCOMPARE(rows.first(), QStringLiteral("= ") + folder);
        QVERIFY2(rows[1].startsWith(QStringLiteral("bad.json: neither a session, a snapshot nor a save")),
            qPrintable(rows[1]));
        QCOMPARE(rows[2], QStringLiteral("good.json: △ 1"));
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
            (QStringList{QStringLiteral("bad.json"), QStringLiteral("good.json")}));
    }

    void theStateAtTheCursorGoesIntoAFile()
    {
        const Snapshots snapshots;
        snapshots.open(session());
        QSignalSpy saved(&snapshots.window.snapshots(), &SnapshotsView::saved);
        const QString path = snapshots.harness.path(QStringLiteral("out.json"));

        snapshots.window.snapshots().saveToFile(path);
        QVERIFY(saved.wait());

        const WorldState state = snapshots.window.source().frame().state.world;
        snapshots.window.commands().openFile(path);
        QVERIFY(snapshots.harness.waitFor([](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready && frame.source.path.ends_with("out.json");
        }));
        snapshots.window.cursor().goTo(1);
        QVERIFY(snapshots.harness.waitForState());
        QVERIFY(snapshots.window.source().frame().state.world == state);
    }

    void aFolderThatCannotBeWrittenIsAProblemWithARemedy()
    {
        const Snapshots snapshots;
        snapshots.open(session());
        QSignalSpy problem(&snapshots.window.snapshots(), &SnapshotsView::saveProblem);

        snapshots.window.snapshots().saveToFile(snapshots.harness.path(QStringLiteral("nowhere/out.json")));
        QVERIFY(problem.wait());

        QVERIFY(problem.last().first().toString().contains(QStringLiteral("nowhere/out.json")));
    }

    void theExportIsSetToWhatWasAskedFor_data()
    {
        QTest::addColumn<int>("row"); // of the list
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("scope");
        QTest::addColumn<quint64>("cursor"); // after it

        const Qt::KeyboardModifiers one = Qt::ControlModifier | Qt::ShiftModifier;
        QTest::addRow("one of the session")
            << 2 << int(Qt::Key_X) << one << int(ExportChoice::Scope::Snapshot) << quint64{1};
        QTest::addRow("all of the session")
            << 2 << int(Qt::Key_E) << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::AltModifier)
            << int(ExportChoice::Scope::AllSnapshots) << quint64{0};
        QTest::addRow("one in a slot, which is opened")
            << 4 << int(Qt::Key_X) << one << int(ExportChoice::Scope::Session) << quint64{0};
    }

    void theExportIsSetToWhatWasAskedFor()
    {
        QFETCH(int, row);
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, scope);
        QFETCH(quint64, cursor);
        const Snapshots snapshots;
        snapshots.open(session());
        snapshots.window.snapshots().saveToSlot(QStringLiteral("Before the Pier"));
        QTRY_COMPARE(snapshots.list->model()->rowCount(), 5);
        snapshots.window.cursor().goTo(0);
        snapshots.list->setFocus();
        snapshots.list->setCurrentIndex(snapshots.list->model()->index(row, 0));

        QTest::keyClick(snapshots.list, static_cast<Qt::Key>(key), modifiers);

        QTRY_VERIFY(snapshots.window.exportPanel().isVisible());
        QCOMPARE(int(snapshots.window.exportPanel().choice().scope), scope);
        QCOMPARE(quint64{snapshots.window.cursor().number()}, cursor);
        const bool isFile = scope == int(ExportChoice::Scope::Session);
        QVERIFY(snapshots.harness.waitFor([&](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready &&
                   QByteArray::fromStdString(frame.source.path)
                       .endsWith(isFile ? "save_before-the-pier.json" : "s.ndjson");
        }));
    }

    void twoOfThemAreCompared_data()
    {
        QTest::addColumn<int>("row"); // of the list, beside the first one, at the cursor
        QTest::addColumn<QStringList>("differences");

        QTest::addRow("of the session")
            << 1 << QStringList{QStringLiteral("~ | factions.byId.x.attitude | allied | hostile")};
        QTest::addRow("in a slot") << 4
                                   << QStringList{
                                          QStringLiteral("~ | factions.byId.x.attitude | allied | hostile")};
    }

    void twoOfThemAreCompared()
    {
        QFETCH(int, row);
        QFETCH(QStringList, differences);
        const Snapshots snapshots;
        snapshots.open(session());
        snapshots.window.cursor().goTo(3);
        QVERIFY(snapshots.harness.waitForState());
        snapshots.window.snapshots().saveToSlot(QStringLiteral("The end"));
        QTRY_COMPARE(snapshots.list->model()->rowCount(), 5);
        snapshots.window.cursor().goTo(1);
        snapshots.list->setFocus();
        snapshots.list->setCurrentIndex(snapshots.list->model()->index(row, 0));

        QTest::keyClick(snapshots.list, Qt::Key_D, Qt::ControlModifier);

        const auto *table = snapshots.harness.find<QTableView>(QStringLiteral("Differences"));
        QTRY_COMPARE(shownRows(*table->model()), differences);
        QVERIFY(table->isVisible());
    }

    void onlyTheLastLookIsTold()
    {
        const WindowHarness harness;
        const QString folder = harness.path(QStringLiteral("second"));
        QVERIFY(QDir().mkpath(folder));
        const QString file = harness.write(QStringLiteral("second/a.json"), json("{'factions':{'byId':{}}}"));
        SnapshotScan scan;
        QStringList found;
        connect(&scan, &SnapshotScan::found, this, [&](const SnapshotScan::Found &all) {
            for (const SnapshotEntry &entry : all.entries)
                found << entry.path;
            found << all.problems;
        });
        QSignalSpy told(&scan, &SnapshotScan::found);

        scan.start({{}, {}, {}, harness.path(QStringLiteral("first, which is not there"))});
        scan.start({{}, {}, {}, folder});
        QVERIFY(told.wait());

        QCOMPARE(found, QStringList{file});
    }

    void theModelIsSound()
    {
        SnapshotModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SnapshotEntry entry;
        entry.number = 7;
        SnapshotEntry file;
        file.origin = SnapshotEntry::Origin::Folder;

        model.setEntries({entry, file}, 0, QStringLiteral("there"));

        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(7), 1);
        QCOMPARE(model.rowOf(8), -1);
        QVERIFY(model.entryAt(0) == nullptr);
        QVERIFY(*model.entryAt(3) == file);
    }
};

QTEST_MAIN(tst_SnapshotsView)
#include "tst_SnapshotsView.moc"
