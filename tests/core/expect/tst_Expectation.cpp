// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/Expectation.h"
#include "tests/support/TestJson.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_Expectation : public QObject
{
    Q_OBJECT

private slots:
    void isMetBy_data()
    {
        QTest::addColumn<QByteArray>("op");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("met");
        QTest::addColumn<QByteArray>("notMet");

        const auto row = [](const char *op, const char *value, const char *met, const char *notMet) {
            QTest::addRow("%s %s", op, value)
                << QByteArray(op) << QByteArray(value).replace('\'', '"')
                << QByteArray(met).replace('\'', '"') << QByteArray(notMet).replace('\'', '"');
        };
        row("equals", "'a'", "['a']", "['b', null, 1, ['a'], {}]");
        row("equals", "null", "[null]", "[0, '', false]");
        row("equals", "{'a':[1]}", "[{'a':[1]}]", "[{'a':[2]}, {'a':[1],'b':0}]");
        row("notEquals", "3", "[2, '3', null]", "[3]");
        row("lessThan", "3", "[2.5, -1]", "[3, 4, null, '1', true]");
        row("atMost", "3", "[3, 2]", "[3.1, null]");
        row("greaterThan", "3", "[3.1]", "[3, null, '9']");
        row("atLeast", "3", "[3, 4]", "[2.9, null]");
        row("contains", "'b'", "['abc', ['a', 'b'], {'b': null}]", "['ac', [['b']], {'a': 'b'}, 1, null]");
        row("contains", "2", "[[1, 2]]", "['2', {'2': 1}, 2]");
        row("matches", "'^h.s'", "['hostile']", "['a host', 'horse', null, 7]");
        row("matches", "'\\\\w'", "['\u00e9']", "['', '-']");
    }

    void isMetBy()
    {
        QFETCH(QByteArray, op);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, met);
        QFETCH(QByteArray, notMet);
        Expectation expectation;
        expectation.op = operatorOf(op.toStdString()).value();
        expectation.value = json(value.toStdString());

        const auto onlyMet = [&](const QByteArray &list) {
            JsonArray kept;
            const JsonValue all = json(list.toStdString());
            for (const JsonValue &actual : *all.asArray()) {
                if (expectation.isMetBy(actual))
                    kept.push_back(actual);
            }
            return shown(kept);
        };

        QCOMPARE(onlyMet(met), shown(json(met.toStdString())));
        QCOMPARE(onlyMet(notMet), QByteArray("[]"));
    }

    void aValueIsThereWhereItIsNotNull()
    {
        Expectation expectation;
        expectation.op = Expectation::Operator::Exists;
        QVERIFY(expectation.isMetBy(false));
        QVERIFY(!expectation.isMetBy({}));
        expectation.op = Expectation::Operator::Missing;
        QVERIFY(!expectation.isMetBy(0));
        QVERIFY(expectation.isMetBy({}));
    }

    void text_data()
    {
        QTest::addColumn<Expectation>("expectation");
        QTest::addColumn<QByteArray>("text");
        using Operator = Expectation::Operator;
        const StopPoint end = StopPoint::parse("tutorial:completed").value();
        const ValuePath path{"factions", "byId", "a", "fame"};
        QTest::addRow("at the end") << Expectation{"", path, Operator::AtLeast, 20, Expectation::AtEnd()}
                                    << QByteArray("factions.byId.a.fame at least 20");
        QTest::addRow("at an event") << Expectation{"", path, Operator::Exists, {}, Expectation::At{end}}
                                     << QByteArray("factions.byId.a.fame is there at tutorial:completed");
        QTest::addRow("by a record") << Expectation{"", path, Operator::Equals, "x",
                                            Expectation::By{StopPoint::parse("7").value()}}
                                     << QByteArray("factions.byId.a.fame is \"x\" by #7");
        QTest::addRow("within") << Expectation{"", path, Operator::Missing, {}, Expectation::Within{1.5, {}}}
                                << QByteArray("factions.byId.a.fame is not there within 1.5 ms");
        QTest::addRow("within, of an event")
            << Expectation{"", path, Operator::NotEquals, true, Expectation::Within{50, end}}
            << QByteArray("factions.byId.a.fame is not true within 50 ms of tutorial:completed");
        QTest::addRow("a name does not hide it")
            << Expectation{"n", path, Operator::Matches, "^x", Expectation::AtEnd()}
            << QByteArray("factions.byId.a.fame matches \"^x\"");
    }

    void text()
    {
        QFETCH(Expectation, expectation);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(expectation.text()), text);
        QCOMPARE(expectation.title(), expectation.name.empty() ? expectation.text() : expectation.name);
    }
};

QTEST_APPLESS_MAIN(tst_Expectation)
#include "tst_Expectation.moc"
