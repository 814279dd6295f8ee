// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/MarkdownTable.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_MarkdownTable : public QObject
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
        row("empty", "\"\"", "");
        row("text", "\"a b\"", "a b");
        row("pipe", "\"|a||b|\"", "\\|a\\|\\|b\\|");
        row("backslash is left alone", "\"a\\\\b\"", "a\\b");
        row("backslash before a pipe", "\"a\\\\|b\"", "a\\\\|b");
        row("LF", "\"\\na\\n\\nb\\n\"", "<br>a<br><br>b<br>");
        row("CR", "\"\\ra\\r\\rb\\r\"", "<br>a<br><br>b<br>");
        row("CR LF is one break", "\"a\\r\\nb\\r\\n\"", "a<br>b<br>");
        row("LF CR is two", "\"a\\n\\rb\"", "a<br><br>b");
        row("markup is left alone", "\"<b>*x*</b> & `y`\"", "<b>*x*</b> & `y`");
        row("number", "1e-7", "1e-7");
        row("minus zero", "-0", "0");
        row("flag", "false", "false");
        row("list", "[1,\"|\"]", "[1,\"\\|\"]");
        row("object", "{\"a\":null}", "{\"a\":null}");
    }

    void cells()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, cell);
        MarkdownTable table{"A", "B"};

        table.addRow({1, json(value.toStdString())});

        QCOMPARE(QByteArray::fromStdString(table.text()),
            QByteArray("| A | B |\n| --- | --- |\n| 1 | ").append(cell).append(" |\n"));
    }

    void withoutRowsThereIsTheHeader()
    {
        QCOMPARE(MarkdownTable({"#", "a|b"}).text(), std::string("| # | a\\|b |\n| --- | --- |\n"));
    }
};

QTEST_APPLESS_MAIN(tst_MarkdownTable)
#include "tst_MarkdownTable.moc"
