// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationFile.h"
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"

#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

/// `--expect`, as a job runs it: of the demo mission, in which the Wraith is hostile at the end.
class tst_Expect : public QObject
{
    Q_OBJECT

private slots:
    void whatIsMet()
    {
        const ProgramRun run = expect({met});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.out,
            QByteArray("mission:harbour:1\n"
                       "  met      factions.byId.wraith_network.attitude is \"hostile\", after record #396\n"
                       "1 expectation, all met.\n"));
    }

    void whatIsNotMetIsACheckThatFailed()
    {
        const ProgramRun run = expect({met, notMet},
            {text("--format"), text("json"), text("--junit"), m_dir.filePath(text("junit.xml"))});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(shown((*json(run.out.toStdString()).asObject())["met"]), QByteArray("false"));
        const QByteArray junit = filesOf(m_dir.path()).value(text("junit.xml"));
        QVERIFY2(junit.contains("tests=\"3\" failures=\"1\""), junit.constData());
    }

    void anExportChecksToo()
    {
        const QString out = m_dir.filePath(text("out"));
        const ProgramRun run = expect({met, notMet},
            {text("--export"), text("--artifact-dir"), out, text("--quiet"), text("--clock"), text("1")});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.err,
            QByteArray("telemetry-inspector: error: mission:harbour:1: She is a friend: is \"hostile\", "
                       "after record #396\n"));
        const JsonValue result = json(run.out.toStdString());
        const JsonArray &inputs = *(*result.asObject())["inputs"].asArray();
        QCOMPARE((*inputs.front().asObject())["expectations"].asArray()->size(), std::size_t{2});
        QVERIFY(filesOf(out).contains(text("ci-artifacts.json")));
    }

    void withoutAnExportNothingIsWritten()
    {
        const QTemporaryDir empty;
        const ProgramRun run = expect({met}, {text("--artifact-dir"), empty.filePath(text("out"))});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(filesOf(empty.path()).size(), 0);
    }

    void anInputThatIsMissingCostsItselfOnly()
    {
        const ProgramRun run =
            expect({notMet}, {m_dir.filePath(text("no.ndjson")), m_dir.filePath(text("e.json"))});
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.contains("no.ndjson"), run.err.constData());
    }

    void mistakesInTheFile()
    {
        const QString path =
            write(QByteArray("{\"schema\":\"telemetry-expectations/1\",\"expectations\":[{}]}"));
        const ProgramRun run = runProgram(text(INSPECTOR_PROGRAM), {text("--expect"), path});
        QCOMPARE(run.exitCode, 4);
        QVERIFY2(run.err.contains("expectations[0].path is missing"), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void theSchemaKnowsWhatTheProgramKnows_data()
    {
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char *name, const QByteArray &expectation) {
            QTest::newRow(name) << QByteArray(
                "{'schema':'telemetry-expectations/1','expectations':[" + expectation + "]}")
                                       .replace('\'', '"');
        };
        row("plain", met);
        row("named", notMet);
        row("a list for a path", "{'path':['a.b','0'],'operator':'missing'}");
        row("by", "{'path':'a','operator':'lessThan','value':3,'by':'x:y'}");
        row("within", "{'path':'a','operator':'contains','value':null,'within':5,'after':7}");
        row("no path", "{'operator':'exists'}");
        row("a bad path", "{'path':'a..b','operator':'exists'}");
        row("a value too many", "{'path':'a','operator':'exists','value':null}");
        row("no value", "{'path':'a','operator':'matches'}");
        row("no number", "{'path':'a','operator':'atMost','value':'3'}");
        row("two places", "{'path':'a','operator':'exists','at':1,'within':2}");
        row("after nothing", "{'path':'a','operator':'exists','after':1}");
        row("a bad place", "{'path':'a','operator':'exists','at':0}");
        row("a broken place", "{'path':'a','operator':'exists','at':1.5}");
        row("a misspelt member", "{'path':'a','operator':'exists','form':1}");
        row("a strange operator", "{'path':'a','operator':'is','value':1}");
        QTest::newRow("another schema") << QByteArray("{\"schema\":\"x\",\"expectations\":[]}");
        QTest::newRow("a list") << QByteArray("[]");
    }

    void theSchemaKnowsWhatTheProgramKnows()
    {
        QFETCH(QByteArray, file);
        const ProgramRun schema = runProgram(text("/usr/bin/python3"),
            {text("-c"),
                text("import json, sys, jsonschema\n"
                     "schema, value = (json.load(open(f)) for f in sys.argv[1:])\n"
                     "jsonschema.Draft202012Validator.check_schema(schema)\n"
                     "print(jsonschema.Draft202012Validator(schema).is_valid(value))\n"),
                text(INSPECTOR_SOURCE_DIR "/resources/schemas/expectations.schema.json"), write(file)});
        QCOMPARE(schema.exitCode, 0);
        QCOMPARE(
            schema.out, QByteArray(parseExpectations(file.toStdString(), "e.json") ? "True\n" : "False\n"));
    }

private:
    static constexpr const char *met =
        "{'path':'factions.byId.wraith_network.attitude','operator':'equals','value':'hostile'}";
    static constexpr const char *notMet = "{'name':'She is a friend','path':'factions.byId.wraith_network."
                                          "attitude','operator':'equals','value':'friendly'}";

    [[nodiscard]] QString write(const QByteArray &content) const
    {
        QString path = m_dir.filePath(text("e.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            QTest::qFail("the test's own file was not written", __FILE__, __LINE__);
        return path;
    }

    [[nodiscard]] ProgramRun expect(const QByteArrayList &expectations, const QStringList &more = {}) const
    {
        const QString path = write(QByteArray(
            "{'schema':'telemetry-expectations/1','expectations':[" + expectations.join(',') + "]}")
                                       .replace('\'', '"'));
        return runProgram(text(INSPECTOR_PROGRAM), QStringList{text("--expect"), path} + more);
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_Expect)
#include "tst_Expect.moc"
