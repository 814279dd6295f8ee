// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"
#include "tests/ui/WindowHarness.h"
#include "ui/common/TwoLineDelegate.h"
#include "ui/expect/ExpectDialog.h"
#include "ui/expect/ExpectationsView.h"
#include "ui/inspector/StateTree.h"
#include "ui/inspector/StateView.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace inspector;

namespace {

/// ' for "
QByteArray reputation(const char *faction, int fame, int timestamp)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(timestamp) +
                      ",'event':'reputation:changed','payload':{'factionId':'" + faction +
                      "','newFame':" + QByteArray::number(fame) + "}}\n")
        .replace('\'', '"');
}

QByteArray session()
{
    return reputation("a", 10, 1000) + reputation("a", 12, 2000) + reputation("b", 5, 3000) +
           reputation("a", 2, 4000);
}

} // namespace

/// Expectations written in the window by mouse and keys, and checked there and by the program.
class tst_ExpectationsView : public QObject
{
    Q_OBJECT

private:
    class Expecting
    {
    public:
        Expecting()
            : window(harness.open())
        {
            window.workspaces().apply(Workspaces::Kind::Narrative);
            file = harness.write(QStringLiteral("s.ndjson"), session());
            window.commands().openFile(file);
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            tree = harness.find<StateTree>(QStringLiteral("State at the cursor"));
            view = window.findChild<ExpectationsView *>();
            list = harness.find<QListView>(QStringLiteral("Expectations"));
        }

        void goTo(std::uint64_t number) const
        {
            window.cursor().goTo(number);
            if (!harness.waitForState())
                QTest::qFail("no state", __FILE__, __LINE__);
        }

        /// Chooses "Expect this" on a value by key, fills the dialog in, and accepts it; false where it
        /// cannot.
        bool expect(const ValuePath &path, const std::function<void(ExpectDialog &)> &fill) const
        {
            window.findChild<QDockWidget *>(QStringLiteral("state"))->raise();
            tree->choose(path);
            return answer(fill, [&] { press(tree, Qt::Key_T, Qt::ControlModifier); });
        }

        /// A shortcut is that of the window in front, which the dialog before was.
        void comeToFront() const
        {
            window.activateWindow();
            if (!QTest::qWaitForWindowActive(&window))
                QTest::qFail("the window is not in front", __FILE__, __LINE__);
        }
        void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
        {
            comeToFront();
            widget->setFocus();
            QTest::keyClick(widget, key, modifiers);
        }

        bool answer(const std::function<void(ExpectDialog &)> &fill, const std::function<void()> &ask) const
        {
            bool isAccepted = false;
            harness.whenShown<ExpectDialog>([&](ExpectDialog &dialog) {
                fill(dialog);
                for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
                    isAccepted = isAccepted || (button->isDefault() && button->isEnabled());
                    if (button->isDefault() && button->isEnabled())
                        QTest::mouseClick(button, Qt::LeftButton);
                }
                if (!isAccepted)
                    dialog.reject();
            });
            ask();
            return isAccepted;
        }

        /// "title: second line" of each.
        [[nodiscard]] QStringList rows() const
        {
            QStringList rows;
            for (int row = 0; row < list->model()->rowCount(); ++row) {
                const QModelIndex index = list->model()->index(row, 0);
                rows << index.data().toString() + QStringLiteral(": ") +
                            index.data(TwoLineDelegate::SecondLineRole).toString();
            }
            return rows;
        }
        [[nodiscard]] QString title() const
        {
            return window.findChild<QDockWidget *>(QStringLiteral("expectations"))->windowTitle();
        }

        WindowHarness harness;
        MainWindow &window;
        QString file;
        StateTree *tree = nullptr;
        ExpectationsView *view = nullptr;
        QListView *list = nullptr;
    };

    template <class Field>
    static Field &in(ExpectDialog &dialog, const char *name)
    {
        for (Field *field : dialog.findChildren<Field *>()) {
            if (field->accessibleName() == QString::fromLatin1(name))
                return *field;
        }
        qFatal("no such field");
    }

    template <class Field = QLineEdit>
    static void type(ExpectDialog &dialog, const char *name, const char *text)
    {
        auto &field = in<Field>(dialog, name);
        field.setFocus();
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClicks(&field, QString::fromLatin1(text));
    }

    static void choose(ExpectDialog &dialog, const char *name, const char *text)
    {
        choose(dialog, name, in<QComboBox>(dialog, name).findText(QString::fromLatin1(text)));
    }
    static void choose(ExpectDialog &dialog, const char *name, int place)
    {
        auto &box = in<QComboBox>(dialog, name);
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int i = 0; i < place; ++i)
            QTest::keyClick(&box, Qt::Key_Down);
        QCOMPARE(box.currentIndex(), place);
    }

private slots:
    void whatIsExpectedInTheWindowIsCheckedAlikeByTheProgram()
    {
        const Expecting expecting;
        expecting.goTo(4);
        // As it is offered: the value as it is now, at the end.
        QVERIFY(expecting.expect({"factions", "byId", "a", "fame"}, [](ExpectDialog &) {}));
        QVERIFY(expecting.expect({"factions", "byId", "a", "fame"}, [](ExpectDialog &dialog) {
            choose(dialog, "Operator", "at least");
            type(dialog, "Expected value", "12");
            choose(dialog, "When", 2);
            type(dialog, "Event or record", "#3");
            type(dialog, "Name of the expectation", "Known early");
        }));
        QVERIFY(expecting.expect({"factions", "byId", "b"}, [](ExpectDialog &dialog) {
            choose(dialog, "Operator", "is there");
            choose(dialog, "When", 3);
            type<QDoubleSpinBox>(dialog, "Within", "1500");
            type(dialog, "Event or record", ""); // of the start
        }));
        expecting.goTo(2);
        // In the middle it is offered for that place.
        QVERIFY(expecting.expect({"factions", "byId", "a", "fame"},
            [](ExpectDialog &dialog) { type(dialog, "Expected value", "11"); }));
        const QStringList expected{QStringLiteral("factions.byId.a.fame is 2: met, 2   #4"),
            QStringLiteral("Known early: met, 12   #2"),
            QStringLiteral(
                "factions.byId.b is there within 1500 ms: was not so in time, when it was not there   #2"),
            QStringLiteral("factions.byId.a.fame is 11 at #2: is 12   #2")};
        QTRY_COMPARE(expecting.rows(), expected);
        QCOMPARE(expecting.title(), QStringLiteral("Expectations 2"));

        const QString path = expecting.harness.path(QStringLiteral("e.json"));
        expecting.view->saveFile(path);
        const ProgramRun run = runProgram(
            QStringLiteral(INSPECTOR_PROGRAM), {QStringLiteral("--expect"), path, QStringLiteral("--format"),
                                                   QStringLiteral("json"), expecting.file});
        QCOMPARE(run.exitCode, 1);
        const JsonValue report = json(run.out.toStdString());
        const JsonArray &inputs = *(*report.asObject())["inputs"].asArray();
        QStringList told;
        for (const JsonValue &each : *(*inputs.front().asObject())["expectations"].asArray()) {
            const JsonObject &result = *each.asObject();
            const bool isMet = *result["met"].asBool();
            told << QString::fromStdString(
                *result["title"].asString() + ": " +
                (isMet ? "met, " + shown(result["actual"]).toStdString() : *result["reason"].asString()) +
                "   #" + shown(result["record"]).toStdString());
        }
        QCOMPARE(told, expected);
    }

    void isExpectedByTheMenuOfAValue()
    {
        const Expecting expecting;
        expecting.goTo(4);
        expecting.window.findChild<QDockWidget *>(QStringLiteral("state"))->raise();
        expecting.tree->choose({"factions", "byId", "a", "fame"});
        const QRect value = expecting.tree->visualRect(expecting.tree->currentIndex());

        QVERIFY(expecting.answer([](ExpectDialog &) {},
            [&] {
                expecting.harness.chooseFromMenu(
                    *expecting.tree->viewport(), value.center(), QStringLiteral("Expect this…"));
            }));

        QTRY_COMPARE(expecting.rows(), QStringList{QStringLiteral("factions.byId.a.fame is 2: met, 2   #4")});
    }

    void theDialogSaysWhatIsWrong()
    {
        const Expecting expecting;
        expecting.goTo(4);
        QString meaning;
        const auto isAccepted = [&](const std::function<void(ExpectDialog &)> &fill) {
            return expecting.expect({"factions", "byId", "a", "fame"}, [&](ExpectDialog &dialog) {
                fill(dialog);
                meaning = in<QLabel>(dialog, "What it means").text();
            });
        };
        QVERIFY(!isAccepted([](ExpectDialog &dialog) {
            choose(dialog, "Operator", "less than");
            type(dialog, "Expected value", "many");
        }));
        QCOMPARE(meaning, QStringLiteral("The value must be a number with lessThan"));
        QVERIFY(!isAccepted([](ExpectDialog &dialog) { type(dialog, "Path of the value", "a..b"); }));
        QVERIFY2(meaning.contains(QStringLiteral("a..b")), qPrintable(meaning));
        QVERIFY(!isAccepted([](ExpectDialog &dialog) {
            choose(dialog, "When", 1);
            type(dialog, "Event or record", "0");
        }));
        QVERIFY2(meaning.contains(QStringLiteral("neither a record number")), qPrintable(meaning));
        QCOMPARE(expecting.rows(), QStringList());
    }

    void isChangedAndRemovedAndGoneTo()
    {
        const Expecting expecting;
        expecting.goTo(4);
        const QString path = expecting.harness.path(QStringLiteral("e.json"));
        QVERIFY(expecting.expect({"factions", "byId", "a", "fame"}, [](ExpectDialog &) {}));
        expecting.view->saveFile(path);
        QVERIFY(expecting.answer([](ExpectDialog &dialog) { type(dialog, "Expected value", "3"); },
            [&] { expecting.press(expecting.list, Qt::Key_F2); }));
        QTRY_COMPARE(expecting.rows(), QStringList{QStringLiteral("factions.byId.a.fame is 3: is 2   #4")});
        QVERIFY(filesOf(QFileInfo(path).path()).value(QStringLiteral("e.json")).contains("\"value\": 3"));
        expecting.goTo(1);
        expecting.press(expecting.list, Qt::Key_Return);
        QCOMPARE(expecting.window.cursor().number(), std::uint64_t{4});
        expecting.press(expecting.list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("telemetry-inspector --expect %1 %2").arg(path, expecting.file));
        expecting.press(expecting.list, Qt::Key_Delete);
        QCOMPARE(expecting.rows(), QStringList());
        QVERIFY(
            filesOf(QFileInfo(path).path()).value(QStringLiteral("e.json")).contains("\"expectations\": []"));
    }

    void aFileIsTakenAndRemembered()
    {
        Expecting expecting;
        const QString path = expecting.harness.write(QStringLiteral("e.json"),
            "{\"schema\":\"telemetry-expectations/1\",\"expectations\":[{\"path\":\"factions.byId.b.fame\","
            "\"operator\":\"equals\",\"value\":5}]}");
        expecting.view->openFile(path);
        QSignalSpy problem(expecting.view, &ExpectationsView::problem);
        expecting.view->openFile(expecting.harness.path(QStringLiteral("nowhere.json")));
        QVERIFY(problem.last().front().toString().contains(QStringLiteral("nowhere.json")));
        const QString row = QStringLiteral("factions.byId.b.fame is 5: not checked");
        QCOMPARE(expecting.rows(), QStringList{row}); // those that are there stay
        expecting.harness.close();
        MainWindow &again = expecting.harness.open();
        auto *dock = again.findChild<QDockWidget *>(QStringLiteral("expectations"));
        dock->show();
        dock->raise(); // it is read when somebody looks
        QTRY_COMPARE(again.findChild<ExpectationsView *>()->findChild<QListView *>()->model()->rowCount(), 1);
    }

    void aSessionThatGrowsIsCheckedAgain()
    {
        const Expecting expecting;
        expecting.goTo(4);
        QVERIFY(expecting.expect({"factions", "byId", "a", "fame"}, [](ExpectDialog &) {}));
        QTRY_COMPARE(expecting.rows(), QStringList{QStringLiteral("factions.byId.a.fame is 2: met, 2   #4")});
        expecting.harness.write(QStringLiteral("s.ndjson"), reputation("a", 50, 5000));
        QTRY_COMPARE(expecting.rows(), QStringList{QStringLiteral("factions.byId.a.fame is 2: is 50   #5")});
        QCOMPARE(expecting.title(), QStringLiteral("Expectations 1"));
    }
};

QTEST_MAIN(tst_ExpectationsView)
#include "tst_ExpectationsView.moc"
