// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/JsonDiff.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "tests/support/Program.h"
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/compare/CompareView.h"
#include "ui/plot/LanePlot.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace inspector;

namespace {

QByteArray reputation(const char *faction, int timestamp, int fame)
{
    return QByteArray("{'type':'event','event':'reputation:changed','timestamp':" +
                      QByteArray::number(timestamp) + ",'payload':{'factionId':'" + faction +
                      "','newFame':" + QByteArray::number(fame) + ",'newInfamy':0,'deltaFame':1}}\n")
        .replace('\'', '"');
}

QByteArray moved(int timestamp)
{
    return QByteArray("{'type':'event','event':'player:moved','timestamp':" + QByteArray::number(timestamp) +
                      ",'payload':{}}\n")
        .replace('\'', '"');
}

QByteArray baseSession()
{
    return reputation("a", 1000, 10) + reputation("b", 2000, 5) + moved(3000) + reputation("a", 4000, 20);
}

/// The same with one event more in the middle, and another end.
QByteArray headSession()
{
    return reputation("a", 1000, 10) + moved(1500) + moved(1600) + reputation("b", 2500, 5) + moved(3000) +
           reputation("a", 4000, 35);
}

WorldState stateAt(const QByteArray &session, std::uint64_t number)
{
    const SessionInput input = SessionInput::fromText("x", session.toStdString());
    SessionReader reader(input.device(), {});
    SessionReplay replay;
    SessionRecord record;
    while (record.number < number && reader.next(record).value_or(false))
        replay.apply(record, reader.report());
    return replay.store().state();
}

} // namespace

/// Two sessions side by side, by mouse and keys.
class tst_CompareView : public QObject
{
    Q_OBJECT

private:
    class Comparison
    {
    public:
        explicit Comparison(const QByteArray &base = baseSession(), const QByteArray &head = headSession())
            : window(harness.open())
            , view(window.tabs().compare())
            , basePath(harness.write(QStringLiteral("base.ndjson"), base))
        {
            window.commands().openFile(harness.write(QStringLiteral("head.ndjson"), head));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            chooseByKeys(basePath);
            verdict = harness.find<QTableView>(QStringLiteral("What differs, the greatest first"));
            states = harness.find<QTableView>(QStringLiteral("Differences of the states at the cursor"));
        }

        void chooseByKeys(const QString &path) const
        {
            WindowHarness::whenShown<QFileDialog>([path](QFileDialog &dialog) {
                dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
                static_cast<QDialog &>(dialog).accept();
            });
            window.activateWindow(); // a dialog was in front
            if (!QTest::qWaitForWindowActive(&window))
                QTest::qFail("not in front", __FILE__, __LINE__);
            QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        }
        [[nodiscard]] bool waitForComparison() const
        {
            return waitUntil([this] { return view.comparer().comparison() != nullptr; });
        }
        [[nodiscard]] bool waitForStates(std::uint64_t head) const
        {
            return harness.waitForState() && waitUntil([&] { return view.comparer().states().head == head; });
        }
        static bool waitUntil(const std::function<bool()> &isIt)
        {
            constexpr int patience = 60'000; // ms; only a hang gets there
            return QTest::qWaitFor(isIt, patience);
        }
        void align(const QString &by) const
        {
            auto *choices = harness.find<QComboBox>(QStringLiteral("What the two are aligned by"));
            const int row = choices->findText(by);
            if (row < 0)
                QTest::qFail(qPrintable(QStringLiteral("no choice ") + by), __FILE__, __LINE__);
            choices->setFocus();
            while (choices->currentIndex() != row)
                QTest::keyClick(choices, choices->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
        }

        WindowHarness harness;
        MainWindow &window;
        CompareView &view;
        QString basePath;
        QTableView *verdict = nullptr, *states = nullptr;
    };

private slots:
    void theVerdictIsThatOfTheProgram()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());

        QCOMPARE(shownRows(*comparison.verdict->model()),
            (QStringList{QStringLiteral("player:moved | 1 | 3 | +2"),
                QStringLiteral("a ends with fame | 20 | 35 | +15")}));
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--diff"), comparison.basePath,
                comparison.harness.path(QStringLiteral("head.ndjson")), QStringLiteral("--align"),
                QStringLiteral("events"), QStringLiteral("--format"), QStringLiteral("md")});
        QByteArray told = run.out;
        const QByteArray folder = comparison.harness.path(QString()).toUtf8();
        QByteArray own = comparison.view.report(ReportFormat::Markdown).toUtf8();
        QCOMPARE(own.replace(folder, ""), told.replace(folder, ""));
    }

    void aRowIsGoneTo()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        const QModelIndex fame = comparison.verdict->model()->index(0, 0);
        QTest::mouseClick(comparison.verdict->viewport(), Qt::LeftButton, {},
            comparison.verdict->visualRect(fame).center());

        QCOMPARE(comparison.window.cursor().number(), 2U);
    }

    void theyPartWhereRecordsAreNotTheSame_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QString>("by");
        QTest::addColumn<quint64>("parting");
        const QString events = QStringLiteral("Aligned by what happens");
        const QString number = QStringLiteral("Aligned by number");
        const QString first = QStringLiteral("Aligned by the first player:moved");
        QTest::addRow("only the head has one") << baseSession() << events << quint64{2};
        QTest::addRow("another value") << headSession().replace("35", "36") << events << quint64{6};
        QTest::addRow("another value, by number")
            << headSession().replace("35", "36") << number << quint64{6};
        QTest::addRow("another value, by the first of a name")
            << headSession().replace("35", "36") << first << quint64{6};
    }

    void theyPartWhereRecordsAreNotTheSame()
    {
        QFETCH(QByteArray, base);
        QFETCH(QString, by);
        QFETCH(quint64, parting);
        const Comparison comparison(base);
        QVERIFY(comparison.waitForComparison());
        comparison.align(by);
        const QString text = QStringLiteral("They part at #%1").arg(parting);
        QPushButton *link = nullptr;
        QVERIFY(Comparison::waitUntil([&] {
            link = nullptr;
            for (QPushButton *button : comparison.view.findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == text)
                    link = button;
            }
            return comparison.view.comparer().comparison() != nullptr && link != nullptr;
        }));
        QTest::mouseClick(link, Qt::LeftButton);

        QCOMPARE(comparison.window.cursor().number(), parting);
    }

    void theSameHaveNoPlaceToPart()
    {
        const Comparison comparison(headSession());
        QVERIFY(comparison.waitForComparison());
        for (QPushButton *button : comparison.view.findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || !button->text().startsWith(QStringLiteral("They part")));
    }

    void aClickOnTheLanesMovesTheOneCursor()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        comparison.window.cursor().goTo(1);
        QVERIFY(comparison.waitForStates(1));
        const QWidget *canvas = comparison.view.canvas();
        // The lanes are the whole session, 3000 ms from record #1 on; record #4 is at 1500 ms, #5 at 2000.
        const int lines = canvas->width() - LanePlot::headWidth() - LanePlot::rightMargin();
        const QPoint place(LanePlot::headWidth() + lines * 1700 / 3000, canvas->height() / 2);
        QTest::mouseClick(comparison.view.canvas(), Qt::LeftButton, {}, place);

        QCOMPARE(comparison.window.cursor().number(), 4U);
        QVERIFY(comparison.waitForStates(4));
        QCOMPARE(comparison.view.comparer().states().base, 2U);
    }

    void theyPartWhereOnlyTheBaseHasARecord()
    {
        const Comparison comparison(headSession(), baseSession());
        QVERIFY(comparison.waitForComparison());

        QCOMPARE(comparison.view.comparer().comparison()->parting->base, std::optional<std::uint64_t>(2));
        QCOMPARE(comparison.view.comparer().comparison()->partingInHead(), 1U);
    }

    void statesAreComparedAtTheSamePlace_data()
    {
        QTest::addColumn<quint64>("head");
        QTest::addColumn<quint64>("base");

        QTest::addRow("the start") << quint64{0} << quint64{0};
        QTest::addRow("in common") << quint64{1} << quint64{1};
        QTest::addRow("only in the head") << quint64{3} << quint64{1};
        QTest::addRow("behind it") << quint64{4} << quint64{2};
        QTest::addRow("the end") << quint64{6} << quint64{4};
    }

    void statesAreComparedAtTheSamePlace()
    {
        QFETCH(quint64, head);
        QFETCH(quint64, base);
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        comparison.window.cursor().goTo(head);
        QVERIFY(comparison.waitForStates(head));

        const SessionComparer::StateDiff &diff = comparison.view.comparer().states();
        QCOMPARE(diff.base, base);
        const JsonChanges expected = diffJson(snapshotJson(stateAt(baseSession(), base)),
            snapshotJson(stateAt(headSession(), head)), PathPatterns::times());
        QVERIFY(diff.changes == expected);
        QCOMPARE(comparison.states->model()->rowCount(), static_cast<int>(expected.size()));
    }

    void isAlignedOtherwise()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        comparison.align(QStringLiteral("Aligned by number"));
        QVERIFY(Comparison::waitUntil([&] {
            const auto &now = comparison.view.comparer().comparison();
            return now != nullptr && now->choice.by == SessionAlignment::Choice::By::Number;
        }));
        comparison.window.cursor().goTo(3);
        QVERIFY(comparison.waitForStates(3));

        QCOMPARE(comparison.view.comparer().states().base, 3U);
    }

    void nothingToAlignByIsSaid()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        comparison.align(QStringLiteral("Aligned by marker"));
        QVERIFY(Comparison::waitUntil([&] { return comparison.view.comparer().error().has_value(); }));

        QCOMPARE(comparison.view.comparer().error()->code, std::string("nothing_to_align"));
        QVERIFY(!comparison.verdict->isVisible());
        comparison.align(QStringLiteral("Aligned by what happens"));
        QVERIFY(comparison.waitForComparison());
        QVERIFY(comparison.verdict->isVisible());
    }

    void ownMarkersAreAlignedBy()
    {
        const Comparison comparison(
            baseSession() + R"({"type":"marker","timestamp":5000,"label":"Marker 1"})" + '\n');
        QVERIFY(comparison.waitForComparison());
        comparison.align(QStringLiteral("Aligned by marker"));
        QVERIFY(Comparison::waitUntil([&] { return comparison.view.comparer().error().has_value(); }));

        comparison.window.cursor().goTo(3);
        comparison.window.activateWindow(); // a dialog was in front
        QVERIFY(QTest::qWaitForWindowActive(&comparison.window));
        QTest::keyClick(&comparison.window, Qt::Key_M, Qt::ControlModifier);
        QTest::keyClick(
            comparison.harness.find<QLineEdit>(QStringLiteral("Name of the marker")), Qt::Key_Return);

        QVERIFY(comparison.waitForComparison());
        QVERIFY(!comparison.view.comparer().error());
        QVERIFY(comparison.waitForStates(3));
        QCOMPARE(comparison.view.comparer().states().base, 5U); // where the marker is
    }

    void aFileThatIsNoSessionIsSaid()
    {
        const Comparison comparison("no session\n");
        QVERIFY(Comparison::waitUntil([&] { return comparison.view.comparer().error().has_value(); }));

        QVERIFY(!comparison.verdict->isVisible());
        QVERIFY(comparison.view.report(ReportFormat::Markdown).isEmpty());
        comparison.align(QStringLiteral("Aligned by number"));
        QVERIFY(comparison.view.comparer().error().has_value());
        comparison.align(QStringLiteral("Aligned by what happens"));
        comparison.chooseByKeys(comparison.harness.path(QStringLiteral("head.ndjson")));
        QVERIFY(comparison.waitForComparison());
        QVERIFY(comparison.view.comparer().comparison()->isSame());
        QCOMPARE(comparison.verdict->model()->rowCount(), 0);
    }

    void aHeadThatGrowsIsComparedAgain()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        QFile file(comparison.harness.path(QStringLiteral("head.ndjson")));
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        const QByteArray more = reputation("a", 5000, 20);
        QCOMPARE(file.write(more), more.size());

        QVERIFY(Comparison::waitUntil([&] {
            const auto &now = comparison.view.comparer().comparison();
            return now != nullptr && now->head->size() == 7;
        }));
        QCOMPARE(
            shownRows(*comparison.verdict->model()), (QStringList{QStringLiteral("player:moved | 1 | 3 | +2"),
                                                         QStringLiteral("reputation:changed | 3 | 4 | +1")}));
    }

    void anotherHeadIsComparedWithTheSameBase()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        comparison.window.commands().openFile(
            comparison.harness.write(QStringLiteral("other.ndjson"), baseSession()));

        QVERIFY(Comparison::waitUntil([&] {
            const auto &now = comparison.view.comparer().comparison();
            return now != nullptr && now->head->size() == 4;
        }));
        QVERIFY(comparison.view.comparer().comparison()->isSame());
    }

    void isSavedAsMarkdown()
    {
        const Comparison comparison;
        QVERIFY(comparison.waitForComparison());
        const QString path = comparison.harness.path(QStringLiteral("diff.md"));
        WindowHarness::whenShown<QFileDialog>([path](QFileDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
            static_cast<QDialog &>(dialog).accept();
        });
        for (QToolButton *button : comparison.view.findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Save…"))
                QTest::mouseClick(button, Qt::LeftButton);
        }

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), comparison.view.report(ReportFormat::Markdown));
    }
};

QTEST_MAIN(tst_CompareView)
#include "tst_CompareView.moc"
