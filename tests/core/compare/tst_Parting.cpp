// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedComparison.h"
#include "core/session/mission/SeededRandom.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// Words stand for records, `b=1` for an event `b` that says 1, `A` for the start of that step, `1` for that
/// marker, `-` for a session record.
QByteArray sessionOf(const QByteArray &words)
{
    QByteArray text;
    int at = 1000;
    for (const QByteArray &word : words.split(' ')) {
        const QByteArray name = word.left(1);
        const QByteArray said = word.size() > 2 ? word.mid(2) : QByteArray("null");
        text += "{'timestamp':" + QByteArray::number(at += 100) + ",'type':";
        if (name == "-")
            text += "'session'}\n";
        else if (name >= "0" && name <= "9")
            text += "'marker','label':'" + name + "'}\n";
        else if (name >= "A" && name <= "Z")
            text += "'event','event':'tutorial:step_started','payload':{'stepId':'" + name + "'}}\n";
        else
            text += "'event','event':'" + name + ":x','payload':{'said':" + said + "}}\n";
    }
    return text.replace('\'', '"');
}

Result<AlignedComparison> compared(const QByteArray &base, const QByteArray &head, const QByteArray &by,
    const PathPatterns &ignored = PathPatterns::times())
{
    return AlignedComparison::between(SessionInput::fromText("base", sessionOf(base).toStdString()),
        SessionInput::fromText("head", sessionOf(head).toStdString()), {{}, FactionCatalogue::builtIn(), {}},
        SessionAlignment::Choice::parse(by.toStdString()).value(), ignored);
}

/// "3 4", "3 -", "- 4", or "none"
QByteArray shown(const std::optional<Parting> &parting)
{
    const auto number = [](const std::optional<std::uint64_t> &record) {
        return record ? QByteArray::number(qulonglong(*record)) : QByteArray("-");
    };
    return parting ? number(parting->base) + ' ' + number(parting->head) : QByteArray("none");
}

/// The record of the head that stands beside #`base`; 0 where there is none.
std::uint64_t besideOf(std::uint64_t base, const AlignedComparison &comparison)
{
    const AlignedRuns &runs = comparison.alignment.runs();
    if (runs.empty() || base < runs.front().base) {
        const std::uint64_t end = runs.empty() ? comparison.head->size() + 1 : runs.front().head;
        return base < end ? base : 0;
    }
    const std::uint64_t head = comparison.alignment.headOf(base);
    return comparison.alignment.baseOf(head) == base ? head : 0;
}

/// The parting, found by asking of each record which one is beside it.
std::optional<Parting> foundOneByOne(const AlignedComparison &comparison)
{
    std::uint64_t j = 0; // of the head, the last one that was beside one of the base
    for (std::uint64_t i = 1; i <= comparison.base->size(); ++i) {
        const std::uint64_t beside = besideOf(i, comparison);
        if (beside == 0)
            return Parting{i, {}};
        if (beside != ++j)
            return Parting{{}, j};
        if (comparison.base->contents[i - 1] != comparison.head->contents[j - 1])
            return Parting{i, j};
    }
    return j == comparison.head->size() ? std::nullopt : std::optional(Parting{{}, j + 1});
}

QByteArray randomWords(SeededRandom &random)
{
    QByteArrayList words;
    for (std::uint64_t left = 1 + random.below(8); left > 0; --left)
        words << QByteArrayList{
            "a=1", "a=1", "a=2", "b", "c", "A", "B", "1"}[static_cast<qsizetype>(random.below(8))];
    return words.join(' ');
}

} // namespace

class tst_Parting : public QObject
{
    Q_OBJECT

private slots:
    void theFirstPlaceAtWhichTheyAreNotTheSame_data()
    {
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("parting");
        const auto row = [](const char *name, const char *by, const char *base, const char *head,
                             const char *parting) {
            QTest::newRow(name) << QByteArray(by) << QByteArray(base) << QByteArray(head)
                                << QByteArray(parting);
        };
        row("by number, the same", "number", "a=1 b", "a=1 b", "none");
        row("by number, another value", "number", "a=1 b=2 c=1", "a=1 b=3 c=2", "2 2");
        row("by number, another name", "number", "a b", "a c", "2 2");
        row("by number, the head is longer", "number", "a", "a b", "- 2");
        row("by number, the base is longer", "number", "a b", "a", "2 -");
        row("by events, another value", "events", "a=1 b=2 a=3", "a=1 b=2 a=4", "3 3");
        row("by events, a value behind one inserted", "events", "a b c=1", "a d b c=2", "- 2");
        row("by events, a value before one inserted", "events", "a=1 b", "a=2 c b", "1 1");
        row("by events, missing", "events", "a b c", "a c", "2 -");
        row("by events, repeated", "events", "a b c", "a b b c", "- 3");
        row("by events, replaced", "events", "a b c", "a d c", "2 2");
        row("by events, nothing in common", "events", "a b", "c d", "1 1");
        row("by events, more at the start", "events", "c", "a b c", "- 1");
        row("by events, only one has a session record", "events", "- a=1 b=1", "a=1 b=2", "3 2");
        row("by events, a session record is in the way", "events", "a - b c", "a d c", "3 2");
        row("a session record more is none", "events", "- a=1", "a=1", "none");
        row("by the first of a name", "event:b:x", "a b c=1", "a b c=2", "3 3");
        row("by the first of a name, more before it", "event:b:x", "a=1 b=1", "a=1 a=1 b=2", "- 2");
        row("by step, another value", "step", "A a B b=1", "A a B b=2", "4 4");
        row("by step, a step is longer", "step", "A a=1 B b=1", "A a=1 a=1 B b=2", "- 3");
        row("by step, a step is shorter", "step", "A a a B", "A a B", "3 -");
        row("by step, inserted within a step", "step", "A a b B", "A c a b B", "2 2");
        row("by marker, another value", "marker", "a 1 b=1", "a 1 b=2", "3 3");
        row("by marker, before the first", "marker", "a=1 1", "a=2 1", "1 1");
        row("by marker, only one has a session record", "marker", "- a=1 1 b", "a=1 1 b", "none");
        row("by number, only one has a session record", "number", "- a=1", "a=1 b", "- 1");
    }

    void theFirstPlaceAtWhichTheyAreNotTheSame()
    {
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, parting);
        const auto comparison = compared(base, head, by);
        QVERIFY(comparison);

        QCOMPARE(shown(comparison->parting), parting);
    }

    void whatIsPassedOverIsNone()
    {
        const auto comparison =
            compared("a=1 b=1", "a=2 b=2", "number", PathPatterns::parse("payload.said").value());
        QCOMPARE(shown(comparison->parting), QByteArray("none"));
    }

    void isWhereAnyAlignmentSaysSo()
    {
        SeededRandom random(11);
        for (int i = 0; i < 300; ++i) {
            const QByteArray base = randomWords(random);
            const QByteArray head = random.below(2) == 0 ? randomWords(random) : base + " b";
            for (const char *by : {"number", "events", "event:b:x", "step", "marker"}) {
                const auto comparison = compared(base, head, by);
                if (!comparison)
                    continue; // nothing of that in common
                const QByteArray where = QByteArray(by) + ": " + base + ", " + head;
                QVERIFY2(comparison->parting == foundOneByOne(*comparison), where.constData());
            }
        }
    }

    void thatAloneIsNoDifference()
    {
        const auto comparison = compared("a=1 b", "a=2 b", "events");
        QCOMPARE(shown(comparison->parting), QByteArray("1 1"));
        QVERIFY(comparison->isSame());
    }
};

QTEST_APPLESS_MAIN(tst_Parting)
#include "tst_Parting.moc"
