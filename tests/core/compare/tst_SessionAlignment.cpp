// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SessionAlignment.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/mission/SeededRandom.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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
            {{}, FactionCatalogue::builtIn(), {}}, {});
    if (!outline)
        QTest::qFail(outline.error().message.c_str(), __FILE__, __LINE__);
    return *outline;
}

/// The places of a session that a mode looks at: what each is called, by its record.
using Names = std::map<std::uint64_t, std::string>;

Names namesIn(const SessionOutline &outline, const QByteArray &letters, const QByteArray &by)
{
    Names names;
    if (by == "step") {
        for (const TutorialTrack::Step &step : outline.tracks.tutorial.steps)
            names.emplace(step.number, step.id);
        return names;
    }
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const bool isMarker = letters[i] >= '0' && letters[i] <= '9';
        if (by == "events" || isMarker)
            names.emplace(i + 1, std::string(1, letters[i]));
    }
    return names;
}

/// How many places two have in common, by trying every way to choose them.
std::size_t mostInCommon(Names::const_iterator base, Names::const_iterator baseEnd,
    Names::const_iterator head, Names::const_iterator headEnd)
{
    if (base == baseEnd || head == headEnd)
        return 0;
    std::size_t most = mostInCommon(std::next(base), baseEnd, head, headEnd); // without the first one
    for (auto it = head; it != headEnd; ++it) {
        if (it->second == base->second)
            most = std::max(most, 1 + mostInCommon(std::next(base), baseEnd, std::next(it), headEnd));
    }
    return most;
}

QByteArray randomLetters(SeededRandom &random, std::uint64_t most)
{
    QByteArray letters;
    for (std::uint64_t left = 1 + random.below(most); left > 0; --left)
        letters += QByteArray("abcABC12")[static_cast<qsizetype>(random.below(8))];
    return letters;
}

/// The same with up to three letters inserted, missing or repeated.
QByteArray changed(QByteArray letters, SeededRandom &random)
{
    for (std::uint64_t left = random.below(4); left > 0; --left) {
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(letters.size())));
        switch (random.below(3)) {
        case 0:
            letters.insert(at, randomLetters(random, 1));
            break;
        case 1:
            letters.insert(at, letters[at]);
            break;
        default:
            if (letters.size() > 1)
                letters.remove(at, 1);
        }
    }
    return letters;
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

    void findsAsMuchAsThereIsInCommon_data()
    {
        QTest::addColumn<QByteArray>("by");
        for (const char *by : {"events", "step", "marker"})
            QTest::addRow("%s", by) << QByteArray(by);
    }

    void findsAsMuchAsThereIsInCommon()
    {
        QFETCH(QByteArray, by);
        constexpr std::uint64_t mostLetters = 8; // every way is tried
        SeededRandom random(7);
        for (int i = 0; i < 300; ++i) {
            const QByteArray letters = randomLetters(random, mostLetters);
            const QByteArray others =
                i % 3 == 0 ? randomLetters(random, mostLetters) : changed(letters, random);
            const SessionOutline base = outlineOf(letters), head = outlineOf(others);
            const Names ofBase = namesIn(base, letters, by), ofHead = namesIn(head, others, by);
            const std::size_t most = mostInCommon(ofBase.begin(), ofBase.end(), ofHead.begin(), ofHead.end());
            const auto alignment = SessionAlignment::between(
                base, head, SessionAlignment::Choice::parse(by.toStdString()).value());
            const QByteArray where = letters + " and " + others;
            QVERIFY2(alignment.has_value() || (most == 0 && by != "events"), where.constData());
            if (!alignment)
                continue;

            QVERIFY2(alignment->alignedCount() == most, where.constData());
            std::uint64_t lastBase = 0, lastHead = 0;
            for (const AlignedRun &run : alignment->runs()) {
                QVERIFY2(run.base > lastBase && run.head > lastHead, where.constData());
                for (std::uint64_t j = 0; j < run.length; ++j)
                    QVERIFY2(ofBase.at(run.base + j) == ofHead.at(run.head + j), where.constData());
                lastBase = run.base + run.length - 1;
                lastHead = run.head + run.length - 1;
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
