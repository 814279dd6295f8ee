// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonValue.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <limits>

using namespace inspector;

namespace {

/// One value of each type, with what it must tell of itself.
struct Sample
{
    const char *name;
    JsonValue value;
    const char *typeName;
    const char *text;
};

std::vector<Sample> samples()
{
    const std::optional<std::string> noText;
    const std::optional<double> someNumber = 1.5;
    return {{"default", {}, "null", "null"}, {"nullptr", nullptr, "null", "null"},
        {"true", true, "boolean", "true"}, {"false", false, "boolean", "false"},
        {"double", 0.5, "number", "0.5"}, {"float", 0.25F, "number", "0.25"}, {"int", -3, "number", "-3"},
        {"size", std::size_t{7}, "number", "7"},
        {"64 bits", std::numeric_limits<std::int64_t>::min(), "number", "-9223372036854776000"},
        {"literal", "text", "string", "\"text\""}, {"string", std::string("text"), "string", "\"text\""},
        {"view", std::string_view("text").substr(1, 2), "string", "\"ex\""},
        {"empty text", "", "string", "\"\""}, {"list", JsonArray{1, "a", nullptr}, "list", "[1,\"a\",null]"},
        {"empty list", JsonArray(), "list", "[]"}, {"object", JsonObject{{"a", 1}}, "object", "{\"a\":1}"},
        {"empty object", JsonObject(), "object", "{}"},
        {"shared object", Shared<JsonObject>(JsonObject{{"a", 1}}), "object", "{\"a\":1}"},
        {"optional with", someNumber, "number", "1.5"}, {"optional without", noText, "null", "null"}};
}

} // namespace

class tst_JsonValue : public QObject
{
    Q_OBJECT

private slots:
    void types_data()
    {
        QTest::addColumn<int>("sample");
        const std::vector<Sample> all = samples();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::addRow("%s", all[i].name) << static_cast<int>(i);
    }

    void types()
    {
        QFETCH(int, sample);
        const Sample expected = samples()[static_cast<std::size_t>(sample)];
        const JsonValue &value = expected.value;
        const std::string type = expected.typeName;

        QCOMPARE(std::string(value.typeName()), type);
        QCOMPARE(shown(value), QByteArray(expected.text));
        QCOMPARE(value.isNull(), type == "null");
        QCOMPARE(value.asBool() != nullptr, type == "boolean");
        QCOMPARE(value.asNumber() != nullptr, type == "number");
        QCOMPARE(value.asString() != nullptr, type == "string");
        QCOMPARE(value.asArray() != nullptr, type == "list");
        QCOMPARE(value.asObject() != nullptr, type == "object");
        QCOMPARE(value.asSharedObject() != nullptr, type == "object");
    }

    void equality_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("equal");

        QTest::addRow("numbers") << QByteArray("1") << QByteArray("1.0") << true;
        QTest::addRow("other numbers") << QByteArray("1") << QByteArray("2") << false;
        QTest::addRow("zeros") << QByteArray("0") << QByteArray("-0.0") << true;
        QTest::addRow("null and false") << QByteArray("null") << QByteArray("false") << false;
        QTest::addRow("zero and false") << QByteArray("0") << QByteArray("false") << false;
        QTest::addRow("number and text") << QByteArray("1") << QByteArray("\"1\"") << false;
        QTest::addRow("lists") << QByteArray("[1,[2]]") << QByteArray("[1,[2]]") << true;
        QTest::addRow("lists of other order") << QByteArray("[1,2]") << QByteArray("[2,1]") << false;
        QTest::addRow("lists of other length") << QByteArray("[1]") << QByteArray("[1,1]") << false;
        QTest::addRow("objects") << QByteArray(R"({"a":{"b":1}})") << QByteArray(R"({"a":{"b":1}})") << true;
        QTest::addRow("objects of other order")
            << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":2,"a":1})") << false;
        QTest::addRow("objects of one order")
            << QByteArray(R"({"2":1,"1":2})") << QByteArray(R"({"1":2,"2":1})") << true;
        QTest::addRow("empty list and object") << QByteArray("[]") << QByteArray("{}") << false;
    }

    void equality()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, equal);
        QCOMPARE(json(a.toStdString()) == json(b.toStdString()), equal);
        QCOMPARE(json(b.toStdString()) == json(a.toStdString()), equal);
    }

    void copiesShareTheirContent()
    {
        const JsonValue object = JsonObject{{"a", 1}};
        const JsonValue list = JsonArray{1};
        const JsonValue objectCopy = object; // NOLINT(performance-unnecessary-copy-initialization)
        const JsonValue listCopy = list;     // NOLINT(performance-unnecessary-copy-initialization)

        QVERIFY(objectCopy.asSharedObject()->same(*object.asSharedObject()));
        QCOMPARE(objectCopy.asObject(), object.asObject());
        QCOMPARE(listCopy.asArray(), list.asArray());
        QCOMPARE(JsonValue(*object.asSharedObject()).asObject(), object.asObject());
    }
};

QTEST_APPLESS_MAIN(tst_JsonValue)
#include "tst_JsonValue.moc"
