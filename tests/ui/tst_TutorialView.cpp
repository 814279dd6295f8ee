// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/TutorialEvent.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/plot/BarPlot.h"
#include "ui/tutorial/StepDurations.h"
#include "ui/tutorial/TutorialView.h"

#include <QLabel>
#include <QProgressBar>
#include <QTabBar>
#include <QTableView>
#include <QWheelEvent>

using namespace inspector;

namespace {

/// A tutorial of two steps, of which the second one is under way.
QByteArray session()
{
    return told(1000, "started", "'totalSteps':2") +
           told(1500, "step_started",
               "'stepId':'walk','stepIndex':0,'totalSteps':2,'title':'Walk',"
               "'description':'Go to the pier','canSkip':true") +
           told(5500, "step_completed", "'stepId':'walk','stepIndex':0,'totalSteps':2") +
           told(6000, "step_started",
               "'stepId':'ask','stepIndex':1,'totalSteps':2,'title':'Ask',"
               "'description':'Ask the ferryman'");
}

/// What may come after it: the step is skipped, another one is not ended, and one more runs.
QByteArray later()
{
    return told(7000, "skipped", "'stepId':'ask'") + told(7500, "step_started", "'stepId':'board'") +
           told(8000, "step_started", "'stepId':'row'") +
           R"({"type":"event","timestamp":10500,"event":"a:b","payload":{}})"
           "\n";
}

class Tutorial
{
public:
    explicit Tutorial(const QByteArray &content = session())
    {
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), content));
        if (!harness.waitUntilRead())
            QTest::qFail("not read", __FILE__, __LINE__);
        auto *tabs = window.tabs().tabBar();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        steps = harness.find<QTableView>(QStringLiteral("Steps"));
    }

    void goTo(std::uint64_t number) const
    {
        window.cursor().goTo(number);
        if (!harness.waitForState())
            QTest::qFail("no state", __FILE__, __LINE__);
    }

    void showDurations() const
    {
        for (QTabBar *tabs : window.tabs().currentWidget()->findChildren<QTabBar *>())
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tabs->count() - 1).center());
    }

    [[nodiscard]] BarPlot &durations() const { return window.tabs().tutorial().durations(); }

    [[nodiscard]] bool says(const QString &text) const
    {
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    WindowHarness harness;
    MainWindow &window = harness.open();
    QTableView *steps = nullptr;
};

} // namespace

class tst_TutorialView : public QObject
{
    Q_OBJECT

private slots:
    void showsHowFarItIs_data()
    {
        QTest::addColumn<quint64>("record");
        QTest::addColumn<QString>("progress");
        QTest::addColumn<int>("bar"); // per mille
        QTest::addColumn<QString>("prompt");

        QTest::addRow("a step is under way")
            << quint64{2} << QStringLiteral("0 of 2 steps done, running, at “walk”") << 0
            << QStringLiteral("Go to the pier");
        QTest::addRow("it is done, and its prompt is the last one")
            << quint64{3} << QStringLiteral("1 of 2 steps done, running") << 500
            << QStringLiteral("Go to the pier");
        QTest::addRow("the next one") << quint64{4} << QStringLiteral("1 of 2 steps done, running, at “ask”")
                                      << 500 << QStringLiteral("Ask the ferryman");
    }

    void showsHowFarItIs()
    {
        QFETCH(quint64, record);
        QFETCH(QString, progress);
        QFETCH(int, bar);
        QFETCH(QString, prompt);
        const Tutorial tutorial;

        tutorial.goTo(record);

        QTRY_VERIFY(tutorial.says(progress));
        QCOMPARE(
            tutorial.harness.find<QProgressBar>(QStringLiteral("Progress of the tutorial"))->value(), bar);
        QVERIFY(tutorial.says(prompt));
    }

    void aStepThatIsClickedIsGoneTo()
    {
        const Tutorial tutorial;
        tutorial.goTo(4);
        QTRY_COMPARE(shownRows(*tutorial.steps->model()),
            (QStringList{QStringLiteral("walk | Walk | 00:00:00.500 | 4.0 s | completed"),
                QStringLiteral("ask | Ask | 00:00:05.000 |  | running")}));

        QTest::mouseClick(tutorial.steps->viewport(), Qt::LeftButton, {},
            tutorial.steps->visualRect(tutorial.steps->model()->index(0, 0)).center());

        QCOMPARE(tutorial.window.cursor().number(), std::uint64_t{2});
    }

    void durationsAreOfWhatIsKnownAtTheCursor_data()
    {
        QTest::addColumn<quint64>("record");
        QTest::addColumn<QStringList>("rows"); // name, ms, length in words, whether it is outlined

        QTest::addRow("no step yet") << quint64{1} << QStringList{};
        QTest::addRow("a step has just begun")
            << quint64{2} << QStringList{QStringLiteral("Walk 0 running, 0 ms 1")};
        QTest::addRow("it is done") << quint64{3} << QStringList{QStringLiteral("Walk 4000 4.0 s 0")};
        QTest::addRow("one skipped, one left, one running")
            << quint64{8}
            << QStringList{QStringLiteral("Walk 4000 4.0 s 0"), QStringLiteral("Ask 1000 skipped, 1.0 s 0"),
                   QStringLiteral("board 500 left, 500 ms 0"), QStringLiteral("row 2500 running, 2.5 s 1")};
    }

    void durationsAreOfWhatIsKnownAtTheCursor()
    {
        QFETCH(quint64, record);
        QFETCH(QStringList, rows);
        const Tutorial tutorial(session() + later());

        QStringList shown;
        const BarContent content = stepDurations(tutorial.window.source().frame(), Theme::dark(), record);
        for (const BarContent::Row &row : content.rows)
            shown << QStringLiteral("%1 %2 %3 %4")
                         .arg(row.name)
                         .arg(row.ms)
                         .arg(row.length)
                         .arg(row.isOutlined);

        QCOMPARE(shown, rows);
    }

    void aBarThatIsClickedLeadsToItsStep()
    {
        const Tutorial tutorial;
        tutorial.goTo(4);
        tutorial.showDurations();
        QTRY_VERIFY(!tutorial.durations().barRect(0).isEmpty());

        QTest::mouseClick(
            tutorial.durations().canvas(), Qt::LeftButton, {}, tutorial.durations().barRect(0).center());

        QCOMPARE(tutorial.window.cursor().number(), std::uint64_t{2});
    }

    void theLongestBarIsAsWideAsTheOthersAreShort()
    {
        const Tutorial tutorial(session() + later());
        tutorial.goTo(8);
        tutorial.showDurations();

        QTRY_VERIFY(!tutorial.durations().barRect(1).isEmpty());
        const auto width = [&](std::size_t row) { return tutorial.durations().barRect(row).width(); };
        QVERIFY2(
            std::abs(width(0) - 4 * width(1)) <= 4, qPrintable(QString::number(width(1)))); // whole pixels
        QVERIFY(width(0) > tutorial.durations().canvas()->width() / 3);
    }

    void ofManyStepsTheNewestAreInSightAndTheWheelLeadsToTheOthers()
    {
        constexpr int steps = 300;
        QByteArray many;
        for (int i = 0; i < steps; ++i) {
            const QByteArray step = "'stepId':'s" + QByteArray::number(i) + "'";
            many += told(2 * i, "step_started", step) + told(2 * i + 1, "step_completed", step);
        }
        const Tutorial tutorial(many);
        tutorial.goTo(std::uint64_t{2} * steps);
        tutorial.showDurations();
        QTRY_VERIFY(!tutorial.durations().barRect(steps - 1).isEmpty());
        QVERIFY(tutorial.durations().barRect(0).isEmpty());
        QWidget *canvas = tutorial.durations().canvas();

        const QPointF middle = canvas->rect().center();
        for (int notch = 0; notch < steps; ++notch) {
            QWheelEvent turn(middle, canvas->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(canvas, &turn);
        }

        QVERIFY(!tutorial.durations().barRect(0).isEmpty());
        QVERIFY(tutorial.durations().barRect(steps - 1).isEmpty());
    }
};

QTEST_MAIN(tst_TutorialView)
#include "tst_TutorialView.moc"
