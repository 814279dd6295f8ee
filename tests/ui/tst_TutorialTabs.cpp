// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/TutorialEvent.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/tutorial/PromptCard.h"
#include "ui/tutorial/TutorialView.h"

#include <QLabel>
#include <QTabBar>
#include <QTableView>

using namespace inspector;

namespace {

/// A prompt with all that one can have, and one with nothing but its text.
QByteArray session()
{
    return told(1000, "started", "'totalSteps':2") +
           told(1500, "step_started",
               "'stepId':'walk','stepIndex':0,'totalSteps':2,'title':'Walk','description':'Go to the pier',"
               "'canSkip':true,'position':{'x':320,'y':48},'highlight':{'id':'pier'},"
               "'controlHint':{'keys':['W','Shift'],'label':'Walk','note':'hold to run'}") +
           told(5500, "step_completed",
               "'stepId':'walk','stepIndex':0,'totalSteps':2,'followUpNarrative':'The pier is busy'") +
           told(6000, "step_started",
               "'stepId':'ask','stepIndex':1,'totalSteps':2,'title':'Ask','description':'Ask the ferryman'") +
           told(7000, "control_hint_updated",
               "'stepId':'ask','controlHint':{'keys':['E'],'label':'Talk','note':''}");
}

class Tutorial
{
public:
    Tutorial()
    {
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
        if (!harness.waitUntilRead())
            QTest::qFail("not read", __FILE__, __LINE__);
        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
    }

    void goTo(std::uint64_t number) const
    {
        window.cursor().goTo(number);
        if (!harness.waitForState())
            QTest::qFail("no state", __FILE__, __LINE__);
    }

    /// The texts of the prompt's card from its top to its end: "[W]" is a key; what is empty or hidden is
    /// left out.
    [[nodiscard]] QStringList card() const
    {
        const auto *card = window.findChild<PromptCard *>();
        QList<QLabel *> labels = card->findChildren<QLabel *>();
        std::sort(labels.begin(), labels.end(), [](const QLabel *a, const QLabel *b) {
            return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
        });
        QStringList texts;
        for (const QLabel *label : labels) {
            const bool isKey = label->property("role") == QStringLiteral("key");
            if (label->isVisible() && !label->text().isEmpty())
                texts << (isKey ? QStringLiteral("[%1]").arg(label->text()) : label->text());
        }
        return texts;
    }

    /// Clicks the tab of the table whose name begins so.
    [[nodiscard]] QTableView *clickTab(const QString &name) const
    {
        for (QTabBar *tabs : window.tabs().currentWidget()->findChildren<QTabBar *>()) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                if (tabs->tabText(tab).startsWith(name))
                    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
            }
        }
        for (QTableView *table : window.tabs().tutorial().findChildren<QTableView *>()) {
            if (table->isVisible() && table->accessibleName().startsWith(name))
                return table;
        }
        QTest::qFail(qPrintable(QStringLiteral("there is no table ") + name), __FILE__, __LINE__);
        return nullptr;
    }

    WindowHarness harness;
    MainWindow &window = harness.open();
};

} // namespace

/// The prompt's card and the lists of the tutorial, by clicks and keys.
class tst_TutorialTabs : public QObject
{
    Q_OBJECT

private slots:
    void theCardShowsAllOfThePrompt_data()
    {
        QTest::addColumn<quint64>("record");
        QTest::addColumn<QStringList>("card");

        QTest::addRow("before the first one")
            << quint64{1}
            << QStringList{QStringLiteral("Prompt"), QStringLiteral("No prompt at the cursor"),
                   QStringLiteral(
                       "While a step of the tutorial is running, what the player is shown stands here.")};
        QTest::addRow("keys, a place, and it can be skipped")
            << quint64{2}
            << QStringList{QStringLiteral("Step 1 of 2 · walk · can be skipped"), QStringLiteral("Walk"),
                   QStringLiteral("Go to the pier"), QStringLiteral("[W]"), QStringLiteral("[Shift]"),
                   QStringLiteral("Walk · hold to run"),
                   QStringLiteral("at x 320, y 48; highlights id pier")};
        QTest::addRow("none of that") << quint64{4}
                                      << QStringList{QStringLiteral("Step 2 of 2 · ask"),
                                             QStringLiteral("Ask"), QStringLiteral("Ask the ferryman")};
        QTest::addRow("keys that were told later")
            << quint64{5}
            << QStringList{QStringLiteral("Step 2 of 2 · ask"), QStringLiteral("Ask"),
                   QStringLiteral("Ask the ferryman"), QStringLiteral("[E]"), QStringLiteral("Talk")};
    }

    void theCardShowsAllOfThePrompt()
    {
        QFETCH(quint64, record);
        QFETCH(QStringList, card);
        const Tutorial tutorial;
        tutorial.goTo(2); // whose keys must not stay

        tutorial.goTo(record);

        QTRY_COMPARE(tutorial.card(), card);
    }

    void returnInTheStepsGoesToTheStep()
    {
        const Tutorial tutorial;
        tutorial.goTo(5);
        QTableView *steps = tutorial.clickTab(QStringLiteral("Steps"));
        QTRY_COMPARE(steps->model()->rowCount(), 2);
        steps->setFocus();
        steps->setCurrentIndex(steps->model()->index(0, 0));

        QTest::keyClick(steps, Qt::Key_Return);
        QCOMPARE(tutorial.window.cursor().number(), std::uint64_t{2});
        tutorial.goTo(5);
        QTRY_COMPARE(steps->model()->rowCount(), 2);
        steps->setCurrentIndex(steps->model()->index(1, 0));
        QTest::keyClick(steps, Qt::Key_Return);
        QCOMPARE(tutorial.window.cursor().number(), std::uint64_t{4});
    }

    void theListsTellWhatWasAndLeadThere_data()
    {
        QTest::addColumn<QString>("tab");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<int>("clicked");
        QTest::addColumn<quint64>("record");

        QTest::addRow("snapshots")
            << QStringLiteral("Snapshots")
            << QStringList{QStringLiteral("00:00:04.500 | step_completed | walk | 1 | Walk"),
                   QStringLiteral("00:00:06.000 | control_hint_updated | ask | 1 | Ask")}
            << 1 << quint64{5};
        QTest::addRow("transcript")
            << QStringLiteral("Transcript")
            << QStringList{QStringLiteral("00:00:00.000 | started |  |  | "),
                   QStringLiteral("00:00:00.500 | step_started | walk | Walk | "),
                   QStringLiteral("00:00:04.500 | step_completed | walk | Walk | The pier is busy"),
                   QStringLiteral("00:00:05.000 | step_started | ask | Ask | ")}
            << 2 << quint64{3};
    }

    void theListsTellWhatWasAndLeadThere()
    {
        QFETCH(QString, tab);
        QFETCH(QStringList, rows);
        QFETCH(int, clicked);
        QFETCH(quint64, record);
        const Tutorial tutorial;
        tutorial.goTo(5);
        QTableView *table = tutorial.clickTab(tab);
        QTRY_COMPARE(shownRows(*table->model()), rows);

        const auto click = [table](int row) {
            const QModelIndex index = table->model()->index(row, 1);
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        };
        click(clicked);

        QCOMPARE(quint64{tutorial.window.cursor().number()}, record);
        tutorial.goTo(1); // at which it was not yet so
        QTRY_VERIFY(table->model()->rowCount() < rows.size());
    }
};

QTEST_MAIN(tst_TutorialTabs)
#include "tst_TutorialTabs.moc"
