// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <limits>

using namespace inspector;

class tst_EcmaJson : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text");
        using Limits = std::numeric_limits<double>;
        const auto row = [](const char *title, double number, const char *text) {
            QTest::addRow("%s", title) << number << QByteArray(text);
        };
        row("zero", 0, "0");
        row("negative zero", -0.0, "0");
        row("integer", 42, "42");
        row("negative", -7.25, "-7.25");
        row("tenth", 0.1, "0.1");
        row("sum that is not exact", 0.1 + 0.2, "0.30000000000000004");
        row("third", 1.0 / 3, "0.3333333333333333");
        row("largest safe integer", 9007199254740991.0, "9007199254740991");
        row("beyond the safe integers", 9007199254740992.0, "9007199254740992");
        row("time", 1768469443000.0, "1768469443000");
        row("64-bit maximum", 9223372036854775807.0, "9223372036854776000");
        row("last without exponent", 123456789012345680000.0, "123456789012345680000");
        row("first with exponent", 1e21, "1e+21");
        row("negative with exponent", -1.5e300, "-1.5e+300");
        row("smallest without exponent", 0.000001, "0.000001");
        row("largest small with exponent", 0.0000001, "1e-7");
        row("small with digits", 1.23e-7, "1.23e-7");
        row("small without exponent, with digits", 0.00000123, "0.00000123");
        row("largest", Limits::max(), "1.7976931348623157e+308");
        row("smallest normal", Limits::min(), "2.2250738585072014e-308");
        row("smallest", Limits::denorm_min(), "5e-324");
        row("not a number", Limits::quiet_NaN(), "null");
        row("infinite", Limits::infinity(), "null");
        row("negative infinite", -Limits::infinity(), "null");
    }

    void numbers()
    {
        QFETCH(double, number);
        QFETCH(QByteArray, text);
        std::string out = "x";
        appendJsonNumber(out, number);
        QCOMPARE(QByteArray::fromStdString(out), QByteArray("x") + text);
    }

    void strings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::addRow("empty") << QByteArray("") << QByteArray("\"\"");
        QTest::addRow("plain") << QByteArray("a/b'c") << QByteArray("\"a/b'c\"");
        QTest::addRow("quote and backslash") << QByteArray("\"\\") << QByteArray("\"\\\"\\\\\"");
        QTest::addRow("short escapes") << QByteArray("\b\f\n\r\t") << QByteArray("\"\\b\\f\\n\\r\\t\"");
        QTest::addRow("other control characters")
            << QByteArray("\x00\x01\x0b\x1f", 4) << QByteArray("\"\\u0000\\u0001\\u000b\\u001f\"");
        QTest::addRow("delete is no control character here") << QByteArray("\x7f") << QByteArray("\"\x7f\"");
        QTest::addRow("beyond ASCII")
            << QByteArray("\xc3\xa4\xf0\x9f\x98\x80") << QByteArray("\"\xc3\xa4\xf0\x9f\x98\x80\"");
        QTest::addRow("line separators stay")
            << QByteArray("\xe2\x80\xa8\xe2\x80\xa9") << QByteArray("\"\xe2\x80\xa8\xe2\x80\xa9\"");
        QTest::addRow("escape amid text") << QByteArray("ab\ncd") << QByteArray("\"ab\\ncd\"");
    }

    void strings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        std::string out;
        appendJsonString(out, text.toStdString());
        QCOMPARE(QByteArray::fromStdString(out), written);
    }

    void layouts_data()
    {
        QTest::addColumn<QByteArray>("compact");
        QTest::addColumn<QByteArray>("indented");
        QTest::addColumn<int>("which");
        QTest::addRow("null") << QByteArray("null") << QByteArray("null") << 0;
        QTest::addRow("flags") << QByteArray("[true,false]") << QByteArray("[\n  true,\n  false\n]") << 1;
        QTest::addRow("empty list") << QByteArray("[]") << QByteArray("[]") << 2;
        QTest::addRow("empty object") << QByteArray("{}") << QByteArray("{}") << 3;
        QTest::addRow("nested") << QByteArray("{\"a\":[1,{}],\"b\":{\"c\":[]}}")
                                << QByteArray("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": {\n"
                                              "    \"c\": []\n  }\n}")
                                << 4;
    }

    void layouts()
    {
        QFETCH(QByteArray, compact);
        QFETCH(QByteArray, indented);
        QFETCH(int, which);
        const JsonArray values{nullptr, JsonArray{true, false}, JsonArray(), JsonObject(),
            JsonObject{{"a", JsonArray{1, JsonObject()}}, {"b", JsonObject{{"c", JsonArray()}}}}};
        const JsonValue &value = values[static_cast<std::size_t>(which)];
        QCOMPARE(QByteArray::fromStdString(toJsonText(value, JsonLayout::Compact)), compact);
        QCOMPARE(QByteArray::fromStdString(toJsonText(value, JsonLayout::Indented)), indented);
    }
};

QTEST_APPLESS_MAIN(tst_EcmaJson)
#include "tst_EcmaJson.moc"
