// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "core/base/JsonRepair.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArrayList mendedKinds(const JsonRepair &repair)
{
    QByteArrayList kinds;
    if (repair.replacedBytes)
        kinds.append("bytes");
    if (repair.replacedSurrogates)
        kinds.append("surrogates");
    if (repair.replacedNumbers)
        kinds.append("numbers");
    return kinds;
}

std::string errorOf(std::string_view text)
{
    const Result<JsonValue> value = parseJson(text);
    return value ? std::string() : value.error().code;
}

} // namespace

class tst_JsonRepair : public QObject
{
    Q_OBJECT

private slots:
    void repair_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("repaired");
        QTest::addColumn<QByteArrayList>("kinds");
        const QByteArrayList none;
        const QByteArrayList bytes{"bytes"};
        const QByteArrayList surrogates{"surrogates"};
        const QByteArrayList numbers{"numbers"};
        const auto unchanged = [&](const char *name, const QByteArray &text) {
            QTest::addRow("%s", name) << text << text << none;
        };

        unchanged("empty", "");
        unchanged("literals and layout", " { \"a\" : [ true , false , null ] } \n");
        unchanged("not JSON", "hello, world]}");
        unchanged("an open string", "[\"abc");
        unchanged("a string that ends in a backslash", "\"abc\\");
        unchanged("numbers inside a string", "\"1e999 -1e999 99999999999999999999999\"");
        unchanged("numbers inside a string behind a quote", "\"a\\\"1e999\"");
        unchanged("a backslash before the end of a string", "[\"\\\\\",1.5]");
        unchanged("fractions", "[1.5,-0.25,1.5e3,2E-2]");

        QTest::addRow("a lone byte") << QByteArray("\"\xff\"") << QByteArray("\"\xef\xbf\xbd\"") << bytes;
        QTest::addRow("a cut sequence before the quote")
            << QByteArray("[\"\xe2\x82\",1.5]") << QByteArray("[\"\xef\xbf\xbd\",1.5]") << bytes;
        unchanged("U+FFFD that was there", "\"\xef\xbf\xbd\"");

        QTest::addRow("lone high") << QByteArray("\"\\ud800\"") << QByteArray("\"\\ufffd\"") << surrogates;
        QTest::addRow("lone low") << QByteArray("\"\\udfff\"") << QByteArray("\"\\ufffd\"") << surrogates;
        QTest::addRow("capital digits")
            << QByteArray("\"\\uD83D\"") << QByteArray("\"\\ufffd\"") << surrogates;
        unchanged("pair", "\"\\ud83d\\ude00\"");
        QTest::addRow("pair the wrong way round")
            << QByteArray("\"\\ude00\\ud83d\"") << QByteArray("\"\\ufffd\\ufffd\"") << surrogates;
        QTest::addRow("high before a pair") << QByteArray("\"\\ud800\\ud83d\\ude00\"")
                                            << QByteArray("\"\\ufffd\\ud83d\\ude00\"") << surrogates;
        QTest::addRow("low behind a pair") << QByteArray("\"\\ud83d\\ude00\\ude00\"")
                                           << QByteArray("\"\\ud83d\\ude00\\ufffd\"") << surrogates;
        QTest::addRow("high before another escape")
            << QByteArray("\"\\ud800\\n\"") << QByteArray("\"\\ufffd\\n\"") << surrogates;
        QTest::addRow("high before other text")
            << QByteArray("\"\\ud800ude00\"") << QByteArray("\"\\ufffdude00\"") << surrogates;
        QTest::addRow("high in a key")
            << QByteArray("{\"\\ud800\":\"b\"}") << QByteArray("{\"\\ufffd\":\"b\"}") << surrogates;
        unchanged("an escaped backslash before u", "\"\\\\ud800\"");
        unchanged("an escape with too few digits", "\"\\ud80\"");
        unchanged("an escape with a sign", "\"\\u-800\"");
        unchanged("an escape of other text", "\"\\u0041\\ue000\"");
        unchanged("a surrogate outside of strings", "\\ud800");
        unchanged("a digit inside of a word", "a1 b-2");

        QTest::addRow("too large") << QByteArray("[1e400]") << QByteArray("[null]") << numbers;
        QTest::addRow("too large, negative") << QByteArray("-1e400") << QByteArray("null") << numbers;
        QTest::addRow("too large, capital and plus") << QByteArray("1E+400") << QByteArray("null") << numbers;
        QTest::addRow("too large, fraction") << QByteArray("0.0001e999") << QByteArray("null") << numbers;
        QTest::addRow("too large, many digits") << QByteArray(400, '9') << QByteArray("null") << numbers;
        QTest::addRow("too large, endless exponent")
            << QByteArray("1e99999999999999999999") << QByteArray("null") << numbers;
        unchanged("too small", "1e-400");
        unchanged("too small, negative", "-1e-400");
        unchanged("too small, endless exponent", "1e-99999999999999999999");
        unchanged("zero with a large exponent", "0e999");
        unchanged("zero with an endless exponent", "0.0e99999999999999999999");
        unchanged("the largest double", "1.7976931348623157e308");
        unchanged("the smallest double", "5e-324");
        QTest::addRow("just beyond the largest double")
            << QByteArray("1.7976931348623159e308") << QByteArray("null") << numbers;

        QTest::addRow("an integer as a double") << QByteArray("[1,-2]") << QByteArray("[1e0,-2e0]") << none;
        QTest::addRow("an integer beyond 64 bits")
            << QByteArray("18446744073709551616") << QByteArray("18446744073709551616e0") << none;
        unchanged("a leading zero is still an error", "01");
        unchanged("a minus alone", "-");
        unchanged("a plus", "+1.5");
        unchanged("two numbers in one", "1.5.2");
        unchanged("a date", "2026-01-15");

        QTest::addRow("everything at once") << QByteArray("{\"a\":1e999,\"b\":\"\\udc00\xff\"}")
                                            << QByteArray("{\"a\":null,\"b\":\"\\ufffd\xef\xbf\xbd\"}")
                                            << QByteArrayList{"bytes", "surrogates", "numbers"};
    }

    void repair()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, repaired);
        QFETCH(QByteArrayList, kinds);

        JsonRepair repair;
        QVERIFY_THROWS_NO_EXCEPTION(repair = repairJson(text.toStdString()));

        QCOMPARE(QByteArray::fromStdString(repair.text), repaired);
        QCOMPARE(mendedKinds(repair), kinds);
    }

    /// A backslash before a quote outside of strings: the parser and the repair do not see the same strings.
    void brokenTextsThatAreMendedStayErrors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("a lone byte, then an open string that ends in a backslash")
            << QByteArray("\xff\\\"\\");
        QTest::addRow("a number too large, then the same") << QByteArray("1e999 \\\"\\");
        QTest::addRow("a lone byte, then an open string that ends in a cut escape")
            << QByteArray("\xff\\\"\\ud8");
        QTest::addRow("a lone byte, then an open string") << QByteArray("\xff\\\"");
    }

    void brokenTextsThatAreMendedStayErrors()
    {
        QFETCH(QByteArray, text);
        std::string code;
        QVERIFY_THROWS_NO_EXCEPTION(code = errorOf(text.toStdString()));
        QCOMPARE(code, std::string("bad_json"));
    }
};

QTEST_APPLESS_MAIN(tst_JsonRepair)
#include "tst_JsonRepair.moc"
