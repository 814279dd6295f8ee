// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationFile.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

/// A file of one expectation; ' in place of ".
std::string fileOf(const QByteArray &expectation)
{
    return QByteArray("{'schema':'telemetry-expectations/1','expectations':[" + expectation + "]}")
        .replace('\'', '"')
        .toStdString();
}

QByteArray told(const Result<std::vector<Expectation>> &read)
{
    return read ? QByteArray("none")
                : QByteArray::fromStdString(read.error().code + ": " + read.error().message);
}

} // namespace

class tst_ExpectationFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<QByteArray>("expectation");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *expectation, const char *text) {
            QTest::newRow(name) << QByteArray(expectation) << QByteArray(text);
        };
        row("plain", "{'path':'factions.byId.a.fame','operator':'atLeast','value':20}",
            "factions.byId.a.fame at least 20");
        row("a name", "{'name':'N','path':'a','operator':'exists'}", "a is there");
        row("null", "{'path':'a','operator':'equals','value':null}", "a is null");
        row("an object", "{'path':'a','operator':'equals','value':{'b':[1,'x']}}", "a is {\"b\":[1,\"x\"]}");
        row("a part with a dot", "{'path':['quests','a.b','0'],'operator':'missing'}",
            "quests.a.b.0 is not there");
        row("an empty key", "{'path':['a',''],'operator':'exists'}", "a. is there");
        row("a record of very many", "{'path':'a','operator':'exists','at':'#18446744073709551615'}",
            "a is there at #18446744073709551615");
        row("at a record", "{'path':'a','operator':'exists','at':7}", "a is there at #7");
        row("by an event", "{'path':'a','operator':'exists','by':'x:y'}", "a is there by x:y");
        row("within", "{'path':'a','operator':'exists','within':1500}", "a is there within 1500 ms");
        row("after", "{'path':'a','operator':'exists','within':0,'after':'x:y'}",
            "a is there within 0 ms of x:y");
    }

    void whatIsWrittenIsReadAgain()
    {
        QFETCH(QByteArray, expectation);
        QFETCH(QByteArray, text);

        const auto read = parseExpectations(fileOf(expectation), "e.json");

        QVERIFY2(read, told(read).constData());
        QCOMPARE(read->size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(read->front().text()), text);
        QCOMPARE(QByteArray::fromStdString(expectationsText(*read)).replace(" ", "").replace("\n", ""),
            QByteArray::fromStdString(fileOf(expectation)));
        const auto again = parseExpectations(expectationsText(*read), "e.json");
        QVERIFY2(again, told(again).constData());
        QVERIFY(*again == *read);
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char *name, const char *expectation, const char *error) {
            QTest::newRow(name) << QByteArray::fromStdString(fileOf(expectation))
                                << QByteArray("bad_expectations: e.json: ").append(error);
        };
        row("no path", "{'operator':'exists'}", "expectations[0].path is missing");
        row("a bad path", "{'path':'a..b','operator':'exists'}",
            "expectations[0].path must be a path such as factions.byId.vanguard_prime.fame");
        row("an empty path", "{'path':[],'operator':'exists'}", "expectations[0].path must have a part");
        row("no operator", "{'path':'a','value':1}", "expectations[0].operator is missing");
        row("a strange operator", "{'path':'a','operator':'eq','value':1}",
            "expectations[0].operator is no operator; equals, notEquals, lessThan, atMost, greaterThan, "
            "atLeast, contains, matches, exists and missing are");
        row("no value", "{'path':'a','operator':'equals'}", "expectations[0] must have a value with equals");
        row("a value too many", "{'path':'a','operator':'exists','value':1}",
            "expectations[0] must have no value with exists");
        row("no number", "{'path':'a','operator':'atMost','value':'3'}",
            "expectations[0].value must be a number with atMost");
        row("no expression", "{'path':'a','operator':'matches','value':'('}",
            "expectations[0].value is no regular expression: missing closing parenthesis at 1");
        row("two places", "{'path':'a','operator':'exists','at':1,'by':2}",
            "expectations[0] must have one of at, by and within at most");
        row("after nothing", "{'path':'a','operator':'exists','after':1}",
            "expectations[0].after goes with within");
        row("a bad place", "{'path':'a','operator':'exists','at':0}",
            "expectations[0].at must be the name of an event, or the number of a record, from 1");
        row("a misspelt member", "{'path':'a','operator':'exists','form':1}",
            "expectations[0].form is not known here");
        row("a negative time", "{'path':'a','operator':'exists','within':-1}",
            "expectations[0].within must be from 0 to 1000000000000");
        QTest::newRow("another schema")
            << QByteArray("{\"schema\":\"telemetry-expectations/2\",\"expectations\":[]}")
            << QByteArray("bad_expectations: e.json: schema must be telemetry-expectations/1");
    }

    void mistakes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, error);
        QCOMPARE(told(parseExpectations(text.toStdString(), "e.json")), error);
    }

    void whatIsNoJsonIsSaid()
    {
        QVERIFY(told(parseExpectations("{", "e.json")).startsWith("bad_expectations: e.json: not JSON"));
    }

    void aFileIsRead()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("e.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(fileOf("{'path':'a','operator':'exists'}")));
        file.close();
        const auto read = readExpectations(path.toStdString());
        QVERIFY2(read, told(read).constData());
        QCOMPARE(read->size(), std::size_t{1});
        QVERIFY(told(readExpectations(dir.filePath(QStringLiteral("no")).toStdString()))
                    .startsWith("expectations_unreadable: "));
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("parts");
        const auto row = [](const char *text, const char *parts) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(parts);
        };
        row("a", "a");
        row("a.b.0", "a|b|0");
        row("a[0]", "a|0");
        row("a[0].b[12][3]", "a|0|b|12|3");
        row("a b.\xc3\xa9", "a b|\xc3\xa9");
        row("a]", "a]");
        row("", "bad_path");
        row(".a", "bad_path");
        row("a.", "bad_path");
        row("a..b", "bad_path");
        row("a[x]", "bad_path");
        row("a[]", "bad_path");
        row("a[0]b", "bad_path");
    }

    void paths()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, parts);
        const auto path = parseValuePath(text.toStdString());
        QByteArrayList found;
        if (path) {
            for (const std::string &part : *path)
                found << QByteArray::fromStdString(part);
        }
        QCOMPARE(path ? found.join('|') : QByteArray::fromStdString(path.error().code), parts);
    }
};

QTEST_APPLESS_MAIN(tst_ExpectationFile)
#include "tst_ExpectationFile.moc"
