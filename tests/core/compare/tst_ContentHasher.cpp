// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/ContentHasher.h"
#include "core/diff/JsonDiff.h"
#include "core/diff/SessionComparison.h"
#include "core/session/SessionReader.h"
#include "core/session/mission/SeededRandom.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <tuple>

using namespace inspector;

namespace {

QByteArray lineOf(const QByteArray &members)
{
    return QByteArray("{" + members + "}\n").replace('\'', '"');
}

QByteArray eventOf(const QByteArray &payload)
{
    return lineOf("'type':'event','timestamp':1000,'event':'a:b','payload':{" + payload + "}");
}

/// The only record of a session.
SessionRecord recordOf(const QByteArray &line)
{
    const SessionInput input = SessionInput::fromText("x", line.toStdString());
    SessionReader reader(input.device(), {});
    SessionRecord record;
    if (!reader.next(record).value_or(false))
        QTest::qFail("no record", __FILE__, __LINE__);
    return record;
}

bool isSameHash(const SessionRecord &base, const SessionRecord &head, const PathPatterns &ignored)
{
    ContentHasher hasher(ignored), other(ignored);
    return hasher.hashOf(base) == other.hashOf(head);
}

/// A small value, of which two are often nearly the same.
JsonValue randomValue(SeededRandom &random, int depth)
{
    const std::uint64_t kind = random.below(depth == 0 ? 4 : 7);
    switch (kind) {
    case 0:
        return {};
    case 1:
        return random.below(2) == 0;
    case 2:
        return static_cast<double>(random.below(2));
    case 3:
        return random.below(2) == 0 ? "0" : "";
    case 4: {
        JsonArray list;
        for (std::uint64_t left = random.below(3); left > 0; --left)
            list.push_back(randomValue(random, depth - 1));
        return list;
    }
    default:
        JsonObject::Members members;
        for (std::uint64_t left = random.below(4); left > 0; --left)
            members.push_back({std::string(1, "abcd"[random.below(4)]), randomValue(random, depth - 1)});
        return JsonObject(std::move(members));
    }
}

} // namespace

class tst_ContentHasher : public QObject
{
    Q_OBJECT

private slots:
    void theSameIsWhatTheComparisonSays_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("ignored");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *name, const QByteArray &base, const QByteArray &head, bool isSame,
                             const char *ignored = "times") {
            QTest::newRow(name) << base << head << QByteArray(ignored) << isSame;
        };
        const auto events = [&](const char *name, const char *base, const char *head, bool isSame,
                                const char *ignored = "times") {
            row(name, eventOf(base), eventOf(head), isSame, ignored);
        };
        events("the same", "'a':1", "'a':1", true);
        events("another value", "'a':1", "'a':2", false);
        events("another key", "'a':1", "'b':1", false);
        events("another order", "'a':1,'b':{'c':2,'d':3}", "'b':{'d':3,'c':2},'a':1", true);
        events("values that changed places", "'a':1,'b':2", "'a':2,'b':1", false);
        events("a number and a text", "'a':1", "'a':'1'", false);
        events("a number and a flag", "'a':1", "'a':true", false);
        events("null and nothing", "'a':null", "", false);
        events("no object and no list", "'a':{}", "'a':[]", false);
        events("deeper or not", "'a':{'b':{}}", "'a':{'b':{'b':{}}}", false);
        events("elements in another order", "'a':[1,2]", "'a':[2,1]", false);
        events("an element more", "'a':[1]", "'a':[1,1]", false);
        events("when it was", "'startedAt':1,'a':{'timestamp':3}", "'startedAt':2,'a':{'timestamp':4}", true);
        events("a time that one has not", "'startedAt':1", "", true);
        events("a time is compared", "'startedAt':1", "'startedAt':2", false, "none");
        events("in any element", "'a':[{'b':1,'c':2}]", "'a':[{'b':3,'c':2}]", true, "payload.a.*.b");
        events("in one element", "'a':[{'b':1},{'b':1}]", "'a':[{'b':3},{'b':3}]", false, "payload.a.1.b");
        events("all elements", "'a':[1]", "'a':[2,3]", true, "payload.a.*");
        events("the whole payload", "'a':1", "'b':2", true, "payload");
        events("everything", "'a':1", "'b':2", true, "**");
        row("another name", eventOf(""), eventOf("").replace("a:b", "a:c"), false);
        row("another name of everything passed over", eventOf(""), eventOf("").replace("a:b", "a:c"), false,
            "**");
        row("another time and number", eventOf("").replace("1000", "1000,\"seq\":4"),
            eventOf("").replace("1000", "2000,\"seq\":9"), true);
        const QByteArray marker = lineOf("'type':'marker','timestamp':1000,'seq':3,'label':'X'");
        row("a marker elsewhere", marker, QByteArray(marker).replace("1000", "2000").replace('3', '4'), true);
        row("another marker", marker, QByteArray(marker).replace('X', 'Y'), false);
        row("a marker whose label is passed over", marker, QByteArray(marker).replace('X', 'Y'), true,
            "label");
        const QByteArray snapshot = lineOf("'type':'snapshot','timestamp':1000,'source':'S',"
                                           "'snapshot':{'quests':{'cargo':'X'}},'transcript':[{'a':'Y'}]");
        row("another source of a snapshot", snapshot, QByteArray(snapshot).replace("S", "T"), true);
        row("another state", snapshot, QByteArray(snapshot).replace('X', 'Z'), false);
        row("a state passed over", snapshot, QByteArray(snapshot).replace('X', 'Z'), true, "quests.cargo");
        row("another transcript", snapshot, QByteArray(snapshot).replace('Y', 'Z'), false);
        row("a transcript passed over", snapshot, QByteArray(snapshot).replace('Y', 'Z'), true, "transcript");
        row("a session record", lineOf("'type':'session','timestamp':1000,'game':'A'"),
            lineOf("'type':'session','timestamp':2000,'game':'B'"), true);
    }

    void theSameIsWhatTheComparisonSays()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, ignored);
        QFETCH(bool, isSame);
        const PathPatterns patterns = PathPatterns::parse(ignored.toStdString()).value();

        QCOMPARE(isSameHash(recordOf(base), recordOf(head), patterns), isSame);
        const auto comparison = SessionComparison::between(SessionInput::fromText("x", base.toStdString()),
            SessionInput::fromText("y", head.toStdString()), {{}, patterns, {}});
        QVERIFY(comparison);
        QCOMPARE(!comparison->divergence, isSame);
    }

    void anyTwoPayloadsAreToldApartAsTheirDifferencesTell()
    {
        int same = 0;
        for (const char *list : {"none", "payload.a", "**.b", "payload.*.0", "payload.a.*,**.*.c"}) {
            const PathPatterns ignored = PathPatterns::parse(list).value();
            ContentHasher hasher(ignored);
            SeededRandom random(5);
            for (int i = 0; i < 3000; ++i) {
                SessionRecord base = recordOf(eventOf("")), head = base;
                base.payload = randomValue(random, 3);
                head.payload = randomValue(random, 3);
                const bool isSame = isSameJson(base.payload, head.payload, ignored, {"payload"});
                same += isSame ? 1 : 0;
                const QByteArray where = QByteArray(list) + ' ' + QByteArray::number(i);
                QVERIFY2((hasher.hashOf(base) == hasher.hashOf(head)) == isSame, where.constData());
            }
        }
        QVERIFY(same > 100);
    }

    void onlyASessionRecordIsNotCompared()
    {
        ContentHasher hasher({});
        QCOMPARE(
            hasher.hashOf(recordOf(lineOf("'type':'session','timestamp':1000"))), ContentHasher::notCompared);
        QVERIFY(hasher.hashOf(recordOf(eventOf(""))) != ContentHasher::notCompared);
    }

    void moreKeysThanAreRememberedAreNoOtherThing()
    {
        ContentHasher hasher(PathPatterns::times());
        constexpr int manyKeys = 12'000;
        const SessionRecord base = recordOf(eventOf("'last':{'at':1,'laterAt':1}"));
        const SessionRecord head = recordOf(eventOf("'last':{'laterAt':2,'at':1}"));
        const SessionRecord other = recordOf(eventOf("'last':{'laterAt':2,'at':2}"));
        for (int i = 0; i < manyKeys; ++i)
            std::ignore = hasher.hashOf(recordOf(eventOf("'key" + QByteArray::number(i) + "':1")));

        QCOMPARE(hasher.hashOf(head), hasher.hashOf(base));
        QVERIFY(hasher.hashOf(other) != hasher.hashOf(base));
    }
};

QTEST_APPLESS_MAIN(tst_ContentHasher)
#include "tst_ContentHasher.moc"
