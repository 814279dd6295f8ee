// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/KeyOrderedMap.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

#include <map>
#include <random>
#include <utility>

using namespace inspector;

namespace {

using Map = KeyOrderedMap<int>;

/// "key=value" of each entry in key order.
QByteArrayList shownMap(const Map &map)
{
    QByteArrayList shown;
    map.forEach([&](std::string_view key, int value) {
        shown.append(QByteArray::fromStdString(std::string(key)) + "=" + QByteArray::number(value));
    });
    return shown;
}

/// A map in which each key was set to its place in the list; a repeated key ends with the last one.
Map mapOf(const QByteArrayList &keys)
{
    Map map;
    for (qsizetype i = 0; i < keys.size(); ++i)
        map.set(keys[i].toStdString(), static_cast<int>(i));
    return map;
}

/// What an ECMAScript object does, as plainly as can be.
class Model
{
public:
    void set(const std::string &key, int value)
    {
        if (!m_values.contains(key))
            m_insertionOrder.push_back(key);
        m_values[key] = value;
    }

    [[nodiscard]] std::size_t size() const { return m_values.size(); }

    [[nodiscard]] QByteArrayList shown() const
    {
        std::map<std::uint32_t, std::string> indices;
        std::vector<std::string> keys;
        keys.reserve(m_insertionOrder.size());
        for (const std::string &key : m_insertionOrder) {
            if (const auto index = arrayIndex(key))
                indices.emplace(*index, key);
        }
        for (const auto &[index, key] : indices)
            keys.push_back(key);
        for (const std::string &key : m_insertionOrder) {
            if (!arrayIndex(key))
                keys.push_back(key);
        }
        QByteArrayList list;
        for (const std::string &key : keys)
            list.append(QByteArray::fromStdString(key) + "=" + QByteArray::number(m_values.at(key)));
        return list;
    }

    [[nodiscard]] const std::map<std::string, int> &values() const { return m_values; }

private:
    std::map<std::string, int> m_values;
    std::vector<std::string> m_insertionOrder;
};

/// Keys from a small set, so that many are set again: names and array indices, some of them just not one.
std::string randomKey(std::mt19937 &random)
{
    std::string number = std::to_string(random() % 300);
    switch (random() % 4) {
    case 0:
        return number;
    case 1:
        return "0" + number;
    case 2:
        return std::to_string(4'294'967'000ULL + random() % 300);
    default:
        return "faction_" + number;
    }
}

/// "key:before>after" of each change.
QByteArrayList changesBetween(const Map &before, const Map &after, bool &grown)
{
    QByteArrayList changes;
    grown = Map::forEachChange(before, after, [&](const Map::Entry *old, const Map::Entry &entry) {
        changes.append(QByteArray::fromStdString(entry.key) + ":" +
                       (old == nullptr ? QByteArray("-") : QByteArray::number(old->value)) + ">" +
                       QByteArray::number(entry.value));
    });
    return changes;
}

} // namespace

class tst_KeyOrderedMap : public QObject
{
    Q_OBJECT

private slots:
    void order_data()
    {
        QTest::addColumn<QByteArrayList>("keys"); // each is set to its place in this list
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("empty") << QByteArrayList() << QByteArrayList();
        QTest::addRow("names as they came")
            << QByteArrayList{"b", "a", "c"} << QByteArrayList{"b=0", "a=1", "c=2"};
        QTest::addRow("a name set again keeps its place")
            << QByteArrayList{"b", "a", "b"} << QByteArrayList{"b=2", "a=1"};
        QTest::addRow("array indices first, by number")
            << QByteArrayList{"b", "10", "a", "9", "0"} << QByteArrayList{"0=4", "9=3", "10=1", "b=0", "a=2"};
        QTest::addRow("an array index set again")
            << QByteArrayList{"7", "a", "3", "7"} << QByteArrayList{"3=2", "7=3", "a=1"};
        QTest::addRow("the last array index, and the first that is none")
            << QByteArrayList{"4294967295", "4294967294"} << QByteArrayList{"4294967294=1", "4294967295=0"};
        QTest::addRow("numbers that are no array indices")
            << QByteArrayList{"01", "-1", "1.5", " 1", "", "1"}
            << QByteArrayList{"1=5", "01=0", "-1=1", "1.5=2", " 1=3", "=4"};
    }

    void order()
    {
        QFETCH(QByteArrayList, keys);
        QFETCH(QByteArrayList, expected);
        const Map map = mapOf(keys);
        QCOMPARE(shownMap(map), expected);
        QCOMPARE(map.size(), static_cast<std::size_t>(expected.size()));
        QCOMPARE(map.empty(), expected.isEmpty());
    }

    void lookUp_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 15, 16, 17, 18, 40, 1000})
            QTest::addRow("of %d", size) << size;
    }

    void lookUp()
    {
        QFETCH(int, size);
        Map map;
        for (int i = 0; i < size; ++i)
            map.set("key" + std::to_string(i), i);

        for (int i = 0; i < size; ++i) {
            const int *value = map.find("key" + std::to_string(i));
            QVERIFY(value != nullptr);
            QCOMPARE(*value, i);
        }
        QVERIFY(map.find("key" + std::to_string(size)) == nullptr);
        QVERIFY(!map.contains("key"));
        QVERIFY(!map.contains(""));
    }

    void behavesAsAnEcmaScriptObject_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    /// Copies taken on the way must not change, and must be told apart from what came of the map.
    void behavesAsAnEcmaScriptObject()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        Map map;
        Model model;
        std::vector<std::pair<Map, Model>> copies;
        for (int step = 0; step < 1200; ++step) {
            if (random() % 40 == 0)
                copies.emplace_back(map, model);
            const std::string key = randomKey(random);
            const auto value = static_cast<int>(random() % 5); // often the one that is there
            if (random() % 2 == 0)
                map.set(key, value);
            else
                map.change(key, [value](int &old) { old = value; });
            model.set(key, value);
        }
        copies.emplace_back(map, model);

        for (const auto &[copy, copyModel] : copies) {
            QCOMPARE(shownMap(copy), copyModel.shown());
            for (const auto &[key, value] : copyModel.values())
                QCOMPARE(*copy.find(key), value);
            QCOMPARE(copy == map, copyModel.shown() == model.shown());

            std::map<std::string, int> replayed = copyModel.values();
            const bool grown =
                Map::forEachChange(copy, map, [&replayed](const Map::Entry *old, const Map::Entry &entry) {
                    const auto known = replayed.find(entry.key);
                    QCOMPARE(old == nullptr, known == replayed.end());
                    if (old != nullptr)
                        QCOMPARE(old->value, known->second);
                    replayed[entry.key] = entry.value;
                });
            QVERIFY(grown);
            QVERIFY(replayed == model.values());
        }
    }

    void equality_data()
    {
        QTest::addColumn<QByteArrayList>("a");
        QTest::addColumn<QByteArrayList>("b");
        QTest::addColumn<bool>("equal");
        // A key is set to its place, so that "-" only moves the values of those behind it.
        QTest::addRow("both empty") << QByteArrayList() << QByteArrayList() << true;
        QTest::addRow("alike") << QByteArrayList{"x", "y"} << QByteArrayList{"x", "y"} << true;
        QTest::addRow("other size") << QByteArrayList{"x"} << QByteArrayList{"x", "y"} << false;
        QTest::addRow("other key") << QByteArrayList{"x"} << QByteArrayList{"y"} << false;
        QTest::addRow("other value") << QByteArrayList{"x"} << QByteArrayList{"x", "x"} << false;
        QTest::addRow("names in another order")
            << QByteArrayList{"x", "y", "x"} << QByteArrayList{"y", "y", "x"} << false;
        QTest::addRow("array indices in another order")
            << QByteArrayList{"2", "1", "2"} << QByteArrayList{"1", "1", "2"} << true;
        QTest::addRow("an array index before and behind a name")
            << QByteArrayList{"x", "1", "x"} << QByteArrayList{"1", "1", "x"} << true;
        QTest::addRow("array indices in another order, other value")
            << QByteArrayList{"2", "1"} << QByteArrayList{"1", "2"} << false;
    }

    void equality()
    {
        QFETCH(QByteArrayList, a);
        QFETCH(QByteArrayList, b);
        QFETCH(bool, equal);
        QCOMPARE(mapOf(a) == mapOf(b), equal);
        QCOMPARE(mapOf(b) == mapOf(a), equal);
    }

    void changes_data()
    {
        QTest::addColumn<QByteArrayList>("added"); // keys set after the copy of x=0, y=1, 5=2
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("none") << QByteArrayList() << QByteArrayList();
        QTest::addRow("a new one") << QByteArrayList{"z"} << QByteArrayList{"z:->0"};
        QTest::addRow("one that was there") << QByteArrayList{"y"} << QByteArrayList{"y:1>0"};
        QTest::addRow("an array index") << QByteArrayList{"1", "5"} << QByteArrayList{"5:2>1", "1:->0"};
    }

    void changes()
    {
        QFETCH(QByteArrayList, added);
        QFETCH(QByteArrayList, expected);
        const Map before = mapOf({"x", "y", "5"});
        Map after = before;
        for (qsizetype i = 0; i < added.size(); ++i)
            after.set(added[i].toStdString(), static_cast<int>(i));

        bool grown = false;
        QCOMPARE(changesBetween(before, after, grown), expected);
        QVERIFY(grown);
    }

    void changesOfAnotherMap_data()
    {
        QTest::addColumn<QByteArrayList>("before");
        QTest::addColumn<QByteArrayList>("after");
        QTest::addRow("emptied") << QByteArrayList{"x"} << QByteArrayList();
        QTest::addRow("smaller") << QByteArrayList{"x", "y"} << QByteArrayList{"x"};
        QTest::addRow("other keys") << QByteArrayList{"x", "y"} << QByteArrayList{"y", "x", "z"};
    }

    void changesOfAnotherMap()
    {
        QFETCH(QByteArrayList, before);
        QFETCH(QByteArrayList, after);
        bool grown = true;
        QCOMPARE(changesBetween(mapOf(before), mapOf(after), grown), QByteArrayList());
        QVERIFY(!grown);
    }

    void changesCopiesOfValues()
    {
        Map map;
        for (const char *key : {"b", "7", "b", "a"})
            map.change(key, [](int &value) { value += 10; });
        const Map before = map;
        map.change("b", [](int &value) { value *= 3; });
        QCOMPARE(shownMap(map), (QByteArrayList{"7=10", "b=60", "a=10"}));
        QCOMPARE(shownMap(before), (QByteArrayList{"7=10", "b=20", "a=10"}));
    }

    void aNewValueTakesItsKeyAsId()
    {
        struct Named
        {
            std::string id = "nobody";
        };
        KeyOrderedMap<Named> map;
        map.set("old", {"kept"});
        map.change("old", [](Named &) {});
        map.change("new", [](Named &) {});
        QCOMPARE(map.find("old")->id, std::string("kept"));
        QCOMPARE(map.find("new")->id, std::string("new"));
    }
};

QTEST_APPLESS_MAIN(tst_KeyOrderedMap)
#include "tst_KeyOrderedMap.moc"
