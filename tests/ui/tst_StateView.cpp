// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/inspector/Sparkline.h"
#include "ui/inspector/StateTree.h"
#include "ui/inspector/StateView.h"
#include "ui/json/JsonTreeModel.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace inspector;

namespace {

/// ' for "
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray reputation(const char *faction, int fame, const char *reason)
{
    return json(
        QByteArray("{'type':'event','timestamp':5,'event':'reputation:changed','payload':{'factionId':'") +
        faction + "','newFame':" + QByteArray::number(fame) + ",'newInfamy':0,'reason':'" + reason + "'}}\n");
}

// What the slices do not know is there too.
QByteArray session()
{
    return reputation("wraith_network", 10, "a job") + reputation("wraith_network", 12, "a word") +
           reputation("vanguard_prime", 80, "the cargo") +
           json("{'type':'event','timestamp':6,'event':'faction:attitude_changed','payload':{'factionId':"
                "'wraith_network','oldAttitude':'neutral','newAttitude':'hostile','cascade':true,'source':"
                "'vanguard_prime'}}\n") +
           reputation("wraith_network", 2, "the harbour") +
           json("{'type':'snapshot','timestamp':7,'snapshot':{'quests':{'cargo':{'stage':'found'}}}}\n");
}

} // namespace

/// The state at the cursor and why it is so, by mouse and keys.
class tst_StateView : public QObject
{
    Q_OBJECT

private:
    class State
    {
    public:
        State()
            : window(harness.open())
        {
            window.workspaces().apply(Workspaces::Kind::Narrative);
            window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            tree = harness.find<StateTree>(QStringLiteral("State at the cursor"));
            view = window.findChild<StateView *>();
            goTo(5);
        }

        void goTo(std::uint64_t number) const
        {
            window.cursor().goTo(number);
            if (!harness.waitForState() || !QTest::qWaitFor([&] { return view->isUpToDate(); }))
                QTest::qFail("no state", __FILE__, __LINE__);
        }
        /// Clicks on a value.
        void choose(const ValuePath &path) const
        {
            const auto &model = static_cast<const JsonTreeModel &>(*tree->model());
            const QModelIndex index = model.indexOf(path);
            tree->scrollTo(index);
            QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
        }
        [[nodiscard]] QString why() const
        {
            return harness.find<QLabel>(QStringLiteral("Why the value is what it is"))->text();
        }

        WindowHarness harness;
        MainWindow &window;
        StateTree *tree;
        StateView *view;
    };

private slots:
    void saysWhy_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("why");
        const QStringList wraith{
            QStringLiteral("factions"), QStringLiteral("byId"), QStringLiteral("wraith_network")};

        QTest::addRow("a cascade")
            << 5 << wraith + QStringList{QStringLiteral("attitude")}
            << "hostile since #4: cascade from Vanguard Prime (fame 80, infamy 0, the cargo)";
        QTest::addRow("an event") << 4 << wraith + QStringList{QStringLiteral("fame")}
                                  << "12 since #2: Wraith: fame 10 → 12 (a word)";
        QTest::addRow("a snapshot") << 6
                                    << QStringList{QStringLiteral("quests"), QStringLiteral("cargo"),
                                           QStringLiteral("stage")}
                                    << "found since #6: the whole state, as the game had it";
        QTest::addRow("nothing") << 5 << QStringList{QStringLiteral("tutorial"), QStringLiteral("totalSteps")}
                                 << "0 from the start";
    }

    void saysWhy()
    {
        QFETCH(int, number);
        QFETCH(QStringList, path);
        QFETCH(QString, why);
        const State state;
        state.goTo(static_cast<std::uint64_t>(number));
        ValuePath parts;
        for (const QString &part : path)
            parts.push_back(part.toStdString());

        state.choose({parts.front()}); // so that what is in it is in sight
        state.view->explain(parts);

        QTRY_COMPARE(state.why(), why);
    }

    void saysWhyTheChosenFactionIsSo()
    {
        const State state;
        state.window.cursor().chooseFaction(QStringLiteral("wraith_network"));
        QTest::keyClick(&state.window, Qt::Key_F4);
        QTRY_COMPARE(state.why(),
            QStringLiteral("hostile since #4: cascade from Vanguard Prime (fame 80, infamy 0, the cargo)"));
        QCOMPARE(state.window.focusWidget(), state.tree);
        QTest::keyClick(state.tree, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(state.view->watched(),
            QStringList{QStringLiteral(R"(["factions","byId","wraith_network","attitude"])")});
    }

    void theChosenRowStaysInSightWhereLessIsSeen()
    {
        const State state;
        state.choose({"factions", "byId", "wraith_network"});
        state.tree->setExpanded(state.tree->currentIndex(), true);
        state.choose({"factions", "byId", "wraith_network", "infamy"});
        const auto isSeen = [&] {
            return state.tree->viewport()->rect().contains(
                state.tree->visualRect(state.tree->currentIndex()));
        };
        QVERIFY(isSeen());
        state.tree->setMaximumHeight(3 * state.tree->visualRect(state.tree->currentIndex()).height());
        QTRY_VERIFY(state.tree->height() == state.tree->maximumHeight());
        QVERIFY(isSeen());
    }

    void goesFromChangeToChange()
    {
        const State state;
        state.choose({"factions", "byId", "wraith_network"});
        state.tree->setExpanded(state.tree->currentIndex(), true);
        state.choose({"factions", "byId", "wraith_network", "fame"});
        state.goTo(4);

        QTest::keyClick(&state.window, Qt::Key_F3);
        QTRY_COMPARE(state.window.cursor().number(), std::uint64_t{2});
        QTest::keyClick(&state.window, Qt::Key_F3);
        QTRY_COMPARE(state.window.cursor().number(), std::uint64_t{1});
        QTest::keyClick(&state.window, Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(state.window.cursor().number(), std::uint64_t{2});
        auto *next = state.window.findChild<StateView *>()->findChildren<QPushButton *>().at(1);
        QTRY_VERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(state.window.cursor().number(), std::uint64_t{5});
        QTRY_VERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(state.window.cursor().number(), std::uint64_t{6}); // which knows no faction
        QTRY_COMPARE(state.why(), QStringLiteral("gone since #6: the whole state, as the game had it"));
        QVERIFY(!next->isEnabled());
        QCOMPARE(state.tree->path(), (ValuePath{"factions", "byId", "wraith_network", "fame"}));
    }

    void whatIsOpenedAndChosenStays()
    {
        const State state;
        state.choose({"factions", "byId", "wraith_network"});
        state.tree->setExpanded(state.tree->currentIndex(), true);
        state.choose({"factions", "byId", "wraith_network", "fame"});
        const QString shown = state.tree->currentIndex().siblingAtColumn(1).data().toString();

        state.view->explain({"factions", "byId", "nobody"});
        QTRY_COMPARE(state.why(), QStringLiteral("never there in this session"));
        state.choose({"factions", "byId", "wraith_network", "fame"});
        state.goTo(0); // where there is no such faction
        QVERIFY(!state.tree->currentIndex().isValid());
        QTRY_COMPARE(state.why(), QStringLiteral("not there yet: comes with #1"));
        state.goTo(5);

        QCOMPARE(state.tree->currentIndex().siblingAtColumn(1).data().toString(), shown);
        QVERIFY(state.tree->isExpanded(state.tree->currentIndex().parent()));
    }

    void findsByKeyValueAndPath_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("path");

        QTest::addRow("key") << "wraith"
                             << "factions.byId.wraith_network";
        QTest::addRow("value") << "hostile"
                               << "factions.byId.wraith_network.attitude";
        QTest::addRow("path") << "vanguard_prime.fame"
                              << "factions.byId.vanguard_prime.fame";
    }

    void findsByKeyValueAndPath()
    {
        QFETCH(QString, words);
        QFETCH(QString, path);
        const State state;

        QTest::keyClicks(state.harness.find<QLineEdit>(QStringLiteral("Search keys, values, paths")), words);

        QCOMPARE(QString::fromStdString(pathText(state.tree->path())), path);
    }

    void watchesValues()
    {
        State state;
        state.choose({"factions", "byId", "wraith_network"});
        state.tree->setExpanded(state.tree->currentIndex(), true);
        state.choose({"factions", "byId", "wraith_network", "fame"});
        QTest::keyClick(state.tree, Qt::Key_D, Qt::ControlModifier);
        auto *list = state.harness.find<QTableView>(QStringLiteral("Watched values"));
        const auto row = [&]() -> QString {
            return list->model()->index(0, 0).data().toString() + QLatin1Char(' ') +
                   list->model()->index(0, 1).data().toString();
        };
        const auto line = [&] { return list->model()->index(0, 2).data(Qt::UserRole).value<Sparkline>(); };

        QCOMPARE(row(), QStringLiteral("wraith_network.fame 2"));
        QTRY_COMPARE(line().points.size(), std::size_t{3});
        state.goTo(1);
        QCOMPARE(row(), QStringLiteral("wraith_network.fame 10"));
        QTRY_COMPARE(line().points.size(), std::size_t{1});
        state.choose({"factions"});
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(state.tree->path(), (ValuePath{"factions", "byId", "wraith_network", "fame"}));
        QCOMPARE(Settings().watchedValues(),
            QStringList{QStringLiteral(R"(["factions","byId","wraith_network","fame"])")});
        state.harness.open(); // the next run
        const auto *again = state.harness.find<QTableView>(QStringLiteral("Watched values"));
        QCOMPARE(again->model()->rowCount(), 1);
    }

    void sparkline()
    {
        const auto change = [](std::uint64_t number, double at, JsonValue value) {
            return ValueHistory::Change{number, at, std::move(value)};
        };
        ValueHistory history;
        QCOMPARE(sparklineOf(history, 10), Sparkline());
        history.changes = {change(1, 0, 10.0), change(2, 5, 20.0), change(3, 10, 15.0)};
        QCOMPARE(sparklineOf(history, 20), (Sparkline{{{0, 0}, {0.25, 1}, {0.5, 0.5}}, true}));
        history.changes = {change(1, 0, 10.0)};
        QCOMPARE(sparklineOf(history, 0), (Sparkline{{{0.5, 0.5}}, true}));
        history.changes = {change(1, 0, "a"), change(2, 10, 3.0)};
        QCOMPARE(sparklineOf(history, 10), (Sparkline{{{0, 0.5}, {1, 0.5}}, false}));
    }
};

QTEST_MAIN(tst_StateView)
#include "tst_StateView.moc"
