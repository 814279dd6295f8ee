// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"

#include <QLabel>
#include <QProgressBar>
#include <QTabBar>
#include <QTableView>

using namespace inspector;

namespace {

/// A tutorial of two steps, of which the second one is under way; ' for "
QByteArray session()
{
    const auto event = [](int at, const char *name, const char *payload) -> QByteArray {
        return QByteArray("{'type':'event','timestamp':" + QByteArray::number(at) +
                          ",'event':'tutorial:" + name + "','payload':{" + payload + "}}\n");
    };
    return QByteArray(event(1000, "started", "'totalSteps':2") +
                      event(1500, "step_started",
                          "'stepId':'walk','stepIndex':0,'totalSteps':2,'title':'Walk',"
                          "'description':'Go to the pier','canSkip':true") +
                      event(5500, "step_completed", "'stepId':'walk','stepIndex':0,'totalSteps':2") +
                      event(6000, "step_started",
                          "'stepId':'ask','stepIndex':1,'totalSteps':2,'title':'Ask',"
                          "'description':'Ask the ferryman'"))
        .replace('\'', '"');
}

class Tutorial
{
public:
    Tutorial()
    {
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
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
};

QTEST_MAIN(tst_TutorialView)
#include "tst_TutorialView.moc"
