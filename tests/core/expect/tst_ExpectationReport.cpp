// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationReport.h"
#include "tests/support/TestJson.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

std::vector<CheckedInput> twoInputs()
{
    const Expectation hostile{"She ends hostile", {"factions", "byId", "w", "attitude"},
        Expectation::Operator::Equals, "hostile", Expectation::AtEnd()};
    const Expectation done{"", {"tutorial", "completed"}, Expectation::Operator::Equals, true,
        Expectation::By{StopPoint::parse("::error|x").value()}};
    return {{"a|b.ndjson", {{hostile, true, 12, "hostile", {}}, {done, false, 7, false, "was not so"}}, {}},
        {"c.ndjson", {{hostile, false, 0, {}, "is not there"}}, {}}};
}

} // namespace

class tst_ExpectationReport : public QObject
{
    Q_OBJECT

private slots:
    void text()
    {
        QCOMPARE(QByteArray::fromStdString(expectationReport(twoInputs(), ReportFormat::Text)),
            QByteArray(
                "a|b.ndjson\n"
                "  met      She ends hostile (factions.byId.w.attitude is \"hostile\"), after record #12\n"
                "  NOT MET  tutorial.completed is true by :\\x3aerror|x: was not so, after record #7\n"
                "c.ndjson\n"
                "  NOT MET  She ends hostile (factions.byId.w.attitude is \"hostile\"): is not there, at the "
                "end\n"
                "3 expectations, 2 not met.\n"));
    }

    void saysWhereNothingIs()
    {
        const Expectation never{"", {"a"}, Expectation::Operator::NotEquals, "hostile", {}};

        QCOMPARE(QByteArray::fromStdString(resultText({never, true, 3, {}, {}})),
            QByteArray("a is not \"hostile\" (there is nothing there), after record #3"));
        QCOMPARE(QByteArray::fromStdString(resultText({never, true, 3, "allied", {}})),
            QByteArray("a is not \"hostile\", after record #3"));
    }

    void markdown()
    {
        QCOMPARE(QByteArray::fromStdString(expectationReport(twoInputs(), ReportFormat::Markdown)),
            QByteArray(
                "# 3 expectations, 2 not met\n\n## a&#124;b.ndjson\n\n"
                "|  | expectation | value | where |\n| --- | --- | --- | --- |\n"
                "| met | She ends hostile \\(factions.byId.w.attitude is \"hostile\"\\) | \"hostile\" | "
                "after record #12 |\n"
                "| **not met** | tutorial.completed is true by &#58;&#58;error&#124;x | false | after "
                "record #7 |\n"
                "\n## c.ndjson\n\n"
                "|  | expectation | value | where |\n| --- | --- | --- | --- |\n"
                "| **not met** | She ends hostile \\(factions.byId.w.attitude is \"hostile\"\\) | null | "
                "at the end |\n"));
    }

    void jsonIsForPrograms()
    {
        const std::string report = expectationReport(twoInputs(), ReportFormat::Json);
        QByteArray expected =
            "{'met':false,'inputs':[{'file':'a|b.ndjson','expectations':["
            "{'name':'She ends hostile','path':'factions.byId.w.attitude','operator':'equals',"
            "'value':'hostile','title':'She ends hostile','met':true,'record':12,'actual':'hostile',"
            "'reason':null},"
            "{'path':'tutorial.completed','operator':'equals','value':true,'by':'::error|x',"
            "'title':'tutorial.completed is true by ::error|x','met':false,'record':7,"
            "'actual':false,'reason':'was not so'}],'error':null},"
            "{'file':'c.ndjson','expectations':["
            "{'name':'She ends hostile','path':'factions.byId.w.attitude','operator':'equals',"
            "'value':'hostile','title':'She ends hostile','met':false,'record':null,'actual':null,"
            "'reason':'is not there'}],'error':null}]}";
        QCOMPARE(shown(json(report)), expected.replace('\'', '"'));
    }

    void whatWasNotReadIsNotMet()
    {
        const std::vector<CheckedInput> inputs{{"x.ndjson", {}, "x.ndjson does not exist"}};
        QCOMPARE(QByteArray::fromStdString(expectationReport(inputs, ReportFormat::Text)),
            QByteArray(
                "x.ndjson\n  NOT CHECKED  x.ndjson does not exist\n0 expectations, 1 input not checked.\n"));
        QCOMPARE(shown(json(expectationReport(inputs, ReportFormat::Json))),
            QByteArray(
                "{\"met\":false,\"inputs\":[{\"file\":\"x.ndjson\",\"expectations\":[],\"error\":\"x.ndjson "
                "does not exist\"}]}"));
        QVERIFY(expectationReport(inputs, ReportFormat::Markdown)
                    .ends_with("**Not checked:** x.ndjson does not exist\n"));
    }

    void allMet()
    {
        std::vector<CheckedInput> inputs = twoInputs();
        inputs.pop_back();
        inputs.front().results.pop_back();
        QVERIFY(expectationReport(inputs, ReportFormat::Text).ends_with("1 expectation, all met.\n"));
    }
};

QTEST_APPLESS_MAIN(tst_ExpectationReport)
#include "tst_ExpectationReport.moc"
