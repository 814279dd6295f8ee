// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SessionAlignment.h"
#include "core/factions/FactionCatalogue.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// Letters stand for records: a small one for an event of that name, a capital one for the start of that
/// step, a digit for a marker.
SessionOutline outlineOf(const QByteArray &letters)
{
    QByteArray text;
    int at = 1000;
    for (const char letter : letters) {
        const QByteArray time = "'timestamp':" + QByteArray::number(at += 100);
        const QByteArray name(1, letter);
        if (letter >= 'A' && letter <= 'Z')
            text += "{'type':'event'," + time + ",'event':'tutorial:step_started','payload':{'stepId':'" +
                    name + "'}}\n";
        else if (letter >= '0' && letter <= '9')
            text += "{'type':'marker'," + time + ",'label':'" + name + "'}\n";
        else
            text += "{'type':'event'," + time + ",'event':'" + name + ":x','payload':{}}\n";
    }
    const auto outline =
        SessionOutline::read(SessionInput::fromText("x", text.replace('\'', '"').toStdString()),
            {{}, FactionCatalogue::builtIn(), {}});
    if (!outline)
        QTest::qFail(outline.error().message.c_str(), __FILE__, __LINE__);
    return *outline;
}

} // namespace

class tst_SessionAlignment : public QObject
{
    Q_OBJECT

private slots:
    void whereARecordOfTheBaseIsInTheHead_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("places"); // of #0, #1, … of the base
        const auto row = [](const char *name, const char *base, const char *head, const char *by,
                             const char *places) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(head) << QByteArray(by)
                                << QByteArray(places);
        };
        row("by number", "abc", "xyzz", "number", "0 1 2 3");
        row("by number, one is shorter", "abcd", "xy", "number", "0 1 2 2 2");
        row("inserted", "abc", "axbc", "events", "0 1 3 4");
        row("missing", "abc", "ac", "events", "0 1 1 2");
        row("repeated", "abc", "abbc", "events", "0 1 2 4");
        row("nothing in common", "ab", "cd", "events", "0 1 2");
        row("the first of a name", "aab", "aaaab", "event:b:x", "2 3 4 5");
        row("the first of a name, earlier", "aaab", "ab", "event:b:x", "0 0 0 1 2");
        row("by step", "AxBxC", "yAxxxByC", "step", "1 2 3 6 7 8");
        row("by step, one is missing", "AxBxC", "AxxC", "step", "0 1 2 3 3 4");
        row("by marker", "a1b2", "1bbb2", "marker", "0 0 1 2 5");
    }

    void whereARecordOfTheBaseIsInTheHead()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, places);
        const auto choice = SessionAlignment::Choice::parse(by.toStdString());
        QVERIFY(choice);
        QCOMPARE(QByteArray::fromStdString(choice->text()), by);
        const auto alignment = SessionAlignment::between(outlineOf(base), outlineOf(head), *choice);
        QVERIFY2(alignment, alignment ? "" : alignment.error().message.c_str());
        QByteArrayList found;
        for (qsizetype i = 0; i <= base.size(); ++i)
            found << QByteArray::number(qulonglong(alignment->headOf(static_cast<std::uint64_t>(i))));
        QCOMPARE(found.join(' '), places);
    }

    void thereAndBackIsTheSamePlaceInAnyTwo()
    {
        const SessionOutline base = outlineOf("aAbb1cBcd2Cee");
        const SessionOutline head = outlineOf("xaAb1cccBd2yCeee");
        for (const char *by : {"events", "step", "marker", "number"}) {
            const auto alignment =
                SessionAlignment::between(base, head, SessionAlignment::Choice::parse(by).value()).value();
            std::uint64_t before = 0;
            for (std::uint64_t i = 1; i <= base.size(); ++i) {
                QVERIFY(alignment.headOf(i) >= before && alignment.headOf(i) <= head.size());
                before = alignment.headOf(i);
            }
            for (const AlignedRun &run : alignment.runs()) {
                for (std::uint64_t i = 0; i < run.length; ++i) {
                    QCOMPARE(alignment.headOf(run.base + i), run.head + i);
                    QCOMPARE(alignment.baseOf(run.head + i), run.base + i);
                }
            }
        }
    }

    void whatIsNotInBothIsSaid_data()
    {
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("message");
        QTest::addRow("an event") << QByteArray("event:q:x")
                                  << QByteArray("the two sessions have no event q:x in common");
        QTest::addRow("steps") << QByteArray("step")
                               << QByteArray("the two sessions have no step of the tutorial in common");
        QTest::addRow("markers") << QByteArray("marker")
                                 << QByteArray("the two sessions have no marker in common");
    }

    void whatIsNotInBothIsSaid()
    {
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, message);
        const auto alignment = SessionAlignment::between(
            outlineOf("abA1"), outlineOf("abB2"), SessionAlignment::Choice::parse(by.toStdString()).value());
        QVERIFY(!alignment);
        QCOMPARE(QByteArray::fromStdString(alignment.error().message), message);
    }

    void whatIsNoModeIsSaid()
    {
        for (const char *none : {"", "time", "event:", "steps"})
            QVERIFY2(!SessionAlignment::Choice::parse(none), none);
    }
};

QTEST_APPLESS_MAIN(tst_SessionAlignment)
#include "tst_SessionAlignment.moc"
