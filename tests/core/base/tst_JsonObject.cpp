// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonObject.h"
#include "core/base/KeyHash.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

#include <map>
#include <random>

using namespace inspector;

namespace {

/// An object whose members have their places in `keys` as values.
JsonObject objectOf(const QByteArrayList &keys)
{
    JsonObject::Members members;
    for (qsizetype i = 0; i < keys.size(); ++i)
        members.push_back({keys[i].toStdString(), i});
    return JsonObject(std::move(members));
}

/// `count` keys: numbered names, of which every fifth is an array index.
QByteArrayList manyKeys(int count)
{
    QByteArrayList keys;
    for (int i = 0; i < count; ++i)
        keys.append((i % 5 == 4 ? "" : "key") + QByteArray::number(count - i));
    return keys;
}

} // namespace

class tst_JsonObject : public QObject
{
    Q_OBJECT

private slots:
    void order_data()
    {
        QTest::addColumn<QByteArrayList>("keys"); // the value of each is its place in this list
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("empty") << QByteArrayList() << QByteArray("{}");
        QTest::addRow("as written") << QByteArrayList{"b", "a"} << QByteArray("{\"b\":0,\"a\":1}");
        QTest::addRow("a repeated key: first place, last value")
            << QByteArrayList{"b", "a", "b", "b"} << QByteArray("{\"b\":3,\"a\":1}");
        QTest::addRow("only one key") << QByteArrayList{"a", "a"} << QByteArray("{\"a\":1}");
        QTest::addRow("array indices first, by number")
            << QByteArrayList{"b", "10", "a", "9"} << QByteArray("{\"9\":3,\"10\":1,\"b\":0,\"a\":2}");
        QTest::addRow("a repeated array index")
            << QByteArrayList{"2", "b", "1", "2"} << QByteArray("{\"1\":2,\"2\":3,\"b\":1}");
        QTest::addRow("numbers that are no array indices")
            << QByteArrayList{"4294967295", "01", "-0", "4294967294"}
            << QByteArray("{\"4294967294\":3,\"4294967295\":0,\"01\":1,\"-0\":2}");
        QTest::addRow("the empty key") << QByteArrayList{"a", ""} << QByteArray("{\"a\":0,\"\":1}");
        QTest::addRow("a key with a meaning in ECMAScript")
            << QByteArrayList{"b", "__proto__", "constructor"}
            << QByteArray("{\"b\":0,\"__proto__\":1,\"constructor\":2}");
    }

    void order()
    {
        QFETCH(QByteArrayList, keys);
        QFETCH(QByteArray, expected);
        const JsonObject object = objectOf(keys);
        QCOMPARE(shown(object), expected);
        QCOMPARE(object.empty(), keys.isEmpty());
        QCOMPARE(shown(JsonObject(object.members())), expected); // once more changes nothing
    }

    void sizes_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 15, 16, 17, 18, 100, 5000})
            QTest::addRow("%d", count) << count;
    }

    void sizes()
    {
        QFETCH(int, count);
        const QByteArrayList keys = manyKeys(count);
        const JsonObject object = objectOf(keys);

        QCOMPARE(object.size(), static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            const JsonValue *value = object.find(keys[i].toStdString());
            QVERIFY2(value != nullptr, keys[i].constData());
            QCOMPARE(*value->asNumber(), static_cast<double>(i));
        }
        for (const std::string_view unknown : {"", "key", "key0", "0", "nobody"}) {
            QVERIFY(object.find(unknown) == nullptr);
            QVERIFY(object[unknown].isNull());
        }
    }

    void repeatedKeysOfManyMembers_data()
    {
        QTest::addColumn<int>("count"); // of different keys, each written three times
        for (const int count : {5, 6, 17, 2000})
            QTest::addRow("%d", count) << count;
    }

    void repeatedKeysOfManyMembers()
    {
        QFETCH(int, count);
        const QByteArrayList once = manyKeys(count);
        const JsonObject object = objectOf(once + once + once);

        JsonObject::Members expected = objectOf(once).members();
        for (JsonObject::Member &member : expected)
            member.value = *member.value.asNumber() + 2.0 * count;
        QCOMPARE(shown(object), shown(JsonObject(expected)));
        for (const JsonObject::Member &member : expected)
            QCOMPARE(object[member.key], member.value);
    }

    /// Random keys, against what ECMAScript says put plainly.
    void behavesAsAnEcmaScriptObject()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 400; ++round) {
            QByteArrayList keys;
            std::map<quint32, QByteArray> indices;
            QByteArrayList names;
            std::map<QByteArray, qsizetype> values;
            const unsigned different = 1 + random() % 60;
            for (qsizetype i = 0; i < static_cast<qsizetype>(random() % 80); ++i) {
                const QByteArray number = QByteArray::number(random() % different);
                const QByteArray key = random() % 2 == 0 ? number : "k" + number;
                keys.append(key);
                if (const auto index = arrayIndex(key.toStdString()))
                    indices[*index] = key;
                else if (!names.contains(key))
                    names.append(key);
                values[key] = i;
            }

            JsonObject::Members expected;
            for (const auto &[index, key] : indices)
                expected.push_back({key.toStdString(), values[key]});
            for (const QByteArray &key : names)
                expected.push_back({key.toStdString(), values[key]});
            const JsonObject object = objectOf(keys);
            QVERIFY2(object.members() == expected, keys.join(' ').constData());
            for (const JsonObject::Member &member : expected)
                QCOMPARE(object[member.key], member.value);
        }
    }

    void aMemberThatIsNullIsThere()
    {
        const JsonObject object{{"a", nullptr}};
        QVERIFY(object.find("a") != nullptr);
        QVERIFY(object["a"].isNull());
        QVERIFY(object.find("b") == nullptr);
        QVERIFY(object["b"].isNull());
    }

    void copiesFindTheirOwnMembers()
    {
        JsonObject copy;
        {
            const JsonObject object = objectOf(manyKeys(40));
            copy = object;
        }
        QCOMPARE(*copy["key40"].asNumber(), 0.0);
        QCOMPARE(copy, objectOf(manyKeys(40)));
        QVERIFY(!(copy == objectOf(manyKeys(39))));
    }

    void findsFromAPlaceOn_data()
    {
        QTest::addColumn<int>("size");
        QTest::addRow("scanned") << 12;
        QTest::addRow("hashed") << 100;
    }

    void findsFromAPlaceOn()
    {
        QFETCH(int, size);
        QByteArrayList keys = manyKeys(size);
        const JsonObject object = objectOf(keys);
        std::reverse(keys.begin(), keys.end()); // and so back to the start for each but the first
        std::size_t place = 0;
        for (const QByteArray &key : keys) {
            QCOMPARE(object.findFrom(place, key.toStdString()), object.find(key.toStdString()));
            QCOMPARE(object.findFrom(place, key.toStdString() + '-'), nullptr);
        }
    }

    void repeatedKeysAmongOnesLikeThem()
    {
        // Alike in length, first and last letter, as the look-up tells keys apart.
        QCOMPARE(shown(objectOf({"abd", "acd", "abd", "aed", "acd"})),
            QByteArray("{\"abd\":2,\"acd\":4,\"aed\":3}"));
    }
};

QTEST_APPLESS_MAIN(tst_JsonObject)
#include "tst_JsonObject.moc"
