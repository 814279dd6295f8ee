// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportOutcome.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_ExportOutcome : public QObject
{
    Q_OBJECT

private slots:
    void exitCode_data()
    {
        QTest::addColumn<QByteArray>("inputError"); // its code; empty: none
        QTest::addColumn<QByteArray>("more");       // of: write, strict, warning, skipped, gap, met, unmet
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *inputError, const char *more, int code) {
            QTest::newRow(name) << QByteArray(inputError) << QByteArray(more) << code;
        };

        row("done", "", "", 0);
        row("warnings are fine", "", "warning skipped", 0);
        row("strict without a warning", "", "strict", 0);
        row("strict with a gap only", "", "strict gap", 0);
        row("strict with a warning", "", "strict warning", 1);
        row("strict with a skipped line", "", "strict skipped", 1);
        row("as expected", "", "met", 0);
        row("not as expected", "", "met unmet", 1);
        row("not written before not as expected", "", "write unmet", 5);
        row("bad expectations", "bad_expectations", "", 4);
        row("expectations unreadable", "expectations_unreadable", "", 3);
        row("usage", "usage", "", 2);
        row("missing", "input_missing", "", 3);
        row("unreadable", "input_unreadable", "", 3);
        row("unreadable before strict", "input_unreadable", "strict warning", 3);
        row("read error", "read_failed", "", 3);
        row("catalogue unreadable", "catalogue_unreadable", "", 3);
        row("not understood", "not_understood", "", 4);
        row("later format", "future_session", "", 4);
        row("bad catalogue", "bad_catalogue", "", 4);
        row("bad mission", "bad_mission", "", 4);
        row("not understood before strict", "not_understood", "strict warning", 4);
        row("not written", "", "write", 5);
        row("not written before strict", "", "write strict warning", 5);
        row("not written before unreadable", "read_failed", "write", 5);
        row("not written before not understood", "not_understood", "write", 5);
        row("usage before not written", "usage", "write", 2);
        row("too large", "too_large", "", 4);
        row("later save", "future_version", "", 4);
        row("no such snapshot", "no_such_snapshot", "", 4);
        row("nothing to align", "nothing_to_align", "", 4);
        row("nothing to bundle", "nothing_to_bundle", "", 4);
        row("a session that another process records", "in_use", "", 5);
        row("a session of another name", "exists", "", 5);
        row("a session into no plain file", "not_a_file", "", 5);
        row("internal", "internal", "", 70);
        row("interrupted", "interrupted", "write strict warning", 130);
        row("terminated", "terminated", "write strict warning", 143);
        row("internal before everything", "internal", "write strict warning", 70);
    }

    void exitCode()
    {
        QFETCH(QByteArray, inputError);
        QFETCH(QByteArray, more);
        QFETCH(int, code);
        ExportOutcome outcome;
        outcome.strict = more.contains("strict");
        outcome.inputs.resize(1);
        InputOutcome &input = outcome.inputs.front();
        if (!inputError.isEmpty())
            input.error = Error{inputError.toStdString(), "m", "r"};
        if (more.contains("write"))
            input.failures.push_back({"w", "f", {"c", "m", "r"}});
        input.read.warnings = more.contains("warning") ? 1 : 0;
        input.read.skippedLines = more.contains("skipped") ? 1 : 0;
        for (const QByteArray &word : more.split(' ')) {
            if (word == "met" || word == "unmet")
                input.expectations.push_back({{}, word == "met", 0, {}, {}});
        }
        input.read.gaps = more.contains("gap") ? 1 : 0;

        QCOMPARE(static_cast<int>(outcome.exitCode()), code);
        const JsonValue result = resultJson(outcome);
        QCOMPARE(shown((*result.asObject())["exitCode"]), QByteArray::number(code));
        QCOMPARE(shown((*result.asObject())["ok"]), QByteArray(code == 0 ? "true" : "false"));
    }

    void theGravestOfSeveralInputs_data()
    {
        QTest::addColumn<QByteArray>("errors"); // of the inputs; "-" for none, "write" for a file not written
        QTest::addColumn<int>("code");

        QTest::addRow("no input") << QByteArray("") << 0;
        QTest::addRow("all done") << QByteArray("- -") << 0;
        QTest::addRow("one missing") << QByteArray("- input_missing -") << 3;
        QTest::addRow("unreadable before not understood") << QByteArray("not_understood read_failed") << 3;
        QTest::addRow("not written first") << QByteArray("not_understood read_failed write") << 5;
        QTest::addRow("internal before all of them") << QByteArray("write internal") << 70;
        QTest::addRow("interrupted before internal") << QByteArray("internal interrupted") << 130;
    }

    void theGravestOfSeveralInputs()
    {
        QFETCH(QByteArray, errors);
        QFETCH(int, code);
        ExportOutcome outcome;
        for (const QByteArray &error : errors.split(' ')) {
            if (error.isEmpty())
                continue;
            InputOutcome &input = outcome.inputs.emplace_back();
            if (error == "write")
                input.failures.push_back({"w", "f", {"c", "m", "r"}});
            else if (error != "-")
                input.error = Error{error.toStdString(), "m", "r"};
        }

        QCOMPARE(static_cast<int>(outcome.exitCode()), code);
    }

    void resultDocument()
    {
        ExportOutcome outcome;
        outcome.artifactDir = "/out";
        outcome.durationMs = 12.5;
        outcome.inputs.resize(2);
        InputOutcome &first = outcome.inputs.front();
        first.input = "s.ndjson";
        first.read.records = 9;
        first.read.events = 7;
        first.read.warnings = 2;
        first.read.skippedLines = 1;
        first.expectations = {
            {{"", {"a"}, Expectation::Operator::Exists, {}, Expectation::AtEnd()}, true, 9, 1, {}}};
        first.problems = {{Problem::Kind::StaleReputation, "x", "stale", 2, {3, 4}, {5, 6}}};
        first.files = {{"/out/c.csv", "csv", "cascade", "text/csv", 5, "bb", 0.25}};
        first.failures = {{"filesystem", "s.json", {"exists", "/out/s.json exists", "Use --force."}},
            {"filesystem", "", {"sync_failed", "not synced", ""}}};
        first.writers = {{"filesystem", 2, 1, 2, 0.5}};
        InputOutcome &second = outcome.inputs.back();
        second.input = "t.ndjson";
        second.files = {{"elsewhere", "json", "json", "application/json", 3, "aa", 1}};
        second.writers = {{"other", 1, 1, 0, 1}, {"filesystem", 1, 1, 0, 0.25}};

        QCOMPARE(shown(resultJson(outcome)),
            QByteArray(
                "{\"ok\":false,\"exitCode\":5,\"artifactDir\":\"/out\",\"manifest\":null,"
                "\"inputs\":[{\"file\":\"s.ndjson\",\"records\":9,\"events\":7,\"warnings\":2,"
                "\"skippedLines\":1,\"problems\":[{\"kind\":\"stale-reputation\",\"subject\":\"x\","
                "\"message\":\"stale\",\"count\":2,\"first\":{\"record\":3,\"line\":4},"
                "\"last\":{\"record\":5,\"line\":6}}],\"expectations\":[{\"path\":\"a\",\"operator\":"
                "\"exists\","
                "\"title\":\"a is "
                "there\",\"met\":true,\"record\":9,\"actual\":1,\"reason\":null}]},{\"file\":\"t.ndjson\","
                "\"records\":0,\"events\":0,"
                "\"warnings\":0,"
                "\"skippedLines\":0,\"problems\":[],\"expectations\":[]}],"
                "\"artifacts\":[{\"path\":\"/out/c.csv\",\"type\":\"csv\",\"section\":\"cascade\","
                "\"bytes\":5,\"sha256\":\"bb\",\"durationMs\":0.25},"
                "{\"path\":\"elsewhere\",\"type\":\"json\",\"section\":\"json\",\"bytes\":3,"
                "\"sha256\":\"aa\",\"durationMs\":1}],"
                "\"failures\":[{\"writer\":\"filesystem\",\"artifact\":\"s.json\",\"code\":\"exists\","
                "\"message\":\"/out/s.json exists\",\"remedy\":\"Use --force.\"},"
                "{\"writer\":\"filesystem\",\"artifact\":null,\"code\":\"sync_failed\","
                "\"message\":\"not synced\",\"remedy\":\"\"}],"
                "\"metrics\":{\"durationMs\":12.5,\"writers\":[{\"id\":\"filesystem\",\"attempted\":3,"
                "\"successes\":2,\"failures\":2,\"durationMs\":0.75},{\"id\":\"other\",\"attempted\":1,"
                "\"successes\":1,\"failures\":0,\"durationMs\":1}]},\"publish\":null}"));
    }

    void aFailedInputIsAFailureOfNoWriter()
    {
        ExportOutcome outcome;
        outcome.artifactDir = "/out";
        outcome.inputs.resize(1);
        outcome.inputs.front().input = "s";
        outcome.inputs.front().error = Error{"input_missing", "s does not exist", "Check the path."};

        QCOMPARE(shown(resultJson(outcome)),
            QByteArray("{\"ok\":false,\"exitCode\":3,\"artifactDir\":\"/out\",\"manifest\":null,"
                       "\"inputs\":[{\"file\":\"s\",\"records\":0,\"events\":0,\"warnings\":0,"
                       "\"skippedLines\":0,\"problems\":[],\"expectations\":[]}],\"artifacts\":[],"
                       "\"failures\":[{\"writer\":null,\"artifact\":null,\"code\":\"input_missing\","
                       "\"message\":\"s does not exist\",\"remedy\":\"Check the path.\"}],"
                       "\"metrics\":{\"durationMs\":0,\"writers\":[]},\"publish\":null}"));
    }

    void whatWasHandedOverIsTold()
    {
        ExportOutcome outcome;
        outcome.manifest = "/out/m.json";
        outcome.publish = JsonObject{{"provider", "github"}};
        outcome.notWritten = {{"write_failed", "no room", "Make room."}};
        outcome.publishFailed = true;

        QCOMPARE(shown(resultJson(outcome)),
            QByteArray(
                "{\"ok\":false,\"exitCode\":5,\"artifactDir\":\"\",\"manifest\":\"/out/m.json\","
                "\"inputs\":[],\"artifacts\":[],\"failures\":[{\"writer\":\"publish\",\"artifact\":null,"
                "\"code\":\"write_failed\",\"message\":\"no room\",\"remedy\":\"Make room.\"}],"
                "\"metrics\":{\"durationMs\":0,\"writers\":[]},\"publish\":{\"provider\":\"github\"}}"));
        outcome.notWritten.clear();
        QCOMPARE(outcome.exitCode(), ExitCode::CheckFailed);
    }

    void anExportThatCouldNotBeginHasNoInputs()
    {
        ExportOutcome outcome;
        outcome.error = Error{"usage", "there is no option --x", "See --help."};

        QCOMPARE(shown(resultJson(outcome)),
            QByteArray("{\"ok\":false,\"exitCode\":2,\"artifactDir\":\"\",\"manifest\":null,\"inputs\":[],"
                       "\"artifacts\":[],\"failures\":[{\"writer\":null,\"artifact\":null,"
                       "\"code\":\"usage\",\"message\":\"there is no option --x\","
                       "\"remedy\":\"See --help.\"}],"
                       "\"metrics\":{\"durationMs\":0,\"writers\":[]},\"publish\":null}"));
    }

    void metricsAsEventsCarryThem()
    {
        ExportReport report;
        report.artifactsAttempted = 3;
        report.artifactsWritten = 2;
        report.durationMs = 1.5;
        report.failures = {{"a", "f", {"c", "m", "r"}}};
        report.writers = {{"a", 3, 2, 1, 0.5}};

        QCOMPARE(shown(exportMetricsJson(report)),
            QByteArray("{\"artifactsAttempted\":3,\"artifactsWritten\":2,\"failures\":1,\"durationMs\":1.5,"
                       "\"writerSummaries\":[{\"id\":\"a\",\"successes\":2,\"failures\":1,"
                       "\"durationMs\":0.5}]}"));
    }
};

QTEST_APPLESS_MAIN(tst_ExportOutcome)
#include "tst_ExportOutcome.moc"
