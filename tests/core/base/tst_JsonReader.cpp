// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <string>
#include <vector>

using namespace inspector;

namespace {

QByteArray nested(std::size_t depth)
{
    const auto count = static_cast<qsizetype>(depth);
    return QByteArray(count, '[') + QByteArray(count, ']');
}

} // namespace

class tst_JsonReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("repairs");
        const auto row = [](const char *title, const QByteArray &text, const char *value, int repairs = 0) {
            QTest::addRow("%s", title) << text << QByteArray(value) << repairs;
        };
        row("every type", "[null,true,false,1,-2.5,\"t\",{},[]]", "[null,true,false,1,-2.5,\"t\",{},[]]");
        row("white space", " \t\r\n[ 1 , 2 ] \n", "[1,2]");
        row("escapes", "\"\\u0041\\n\\/\\ud83d\\ude00\"", "\"A\\n/\xf0\x9f\x98\x80\"");
        row("a repeated key", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}");
        row("array indices first", "{\"b\":1,\"10\":2,\"9\":3}", "{\"9\":3,\"10\":2,\"b\":1}");
        row("negative zero", "-0", "0");
        row("signed 64 bits", "-9223372036854775808", "-9223372036854776000");
        row("unsigned 64 bits", "18446744073709551615", "18446744073709552000");
        row("beyond 64 bits", "[18446744073709551616,-9223372036854775809]",
            "[18446744073709552000,-9223372036854776000]");
        row("deepest", nested(JsonReader::maxDepth), nested(JsonReader::maxDepth).constData());
        row("too large", "[1e400,-1e400,1]", "[null,null,1]", 1);
        row("too small", "[1e-400]", "[0]");
        row("lone high surrogate", "\"a\\ud800b\"",
            "\"a\xef\xbf\xbd"
            "b\"",
            1);
        row("lone low surrogate", "\"\\udc00\"", "\"\xef\xbf\xbd\"", 1);
        row("high surrogate before another escape", "\"\\ud800\\u0041\"",
            "\"\xef\xbf\xbd"
            "A\"",
            1);
        row("invalid UTF-8", "\"a\xff\xc3\"", "\"a\xef\xbf\xbd\xef\xbf\xbd\"", 1);
        row("all at once", "[\"\xff\",\"\\ud800\",1e400]", "[\"\xef\xbf\xbd\",\"\xef\xbf\xbd\",null]", 3);
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, value);
        QFETCH(int, repairs);
        JsonReader reader;
        const Result<JsonView> view = reader.read(text.toStdString());
        QVERIFY2(view.has_value(), view ? "" : view.error().message.c_str());
        QCOMPARE(shown(view->toValue()), value);
        QCOMPARE(static_cast<int>(reader.repairs().size()), repairs);
    }

    void copiesIntoWhatIsThere()
    {
        const std::vector<std::string> texts{R"({"a":"a text that is too long to be kept in place","b":[1]})",
            R"({"b":{"c":"another text that is too long","d":null},"a":2})", R"([{"a":1},"x"])",
            R"({"a":{"c":1},"a":{"d":true}})", R"("text")", R"({})", R"({"2":1,"1":2,"z":"","a":-0.5})",
            R"({"1":2})", "17", R"({"a":{"b":{"c":{}}},"e":"f"})", "null"};
        JsonReader reader;
        JsonValue value;
        for (const std::string &before : texts) {
            for (const std::string &after : texts) {
                reader.read(before)->copyTo(value);
                const JsonValue shared = value;

                reader.read(after)->copyTo(value); // which somebody shares
                QCOMPARE(shown(shared), shown(json(before)));
                QCOMPARE(shown(value), shown(json(after)));

                reader.read(before)->copyTo(value); // which nobody shares
                QCOMPARE(shown(value), shown(json(before)));
            }
        }
    }

    void keepsTheMemoryOfWhatNobodyShares()
    {
        JsonReader reader;
        JsonValue value = reader.read(R"({"key":"a text that is too long to be kept in place"})")->toValue();
        const JsonObject *object = value.asObject();
        const char *text = (*object)["key"].asString()->data();

        reader.read(R"({"key":"another, not longer than the one before"})")->copyTo(value);

        QCOMPARE(value.asObject(), object);
        QCOMPARE((*value.asObject())["key"].asString()->data(), text);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *title, const QByteArray &text, const char *code = "bad_json") {
            QTest::addRow("%s", title) << text << QByteArray(code);
        };
        row("nothing", "");
        row("only space", "  ");
        row("a word", "hello");
        row("cut off", "{\"a\":1");
        row("unclosed text", "\"abc");
        row("two values", "{} {}");
        row("trailing comma", "[1,]");
        row("single quotes", "{'a':1}");
        row("comment", "[1/*c*/]");
        row("leading zero", "[01]");
        row("plus", "[+1]");
        row("bare fraction", "[1.]");
        row("not a number", "[NaN]");
        row("unknown escape", "\"\\x41\"");
        row("line break in a text", "\"a\nb\"");
        row("too deep", nested(JsonReader::maxDepth + 1), "too_deep");
        row("far too deep", nested(100'000), "too_deep");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const Result<JsonValue> value = parseJson(text.toStdString());
        QVERIFY(!value);
        QCOMPARE(QByteArray::fromStdString(value.error().code), code);
        QVERIFY(!value.error().message.empty());
    }

    void aDocumentMayBeDeeper()
    {
        const auto read = [](std::size_t levels) {
            return JsonReader(JsonReader::maxDocumentDepth).read(nested(levels).toStdString()).has_value();
        };
        QVERIFY(read(JsonReader::maxDocumentDepth));
        QVERIFY(!read(JsonReader::maxDocumentDepth + 1));
    }

    void views()
    {
        JsonReader reader;
        const auto view =
            reader.read("{\"a\":1,\"t\":\"x\",\"n\":null,\"l\":[],\"b\":true,\"o\":{},\"a\":2}");
        QVERIFY(view.has_value());
        QVERIFY(view->isObject());
        QByteArray log;
        view->forEachMember([&](std::string_view key, const JsonView &value) {
            log += QByteArray::fromStdString(std::string(key) + ' ' + std::string(value.typeName()) + ' ');
            QCOMPARE(value.asNumber().has_value(), value.typeName() == "number");
            QCOMPARE(value.asString().has_value(), value.typeName() == "string");
            QCOMPARE(value.isNull(), value.typeName() == "null");
            QCOMPARE(value.isObject(), value.typeName() == "object");
        });
        QCOMPARE(log, QByteArray("a number t string n null l list b boolean o object a number "));
    }

    void repairsAreThoseOfTheLastText()
    {
        JsonReader reader;
        QVERIFY(reader.read("[1e400]").has_value());
        QVERIFY(!reader.repairs().empty());
        QVERIFY(reader.read("[1]").has_value());
        QVERIFY(reader.repairs().empty());
        QVERIFY(!reader.read("[1").has_value());
        QVERIFY(reader.read("[2]").has_value());
    }
};

QTEST_APPLESS_MAIN(tst_JsonReader)
#include "tst_JsonReader.moc"
