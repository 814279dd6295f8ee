// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "core/diff/JsonDiff.h"
#include "tests/ui/WindowHarness.h"
#include "ui/common/AttitudeWords.h"
#include "ui/common/DiffModel.h"
#include "ui/common/TextTableModel.h"
#include "ui/events/EventModel.h"
#include "ui/expect/ExpectationModel.h"
#include "ui/factions/FactionModel.h"
#include "ui/inspector/WatchModel.h"
#include "ui/json/JsonTreeModel.h"
#include "ui/problems/ProblemModel.h"

#include <QAbstractItemModelTester>

using namespace inspector;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// The rows of a model as text, cells apart by " | ".
QStringList shown(const QAbstractItemModel &model, const QModelIndex &parent = {}, const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        lines << indent + cells.join(QStringLiteral(" | "));
        lines << shown(model, model.index(row, 0, parent), indent + QStringLiteral("  "));
    }
    return lines;
}

WorldState stateAfter(const QByteArray &events)
{
    WorldState state;
    EventBus bus;
    WorldStateStore store(bus);
    for (const QByteArray &line : events.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank < 0)
            continue;
        const std::string payload = QByteArray(line.mid(blank)).replace('\'', '"').toStdString();
        bus.emitEvent({line.left(blank).toStdString(), 2000, JsonReader().read(payload, false)->toValue()});
    }
    return store.snapshot();
}

} // namespace

class tst_Models : public QObject
{
    Q_OBJECT

private slots:
    void factions()
    {
        FactionModel model(FactionCatalogue::builtIn());
        const QAbstractItemModelTester factionModelTester(&model, Mode::QtTest);
        QCOMPARE(model.rowCount(), 0);

        const WorldState state =
            stateAfter("reputation:changed {'factionId':'cipher_collective','newFame':30,'newInfamy':5,"
                       "'reason':'mission'}\n"
                       "faction:attitude_changed {'factionId':'civilian','newAttitude':'hostile',"
                       "'oldAttitude':'neutral','cascade':true,'sourceFactionName':'Police'}");
        model.setState(state, 1000);

        QCOMPARE(shown(model),
            (QStringList{QStringLiteral("Vanguard Prime | no data yet |  |  |  |  |  | "),
                QStringLiteral("The Luminari Syndicate | no data yet |  |  |  |  |  | "),
                QStringLiteral("The Cipher Collective | – neutral | 30 | 5 | 00:00:01.000 | mission | 0 | "),
                QStringLiteral("The Wraith Network | no data yet |  |  |  |  |  | "),
                QStringLiteral("The Memory Keepers | no data yet |  |  |  |  |  | "),
                QStringLiteral("civilian | ▼ hostile | 0 | 0 | 00:00:01.000 |  | 1 | Police")}));
        QCOMPARE(model.index(5, 0).data(FactionModel::HistoryRole).toStringList(),
            QStringList{QStringLiteral("00:00:01.000  neutral → hostile, cascade from Police")});
        QCOMPARE(model.rowOf(QStringLiteral("civilian")), 5);
        model.setState(state, 1000, {"civilian"});
        QCOMPARE(shown(model).last(),
            QStringLiteral("civilian | ▼ hostile | not told | not told | 00:00:01.000 |  | 1 | Police"));
        QCOMPARE(model.index(5, 0).data(Qt::ToolTipRole).toString().section(QLatin1Char('\n'), 0, 0),
            QStringLiteral("No event told fame and infamy yet"));
        QCOMPARE(model.idAt(2), QStringLiteral("cipher_collective"));
        model.setState({}, 1000);
        QCOMPARE(model.rowCount(), 0);
    }

    void nextAttitudes_data()
    {
        QTest::addColumn<double>("fame");
        QTest::addColumn<double>("infamy");
        QTest::addColumn<QString>("expected"); // of Vanguard Prime

        QTest::addRow("neutral") << 48.0 << 10.0
                                 << QStringLiteral(
                                        "to friendly: 2 more fame; leaves neutral below 20 fame or above 20 "
                                        "infamy");
        QTest::addRow("hostile") << 5.0 << 40.0
                                 << QStringLiteral("to unfriendly: 5 more fame, 10 less infamy");
        QTest::addRow("allied") << 90.0 << 0.0
                                << QStringLiteral("leaves allied below 80 fame or above 0 infamy");
    }

    void nextAttitudes()
    {
        QFETCH(double, fame);
        QFETCH(double, infamy);
        QFETCH(QString, expected);

        QCOMPARE(inspector::nextAttitudes(FactionCatalogue::builtIn().find("vanguard_prime"), fame, infamy),
            expected);
    }

    void nextAttitudesSayWhereTheRuleSaysAnother()
    {
        const Faction *faction = FactionCatalogue::builtIn().find("vanguard_prime");
        FactionRecord record;
        record.fame = 5;
        record.infamy = 40;
        record.attitude = "hostile";
        const QString next = QStringLiteral("to unfriendly: 5 more fame, 10 less infamy");
        QCOMPARE(inspector::nextAttitudes(faction, record), next);
        record.attitude = "friendly";
        QCOMPARE(inspector::nextAttitudes(faction, record), QStringLiteral("by the rule ▼ hostile; ") + next);
        QCOMPARE(inspector::nextAttitudes(nullptr, record), QString());
    }

    void jsonTree()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester jsonTreeModelTester(&model, Mode::QtTest);

        model.setValue(JsonReader().read(R"({"a":1,"b":{"c":[true,null]},"d":"x"})", false)->toValue());

        QCOMPARE(shown(model),
            (QStringList{QStringLiteral("a | 1"), QStringLiteral("b | {1}"), QStringLiteral("  c | [2]"),
                QStringLiteral("    0 | true"), QStringLiteral("    1 | null"), QStringLiteral("d | x")}));
        const QModelIndex list = model.index(0, 0, model.index(1, 0));
        QCOMPARE(model.index(1, 0, list).data(JsonTreeModel::PathRole).toString(), QStringLiteral("b.c.1"));
        QCOMPARE(list.data(JsonTreeModel::JsonRole).toString(), QStringLiteral("[true,null]"));
    }

    void textTable()
    {
        TextTableModel model({{QStringLiteral("one"), TextTableModel::Look::Text},
            {QStringLiteral("two"), TextTableModel::Look::Number}});
        const QAbstractItemModelTester textTableModelTester(&model, Mode::QtTest);
        const auto row = [](const char *first) {
            return TextTableModel::Row{{QString::fromLatin1(first), QStringLiteral("2")}, 7, {}};
        };

        model.setRows({row("a")});
        model.setRows({row("b"), row("c")});
        model.setRows({row("b"), row("c"), row("d")});
        model.setRows({row("b")});

        QCOMPARE(shown(model), QStringList{QStringLiteral("b | 2")});
        QCOMPARE(model.index(0, 0).data(TextTableModel::NumberRole).value<quint64>(), quint64{7});
    }

    void differences()
    {
        DiffModel model;
        const QAbstractItemModelTester diffModelTester(&model, Mode::QtTest);
        const auto value = [](const char *text) { return JsonReader().read(text, false)->toValue(); };

        model.setChanges(diffJson(value(R"({"a":1,"b":{"c":2}})"), value(R"({"a":7,"b":{},"d":"x"})")));

        QCOMPARE(shown(model), (QStringList{QStringLiteral("~ | a | 1 | 7"), QStringLiteral("− | b.c | 2 | "),
                                   QStringLiteral("+ | d |  | x")}));
        QVERIFY((model.pathAt(1) == ValuePath{"b", "c"}));
        model.setChanges({});
        QCOMPARE(model.rowCount(), 0);
    }

    void watchedValues()
    {
        WatchModel model;
        const QAbstractItemModelTester watchModelTester(&model, Mode::QtTest);
        model.setPaths({{"factions", "byId", "a", "fame"}, {"factions", "byId", "b"}});

        model.setState(stateAfter("reputation:changed {'factionId':'a','newFame':12,'newInfamy':0}\n"));

        QCOMPARE(shown(model),
            (QStringList{QStringLiteral("a.fame | 12 | "), QStringLiteral("byId.b | null | ")}));
        model.setPaths({{"factions", "byId", "b"}});
        QCOMPARE(shown(model), QStringList{QStringLiteral("byId.b |  | ")});
    }

    void expectations()
    {
        ExpectationModel model;
        const QAbstractItemModelTester expectationModelTester(&model, Mode::QtTest);
        Expectation first, second;
        first.name = "first";
        second.name = "second";
        model.setExpectations({first, second});

        ExpectationResult met, missed;
        met.expectation = first;
        met.isMet = true;
        missed.expectation = second;
        model.setResults({met, missed});
        QCOMPARE(model.missedCount(), 1);
        model.setExpectations({second});

        QCOMPARE(shown(model), QStringList{QStringLiteral("second")});
        QCOMPARE(model.missedCount(), 1); // the result of one that stays is kept
        model.clearResults();
        QCOMPARE(model.missedCount(), 0);
    }

    void problems()
    {
        ProblemModel model;
        const QAbstractItemModelTester problemModelTester(&model, Mode::QtTest);
        InspectorFrame frame;
        frame.problems = std::make_shared<const std::vector<Problem>>(
            std::vector<Problem>{{Problem::Kind::SkippedLine, {}, "line skipped", 2, {0, 4}, {0, 9}},
                {Problem::Kind::ClockBack, {}, "the clock goes back", 1, {1204, 5}, {1204, 5}},
                {Problem::Kind::StaleReputation, "x", "stale", 3, {2, 6}, {8, 9}}});
        frame.notice = Error{"input_changed", "it shrank", "Read it again."};

        model.setFrame(frame);

        const QStringList rows{QStringLiteral("it shrank. Read it again. |  |  | "),
            QStringLiteral("line skipped | × 2 | line 4 | line 9"),
            QStringLiteral("the clock goes back |  | #1,204 | "), QStringLiteral("stale | × 3 | #2 | #8")};
        QCOMPARE(shown(model), rows);
        model.setMuted({QStringLiteral("clock-back"), QStringLiteral("stale-reputation")});
        QCOMPARE(shown(model), rows.first(2));
        QCOMPARE(model.mutedCount(), 2);
        model.setFrame({});
        QCOMPARE(model.rowCount(), 0);
    }

    void events()
    {
        const SystemClock clock;
        FrameSource source(clock, FactionCatalogue::builtIn());
        RecordCache cache(source);
        EventModel model(source, cache, 1'000'000);
        const QAbstractItemModelTester eventModelTester(&model, Mode::QtTest);
        source.engine().open({SessionSource::Kind::Demo, {}, "harbour", 1});
        QTRY_COMPARE(source.frame().phase, InspectorFrame::Phase::Ready);

        QCOMPARE(model.rowCount(), static_cast<int>(source.frame().size()));
        QTRY_COMPARE(model.index(6, EventModel::Changes).data().toString(),
            QStringLiteral("“Walk the quay” begins (1 of 7)"));
        QCOMPARE(model.index(6, EventModel::Number).data().toString(), QStringLiteral("7"));
        QCOMPARE(model.index(6, EventModel::Delta).data().toString(), QStringLiteral("807"));
        source.engine().setFilter(EventFilter::parse("type:tutorial:*", source.catalogue()));
        QTRY_COMPARE(model.rowCount(), 19);
        QCOMPARE(model.rowOf(7), 1);
        QCOMPARE(model.rowOf(8), 1);
        QCOMPARE(model.rowOf(1), -1);
        source.engine().setFilter({});
        QTRY_COMPARE(model.rowCount(), static_cast<int>(source.frame().size()));
    }

    void warningsStandBesideWhatARecordChanged()
    {
        const SystemClock clock;
        FrameSource source(clock, FactionCatalogue::builtIn());
        RecordCache cache(source);
        EventModel model(source, cache, 100);
        const QAbstractItemModelTester eventModelTester(&model, Mode::QtTest);
        const WindowHarness harness;
        const QString path = harness.write(QStringLiteral("s.ndjson"),
            R"({"type":"event","timestamp":1,"event":"reputation:changed",)"
            R"("payload":{"factionId":"a","newFame":"x","newInfamy":3}})"
            "\nno record\n"
            R"({"type":"marker","timestamp":2,"label":"y"})"
            "\n");
        source.engine().open({SessionSource::Kind::File, path.toStdString(), {}, 1});
        QTRY_COMPARE(source.frame().phase, InspectorFrame::Phase::Ready);

        QTRY_VERIFY2(model.index(0, EventModel::Changes).data().toString().contains(QStringLiteral("infamy")),
            qPrintable(model.index(0, EventModel::Changes).data().toString()));
        QVERIFY2(model.index(0, EventModel::Changes).data().toString().contains(QStringLiteral("  ⚠ ")),
            qPrintable(model.index(0, EventModel::Changes).data().toString()));
        QTRY_VERIFY(!model.index(1, EventModel::Changes).data().toString().isEmpty());
        QVERIFY(!model.index(1, EventModel::Changes).data().toString().contains(QStringLiteral("⚠")));
    }

    void eventsInAWindow()
    {
        const SystemClock clock;
        FrameSource source(clock, FactionCatalogue::builtIn());
        RecordCache cache(source);
        EventModel model(source, cache, 100);
        const QAbstractItemModelTester eventModelTester(&model, Mode::QtTest);
        source.engine().open({SessionSource::Kind::Demo, {}, "harbour", 1});
        QTRY_COMPARE(source.frame().phase, InspectorFrame::Phase::Ready);
        const auto size = source.frame().size();

        QCOMPARE(model.rowCount(), 100);
        QVERIFY(!model.window().hasEarlier() && model.window().hasLater());
        QCOMPARE(model.rowOf(101), -1);
        model.setWindow(model.windowAround(200));
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(model.window().hasEarlier() && model.window().hasLater());
        QCOMPARE(model.numberAt(0), std::uint64_t{150});
        QCOMPARE(model.rowOf(200), 50);
        QCOMPARE(model.rowOf(149), -1);
        QVERIFY(!model.index(0, EventModel::Delta).data().toString().isEmpty());
        model.setWindow(model.windowAround(size));
        QVERIFY(model.window().hasEarlier() && !model.window().hasLater());
        QCOMPARE(model.numberAt(model.rowCount() - 1), size);
        source.engine().setFilter(EventFilter::parse("type:tutorial:*", source.catalogue()));
        QTRY_COMPARE(model.rowCount(), 19);
        QVERIFY(!model.window().hasEarlier() && !model.window().hasLater());
    }
};

QTEST_MAIN(tst_Models)
#include "tst_Models.moc"
