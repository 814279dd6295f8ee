// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/diff/DiffView.h"
#include "ui/diff/EndState.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QThreadPool>

using namespace inspector;

namespace {

/// ' for "
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray reputation(const char *faction, int fame)
{
    return json(
        QByteArray("{'type':'event','timestamp':5,'event':'reputation:changed','payload':{'factionId':'") +
        faction + "','newFame':" + QByteArray::number(fame) + ",'newInfamy':0,'deltaFame':1}}\n");
}

QByteArray session()
{
    return reputation("a", 1) + reputation("a", 2) +
           json("{'type':'marker','timestamp':6,'label':'The quay'}\n") + reputation("b", 3);
}

} // namespace

/// Two states against each other, by mouse and keys.
class tst_DiffView : public QObject
{
    Q_OBJECT

private:
    class Difference
    {
    public:
        Difference()
            : window(harness.open())
        {
            auto *dock = window.findChild<QDockWidget *>(QStringLiteral("difference"));
            dock->show();
            dock->raise();
            window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            view = window.findChild<DiffView *>();
            table = harness.find<QTableView>(QStringLiteral("Differences"));
            bases = harness.find<QComboBox>(QStringLiteral("What the state is compared with"));
            goTo(2);
        }

        void goTo(std::uint64_t number) const
        {
            window.cursor().goTo(number);
            if (!harness.waitForState())
                QTest::qFail("no state", __FILE__, __LINE__);
        }
        /// As by its keys.
        void choose(const QString &base) const
        {
            const int row = bases->findText(base);
            if (row < 0)
                QTest::qFail(qPrintable(QStringLiteral("no base ") + base), __FILE__, __LINE__);
            bases->setFocus();
            while (bases->currentIndex() != row)
                QTest::keyClick(bases, bases->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
        }
        /// "path: was, is" of each row.
        [[nodiscard]] QStringList rows() const
        {
            QStringList rows;
            const QAbstractItemModel &model = *table->model();
            for (int row = 0; row < model.rowCount(); ++row) {
                rows << QStringLiteral("%1 %2: %3, %4")
                            .arg(model.index(row, 0).data().toString(), model.index(row, 1).data().toString(),
                                model.index(row, 2).data().toString(), model.index(row, 3).data().toString());
            }
            return rows;
        }
        [[nodiscard]] QString verdict() const
        {
            return harness.find<QLabel>(QStringLiteral("How many differences there are"))->text();
        }

        WindowHarness harness;
        MainWindow &window;
        DiffView *view;
        QTableView *table;
        QComboBox *bases;
    };

    static QStringList fameOfA() { return {QStringLiteral("~ factions.byId.a.fame: 1, 2")}; }
    static QStringList factionB() { return {QStringLiteral("+ factions.byId.b: , {12}")}; }

private slots:
    void comparesWithThePreviousEvent()
    {
        const Difference difference;
        QTRY_COMPARE(difference.rows(), fameOfA());
        QCOMPARE(difference.verdict(), QStringLiteral("1 difference"));
        difference.goTo(3);
        QTRY_COMPARE(difference.verdict(), QStringLiteral("No difference."));
        difference.goTo(4);
        QTRY_COMPARE(difference.rows(), factionB());
    }

    void comparesWithAMarker()
    {
        const Difference difference;
        difference.choose(QStringLiteral("The quay (#3)"));
        difference.goTo(4);
        QTRY_COMPARE(difference.rows(), factionB());
        difference.goTo(1);
        QTRY_COMPARE(difference.rows(), QStringList{QStringLiteral("~ factions.byId.a.fame: 2, 1")});
    }

    void aMarkerThatWasRemovedStaysTheBase()
    {
        const Difference difference;
        QTest::keyClick(&difference.window, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(
            difference.harness.find<QLineEdit>(QStringLiteral("Name of the marker")), Qt::Key_Return);
        difference.choose(QStringLiteral("Marker 1 (#2)"));
        difference.goTo(4);
        QTRY_COMPARE(difference.rows(), factionB());
        auto *markers = difference.harness.find<QTableView>(QStringLiteral("Markers"));
        markers->setFocus();
        markers->setCurrentIndex(markers->model()->index(0, 0));
        QTest::keyClick(markers, Qt::Key_Delete);
        QCOMPARE(difference.bases->currentText(), QStringLiteral("Marker 1 (#2)"));
    }

    void comparesWithTheStart()
    {
        const Difference difference;
        difference.choose(QStringLiteral("the start (#0)"));
        QTRY_COMPARE(difference.rows(), QStringList{QStringLiteral("+ factions.byId.a: , {12}")});
    }

    void comparesWithAFile()
    {
        const Difference difference;
        difference.view->compareWithFile(
            difference.harness.write(QStringLiteral("other.ndjson"), reputation("a", 7)));
        QTRY_COMPARE(difference.rows(), QStringList{QStringLiteral("~ factions.byId.a.fame: 7, 2")});

        difference.view->compareWithFile(difference.harness.path(QStringLiteral("nowhere.ndjson")));
        QTRY_VERIFY(difference.verdict().contains(QStringLiteral("does not exist")));
        QCOMPARE(difference.rows(), QStringList());
        QCOMPARE(difference.bases->currentText(), QStringLiteral("nowhere.ndjson"));
    }

    void passesOver()
    {
        const Difference difference;
        auto *ignored = difference.harness.find<QLineEdit>(QStringLiteral("What is passed over"));
        QTest::keyClicks(ignored, QStringLiteral(",factions.byId.*.fame"));
        QTRY_COMPARE(difference.verdict(), QStringLiteral("No difference."));
        QTest::keyClicks(ignored, QStringLiteral(",a..b"));
        QTRY_VERIFY(difference.verdict().contains(QStringLiteral("a..b")));
    }

    void copies()
    {
        const Difference difference;
        QTRY_COMPARE(difference.rows(), fameOfA());
        const QClipboard *clipboard = QGuiApplication::clipboard();
        difference.table->setFocus();
        QTest::keyClick(difference.table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(clipboard->text().simplified(),
            QString::fromUtf8(json("[ { 'op': 'replace', 'path': '/factions/byId/a/fame', 'value': 2 } ]")));
        QTest::keyClick(difference.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard->text(),
            QStringLiteral("# 1 difference\n\n|  | file | records | remarks |\n| --- | --- | --- | --- |\n"
                           "| base | s.ndjson at #1 | 1 |  |\n| head | s.ndjson at #2 | 2 |  |\n\n"
                           "|  | path | base | head |\n| --- | --- | --- | --- |\n"
                           "| changed | factions.byId.a.fame | 1 | 2 |\n"));
    }

    void asksWhy()
    {
        const Difference difference;
        QTRY_COMPARE(difference.rows(), fameOfA());
        QTest::mouseClick(difference.table->viewport(), Qt::LeftButton, {},
            difference.table->visualRect(difference.table->model()->index(0, 0)).center());
        QTest::keyClick(difference.table, Qt::Key_Return);
        const auto *why = difference.harness.find<QLabel>(QStringLiteral("Why the value is what it is"));
        QTRY_COMPARE(why->text(), QStringLiteral("2 since #2: a: fame 1 → 2"));
    }

    void aReadingThatIsNotWantedAnyMoreIsDropped()
    {
        const WindowHarness harness;
        const QString first = harness.write(QStringLiteral("1.ndjson"), session());
        const QString second = harness.write(QStringLiteral("2.ndjson"), reputation("c", 3));
        EndState ends;
        QStringList found;
        connect(&ends, &EndState::found, this, [&](const QString &path) { found << path; });
        ends.read(first);
        ends.read(second);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(found, QStringList{second});
    }
};

QTEST_MAIN(tst_DiffView)
#include "tst_DiffView.moc"
