// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/JsonDiff.h"
#include "core/session/mission/SeededRandom.h"
#include "tests/support/JsonPatcher.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

JsonValue quoted(QByteArray text)
{
    return json(text.replace('\'', '"').toStdString());
}

/// A line for each change: kind, path and values.
QByteArray shown(const JsonChanges &changes)
{
    QByteArray text;
    for (const JsonChange &change : changes) {
        static constexpr const char *signs = "+-~>";
        text += signs[static_cast<int>(change.kind)];
        text += ' ' + QByteArray::fromStdString(change.path) + ' ' +
                QByteArray::fromStdString(change.pointer) + ' ' + shown(change.before) + ' ' +
                shown(change.after) + '\n';
    }
    return text;
}

class RandomJson
{
public:
    explicit RandomJson(std::uint64_t seed)
        : m_random(seed)
    {}

    JsonValue value(int depth)
    {
        const std::uint64_t kind = m_random.below(depth > 0 ? 7 : 4);
        if (kind == 0)
            return {};
        if (kind == 1)
            return m_random.below(2) == 0;
        if (kind == 2)
            return static_cast<double>(m_random.below(4));
        if (kind == 3)
            return std::string(1, static_cast<char>('a' + m_random.below(4)));
        return kind == 4 ? list(depth) : kind == 5 ? records(depth) : object(depth);
    }

    /// As `from`, with some of it changed.
    JsonValue mutated(const JsonValue &from, int depth)
    {
        if (m_random.below(6) == 0)
            return value(depth);
        if (const JsonObject *object = from.asObject()) {
            JsonObject::Members members;
            for (const auto &[key, each] : *object) {
                if (m_random.below(8) != 0)
                    members.push_back({key, mutated(each, depth - 1)});
            }
            if (m_random.below(3) == 0)
                members.push_back({"new/~" + std::to_string(m_random.below(3)), value(depth - 1)});
            return JsonObject(std::move(members));
        }
        if (const JsonArray *list = from.asArray()) {
            JsonArray elements;
            for (const JsonValue &each : *list) {
                if (m_random.below(6) == 0)
                    continue;
                if (m_random.below(6) == 0)
                    elements.insert(elements.begin(), mutated(each, depth - 1));
                else
                    elements.push_back(m_random.below(3) == 0 ? mutated(each, depth - 1) : each);
                if (m_random.below(6) == 0)
                    elements.push_back(value(depth - 1));
            }
            return elements;
        }
        return m_random.below(3) == 0 ? value(0) : from;
    }

private:
    JsonValue list(int depth)
    {
        JsonArray elements;
        for (std::uint64_t i = m_random.below(6); i > 0; --i)
            elements.push_back(value(depth - 1));
        return elements;
    }
    JsonValue records(int depth)
    {
        JsonArray elements;
        for (std::uint64_t i = m_random.below(6); i > 0; --i)
            elements.push_back(JsonObject{{"id", "r" + std::to_string(i * 7 % 5)}, {"x", value(depth - 1)}});
        return elements;
    }
    JsonValue object(int depth)
    {
        JsonObject::Members members;
        for (std::uint64_t i = m_random.below(5); i > 0; --i)
            members.push_back({std::string(1, static_cast<char>('k' + i)), value(depth - 1)});
        return JsonObject(std::move(members));
    }

    SeededRandom m_random;
};

} // namespace

class tst_JsonDiff : public QObject
{
    Q_OBJECT

private slots:
    void differences_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("expected");

        const auto row = [](const char *name, const char *base, const char *head, const char *expected) {
            QTest::addRow("%s", name)
                << QByteArray(base) << QByteArray(head) << QByteArray(expected).replace('\'', '"');
        };
        row("the same", "{'a':[1,{'b':2}]}", "{'a':[1,{'b':2}]}", "");
        row("another order of members", "{'a':1,'b':2}", "{'b':2,'a':1}", "");
        row("a value", "{'a':1}", "{'a':2}", "~ a /a 1 2\n");
        row("another type", "{'a':1}", "{'a':{'b':1}}", "~ a /a 1 {'b':1}\n");
        row("a member more, one less", "{'a':1,'b':2}", "{'a':1,'c':3}", "- b /b 2 null\n+ c /c null 3\n");
        row("keys that are no names", "{'a.b':{'c/d~':1}}", "{'a.b':{'c/d~':2}}",
            "~ ['a.b']['c/d~'] /a.b/c~1d~0 1 2\n");
        row("the whole", "1", "[]", "~   1 []\n");
        row("an element in between", "[1,2,3]", "[1,9,2,3]", "+ [1] /1 null 9\n");
        row("one that went", "[1,2,3]", "[1,3]", "- [1] /1 2 null\n");
        row("one replaced", "[1,2,3]", "[1,7,3]", "~ [1] /1 2 7\n");
        row("a list that moved on", "[{'a':1},{'a':2},{'a':3}]", "[{'a':2},{'a':3},{'a':4}]",
            "- [0] /0 {'a':1} null\n+ [2] /2 null {'a':4}\n");
        row("records by id", "[{'id':'x','v':1},{'id':'y','v':2}]",
            "[{'id':'y','v':2},{'id':'z','v':3},{'id':'x','v':5}]",
            "> [id='y'] /0 1 0\n+ [id='z'] /1 null {'id':'z','v':3}\n~ [id='x'].v /2/v 1 5\n");
        row("ids that are not unique", "[{'id':1,'v':1},{'id':1,'v':2}]", "[{'id':1,'v':1},{'id':1,'v':3}]",
            "~ [1].v /1/v 2 3\n");
    }

    void differences()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, expected);

        QCOMPARE(shown(diffJson(quoted(base), quoted(head))), expected);
        QCOMPARE(isSameJson(quoted(base), quoted(head), {}), expected.isEmpty());
    }

    void whatIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("ignored");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("expected");

        const auto row = [](const char *ignored, const char *base, const char *head, const char *expected) {
            QTest::addRow("%s %s", ignored, base)
                << QByteArray(ignored) << QByteArray(base) << QByteArray(head)
                << QByteArray(expected).replace('\'', '"');
        };
        row("times", "{'updatedAt':1,'fame':2}", "{'updatedAt':5,'fame':3}", "~ fame /fame 2 3\n");
        row("times", "{'updatedAt':1}", "{}", "");
        row("times", "{}", "{'timestamp':3}", "");
        row("times", "[{'startedAt':1,'a':1}]", "[{'startedAt':2,'a':1}]", "");
        row("times", "[{'startedAt':1,'a':1},{'startedAt':2,'a':2}]", "[{'startedAt':9,'a':2}]",
            "- [0] /0 {'startedAt':1,'a':1} null\n");
        row("a.*", "{'a':[1,2]}", "{'a':[3]}", "");
        row("a.0", "{'a':[1,2]}", "{'a':[1,2,3]}", "+ a[2] /a/2 null 3\n");
        row("**.id", "[{'id':1,'a':1}]", "[{'id':2,'a':1}]", "");
        row("a.b", "{'a':{'b':{'c':1},'d':1}}", "{'a':{'b':2,'d':1}}", "");
    }

    void whatIsPassedOver()
    {
        QFETCH(QByteArray, ignored);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, expected);
        const PathPatterns patterns = *PathPatterns::parse(ignored.toStdString());

        QCOMPARE(shown(diffJson(quoted(base), quoted(head), patterns)), expected);
        QCOMPARE(isSameJson(quoted(base), quoted(head), patterns), expected.isEmpty());
    }

    void aPatchOfRandomValuesMakesTheHead()
    {
        constexpr std::uint64_t pairs = 1'000;
        for (std::uint64_t seed = 1; seed <= pairs; ++seed) {
            RandomJson random(seed);
            constexpr int depth = 4;
            const JsonValue base = random.value(depth);
            const JsonValue head = random.mutated(base, depth);

            const JsonValue made = JsonPatcher::apply(base, jsonPatch(diffJson(base, head)));

            QVERIFY2(JsonPatcher::isSame(made, head),
                QByteArray("seed " + QByteArray::number(qulonglong(seed)) + ": " + shown(base) + " to " +
                           shown(head) + " gave " + shown(made))
                    .constData());
            QVERIFY(diffJson(base, base).empty());
        }
    }

    void aPatchOfRandomStatesMakesTheHead()
    {
        constexpr std::uint64_t sessions = 40;
        for (std::uint64_t seed = 1; seed <= sessions; ++seed) {
            const PlayedSession played(RandomSession(seed).text(120));
            SeededRandom random(seed);
            for (int pair = 0; pair < 25; ++pair) {
                const auto pick = [&] {
                    return snapshotJson(
                        played.states[static_cast<std::size_t>(random.below(played.states.size()))].world);
                };
                const JsonValue base = pick();
                const JsonValue head = pick();

                const JsonValue made = JsonPatcher::apply(base, jsonPatch(diffJson(base, head)));

                QVERIFY(JsonPatcher::isSame(made, head));
            }
        }
    }

    void aLongListIsNotComparedEachWithEach()
    {
        JsonArray base;
        JsonArray head;
        constexpr int size = 20'000;
        for (int i = 0; i < size; ++i) {
            base.emplace_back(i);
            head.emplace_back(-1 - i);
        }
        QCOMPARE(diffJson(base, head).size(), std::size_t{size});
    }
};

QTEST_APPLESS_MAIN(tst_JsonDiff)
#include "tst_JsonDiff.moc"
