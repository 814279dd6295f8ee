// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/Csv.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_Csv : public QObject
{
    Q_OBJECT

private slots:
    void cells_data()
    {
        QTest::addColumn<QByteArray>("value"); // JSON
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *name, const char *value, const char *cell) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(cell);
        };

        row("null", "null", "");
        row("empty text", "\"\"", "");
        row("text", "\"a b\"", "a b");
        row("spaces are data", "\" a \"", " a ");
        row("comma", "\"a,b\"", "\"a,b\"");
        row("quotes", "\"say \\\"x\\\"\"", "\"say \"\"x\"\"\"");
        row("a quote alone", "\"\\\"\"", "\"\"\"\"");
        row("LF", "\"a\\nb\"", "\"a\nb\"");
        row("CR", "\"a\\rb\"", "\"a\rb\"");
        row("CR LF", "\"a\\r\\nb\\r\\n\"", "\"a\r\nb\r\n\"");
        row("other line ends are no line ends", "\"a\\u2028b\\u000bc\"", "a\u2028b\vc");
        row("pipe, semicolon, tab and backslash", "\"a|b;c\\td\\\\\"", "a|b;c\td\\");
        row("formula", "\"=1+1\"", "=1+1");
        row("number", "1e21", "1e+21");
        row("fraction", "0.1", "0.1");
        row("large whole number", "123456789012345680", "123456789012345680");
        row("minus zero", "-0.0", "0");
        row("flag", "true", "true");
        row("list", "[1,\"a\"]", "\"[1,\"\"a\"\"]\"");
        row("list of one", "[1]", "[1]");
        row("object", "{\"a\":\"b\"}", "\"{\"\"a\"\":\"\"b\"\"}\"");
        row("empty object", "{}", "{}");
        row("beyond ASCII", "\"\u00e9 \u6f22\"", "\u00e9 \u6f22");
    }

    void cells()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, cell);
        Csv csv{"h", "i"};

        csv.addRow({json(value.toStdString()), 1});

        QCOMPARE(QByteArray::fromStdString(csv.text()), QByteArray("h,i\n").append(cell).append(",1\n"));
    }

    void rows()
    {
        Csv csv{"a,b", "c"};
        csv.addRow({"x", nullptr});
        csv.addRow({nullptr, nullptr});

        QCOMPARE(QByteArray::fromStdString(csv.text()), QByteArray("\"a,b\",c\nx,\n,\n"));
    }

    void withoutRowsThereIsTheHeader()
    {
        QCOMPARE(QByteArray::fromStdString(Csv({"a", "b"}).text()), QByteArray("a,b\n"));
    }

    void joinsTexts()
    {
        QCOMPARE(joinedCell({}), std::string());
        QCOMPARE(joinedCell({"a"}), std::string("a"));
        QCOMPARE(joinedCell({"a", "", "b|c"}), std::string("a||b|c"));
    }
};

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_Csv.moc"
