// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/Csv.h"
#include "core/artifacts/MarkdownTable.h"
#include "tests/support/TestJson.h"

#include <QtTest>

using namespace inspector;

/// One cell, in both kinds of table.
class tst_Csv : public QObject
{
    Q_OBJECT

private slots:
    void cells_data()
    {
        QTest::addColumn<QByteArray>("value"); // JSON
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("markdown");
        const auto row = [](const char *name, const char *value, const char *csv, const char *markdown) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(csv) << QByteArray(markdown);
        };

        row("null", "null", "", "");
        row("empty text", "\"\"", "", "");
        row("text", "\"a b\"", "a b", "a b");
        row("comma", "\"a,b\"", "\"a,b\"", "a,b");
        row("quotes", "\"say \\\"x\\\"\"", "\"say \"\"x\"\"\"", "say \"x\"");
        row("LF", "\"a\\nb\"", "\"a\nb\"", "a<br>b");
        row("CR", "\"a\\rb\"", "\"a\rb\"", "a<br>b");
        row("CR LF", "\"a\\r\\nb\\r\\n\"", "\"a\r\nb\r\n\"", "a<br>b<br>");
        row("pipe and backslash", "\"a|b\\\\\"", "a|b\\", "a\\|b\\");
        row("formula", "\"=1+1\"", "=1+1", "=1+1");
        row("number", "1e21", "1e+21", "1e+21");
        row("flag", "true", "true", "true");
        row("object", "{\"a\":\"b\"}", "\"{\"\"a\"\":\"\"b\"\"}\"", "{\"a\":\"b\"}");
        row("beyond ASCII", "\"é 漢 😀\"", "é 漢 😀", "é 漢 😀");
    }

    void cells()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, markdown);
        Csv sheet{"h", "i"};
        MarkdownTable table{"h", "i"};

        sheet.addRow({json(value.toStdString()), 1});
        table.addRow({json(value.toStdString()), 1});

        QCOMPARE(QByteArray::fromStdString(sheet.text()), QByteArray("h,i\n").append(csv).append(",1\n"));
        QCOMPARE(QByteArray::fromStdString(table.text()),
            QByteArray("| h | i |\n| --- | --- |\n| ").append(markdown).append(" | 1 |\n"));
    }

    void joinsTexts()
    {
        QCOMPARE(joinedCell({}), std::string());
        QCOMPARE(joinedCell({"a", "b"}), std::string("a|b"));
    }
};

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_Csv.moc"
