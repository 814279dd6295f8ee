// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/problems/ProblemModel.h"

#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace inspector;

namespace {

/// ' for "
QByteArray session()
{
    return QByteArray("{'type':'event','timestamp':5,'event':'player:moved','payload':{}}\n"
                      "{'type':'marker','timestamp':4,'label':'a'}\n"
                      "{'type':'marker','timestamp':6,'label':'a'}\n"
                      "{'type':'event','timestamp':7,'event':'player:moved','payload':{}}\n")
        .replace('\'', '"');
}

} // namespace

class tst_ProblemsView : public QObject
{
    Q_OBJECT

private:
    class Problems
    {
    public:
        Problems()
            : window(harness.open())
        {
            dock = window.findChild<QDockWidget *>(QStringLiteral("problems"));
            dock->show();
            dock->raise();
            window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            table = harness.find<QTableView>(QStringLiteral("Problems"));
        }

        void click(int row, int column) const
        {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                table->visualRect(table->model()->index(row, column)).center());
        }
        void press(const QString &text) const
        {
            for (QPushButton *button : dock->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == text)
                    return QTest::mouseClick(button, Qt::LeftButton);
            }
            QTest::qFail(qPrintable(QStringLiteral("no button ") + text), __FILE__, __LINE__);
        }
        [[nodiscard]] QStringList rows() const
        {
            QStringList rows;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                rows << table->model()->index(row, 0).data().toString();
            return rows;
        }

        WindowHarness harness;
        MainWindow &window;
        QDockWidget *dock;
        QTableView *table;
    };

private slots:
    void goesToTheFirstAndTheLast()
    {
        const Problems problems;
        QCOMPARE(problems.rows(), (QStringList{QStringLiteral("no slice knows player:moved"),
                                      QStringLiteral("the clock goes back, from 1970-01-01T00:00:00.005Z to "
                                                     "1970-01-01T00:00:00.004Z")}));
        QCOMPARE(problems.dock->windowTitle(), QStringLiteral("Problems 2"));

        problems.click(0, ProblemModel::What);
        QCOMPARE(problems.window.cursor().number(), std::uint64_t{1});
        problems.press(QStringLiteral("Last: #4"));
        QCOMPARE(problems.window.cursor().number(), std::uint64_t{4});
        problems.press(QStringLiteral("First: #1"));
        QCOMPARE(problems.window.cursor().number(), std::uint64_t{1});
        problems.table->setFocus();
        QTest::keyClick(problems.table, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(problems.window.cursor().number(), std::uint64_t{4});
        problems.click(1, ProblemModel::What);
        QCOMPARE(problems.window.cursor().number(), std::uint64_t{2});
        QCOMPARE(problems.harness.find<QLabel>(QStringLiteral("The chosen problem"))->text(),
            problems.rows().constLast());
    }

    void keysChooseToo()
    {
        const Problems problems;
        problems.table->setFocus();
        QTest::keyClick(problems.table, Qt::Key_Down);
        for (int row = 0; row < 2; ++row) {
            QCOMPARE(problems.harness.find<QLabel>(QStringLiteral("The chosen problem"))->text(),
                problems.rows()[problems.table->currentIndex().row()]);
            QTest::keyClick(problems.table, row == 0 ? Qt::Key_Down : Qt::Key_Up);
        }
        // What occurs once more does not take the choice away.
        problems.harness.write(QStringLiteral("s.ndjson"),
            QByteArray("{'type':'event','timestamp':8,'event':'player:moved'}\n").replace('\'', '"'));
        const int chosen = problems.table->currentIndex().row();
        QVERIFY(problems.harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 5; }));
        QCOMPARE(problems.table->currentIndex().row(), chosen);
        QCOMPARE(
            problems.table->model()->index(0, ProblemModel::Last).data().toString(), QStringLiteral("#5"));
    }

    void mutesAKind()
    {
        Problems problems;
        problems.click(0, ProblemModel::What);

        QTest::keyClick(problems.table, Qt::Key_Delete);

        QCOMPARE(problems.rows().size(), 1);
        QCOMPARE(problems.dock->windowTitle(), QStringLiteral("Problems 1"));
        QCOMPARE(Settings().mutedProblems(), QStringList{QStringLiteral("unknown-event")});
        problems.press(QStringLiteral("1 muted problem"));
        QCOMPARE(problems.rows().size(), 2);
        QCOMPARE(Settings().mutedProblems(), QStringList());
    }
};

QTEST_MAIN(tst_ProblemsView)
#include "tst_ProblemsView.moc"
