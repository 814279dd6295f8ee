// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportCommand.h"
#include "core/telemetry/AtomicFile.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryStream.h"
#include "tests/support/ScriptedRunner.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const QByteArray goodLine = "{\"type\":\"event\",\"timestamp\":1,\"event\":\"tutorial:started\"}\n";

/// A command, what it writes, and a folder for it; "DIR" stands for that folder.
struct Run
{
    QTemporaryDir dir;
    FakeClock clock;
    MemoryStream out, err;
    ScriptedRunner runner;
    EnvironmentVariables variables;
    Options options;

    Run()
    {
        clock.stepNs = 0;
        options.exportMode = true;
        options.request.artifactDir = path("out");
        options.request.formats = {ArtifactFormat::TranscriptMarkdown};
    }

    [[nodiscard]] std::string path(const char *name) const
    {
        return dir.filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] bool save(const char *name, const QByteArray &content) const
    {
        return writeFileAtomically(QString::fromStdString(path(name)), content.toStdString()).has_value();
    }
    int start(bool quiet = false, bool verbose = false)
    {
        const ConsoleLog log(err.file(), LogFormat::Text, quiet, verbose);
        return static_cast<int>(ExportCommand(clock, log, out.file(), runner, variables).run(options));
    }
    [[nodiscard]] QByteArray shownErr() const { return err.text().replace(dir.path().toUtf8(), "DIR"); }
    [[nodiscard]] FileContents artifacts() const { return artifactsOf(dir.filePath(QStringLiteral("out"))); }
};

QByteArray member(const QByteArray &document, const char *key)
{
    const JsonValue value = json(document.toStdString());
    return shown((*value.asObject())[key]);
}

} // namespace

class tst_ExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void reports_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: no file
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("err");
        const QByteArray wrote = "wrote 1 artifact to DIR/out; begin with ci-summary.md\n";
        const QByteArray program = "telemetry-inspector: ";

        QTest::addRow("done") << goodLine << true << 0
                              << QByteArray(program + "read 1 record of DIR/s.ndjson and " + wrote);
        QTest::addRow("an empty file") << QByteArray("") << true << 0
                                       << QByteArray(program + "read 0 records of DIR/s.ndjson and " + wrote);
        QTest::addRow("a skipped line")
            << QByteArray(goodLine + "7\n") << false << 0
            << QByteArray(program +
                          "warning: DIR/s.ndjson:2: line skipped: a record is an object, this is a number\n" +
                          program + "read 1 record of DIR/s.ndjson and " + wrote);
        QTest::addRow("a skipped line, strict")
            << QByteArray(goodLine + "7\n") << true << 1
            << QByteArray(program +
                          "warning: DIR/s.ndjson:2: line skipped: a record is an object, this is a number\n" +
                          program +
                          "error: DIR/s.ndjson: 0 warnings and 1 skipped line, and --strict allows none. "
                          "Mend the input, or leave --strict away.\n" +
                          program + "read 1 record of DIR/s.ndjson and " + wrote);
        QTest::addRow("missing") << QByteArray() << false << 3
                                 << QByteArray(
                                        program + "error: DIR/s.ndjson does not exist. Check the path.\n");
    }

    void reports()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, strict);
        QFETCH(int, code);
        QFETCH(QByteArray, err);
        Run run;
        run.options.request.files = {run.path("s.ndjson")};
        run.options.request.strict = strict;
        if (!content.isNull())
            QVERIFY(run.save("s.ndjson", content));

        QCOMPARE(run.start(), code);

        QCOMPARE(run.shownErr(), err);
        QCOMPARE(member(run.out.text(), "exitCode"), QByteArray::number(code));
        QVERIFY(run.out.text().endsWith("}\n"));
    }

    void quietIsSilentUnlessItFails_data()
    {
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("errorLines");

        QTest::addRow("success") << false << 0;
        QTest::addRow("failure") << true << 1;
    }

    void quietIsSilentUnlessItFails()
    {
        QFETCH(bool, strict);
        QFETCH(int, errorLines);
        Run run;
        QVERIFY(run.save("s.ndjson", goodLine + "7\n"));
        run.options.request.files = {run.path("s.ndjson")};
        run.options.request.strict = strict;

        QCOMPARE(run.start(true), strict ? 1 : 0);

        QCOMPARE(run.err.text().count('\n'), errorLines);
    }

    void verboseNamesEachArtifact()
    {
        Run run;
        QVERIFY(run.save("s.ndjson", ""));
        run.options.request.files = {run.path("s.ndjson")};

        QCOMPARE(run.start(false, true), 0);

        const QByteArray size = QByteArray::number(run.artifacts().first().size());
        QCOMPARE(run.shownErr(),
            QByteArray("telemetry-inspector: wrote DIR/out/save-inspector-tutorial-transcript-"
                       "20260115T093043Z.md, ")
                .append(size)
                .append(" bytes\ntelemetry-inspector: read 0 records of DIR/s.ndjson and wrote 1 artifact to "
                        "DIR/out; begin with ci-summary.md\n"));
    }

    void whatMakesAllArtifactsFailIsSaidOnce()
    {
        Run run;
        QVERIFY(run.save("s.ndjson", ""));
        run.options.request.files = {run.path("s.ndjson")};
        run.options.request.formats = {ArtifactFormat::Json, ArtifactFormat::TranscriptMarkdown};
        run.options.request.artifactDir = run.path("s.ndjson/out");

        QCOMPARE(run.start(true), 5);

        QCOMPARE(run.shownErr(),
            QByteArray(
                "telemetry-inspector: error: the folder DIR/s.ndjson/out cannot be made, for each of 2 "
                "artifacts. Choose another folder with --artifact-dir; a part of its path may be a "
                "file, or may not be writable.\n"));
    }

    void showsTheFirstIssuesOnly()
    {
        Run run;
        QVERIFY(run.save("s.ndjson", goodLine + QByteArray("7\n").repeated(25)));
        run.options.request.files = {run.path("s.ndjson")};

        QCOMPARE(run.start(), 0);

        const QByteArrayList lines = run.shownErr().split('\n');
        QCOMPARE(lines.size(), 20 + 1 + 1 + 1); // issues, how many more, the summary, the end
        QCOMPARE(
            lines.at(20), QByteArray("telemetry-inspector: warning: DIR/s.ndjson: 0 warnings and 25 skipped "
                                     "lines in all; the first 20 are shown"));
    }

    void playsTheMissionWithoutAFile()
    {
        Run run;
        run.options.request.seeds = {7};

        QCOMPARE(run.start(true), 0);

        QVERIFY(member(run.out.text(), "inputs").startsWith("[{\"file\":\"mission:harbour:7\","));
    }

    void clock_data()
    {
        QTest::addColumn<bool>("given");
        QTest::addColumn<QString>("stamp");

        QTest::addRow("the machine's") << false << QStringLiteral("20260115T093043Z");
        QTest::addRow("given") << true << QStringLiteral("19700101T000007Z");
    }

    void clock()
    {
        QFETCH(bool, given);
        QFETCH(QString, stamp);
        Run run;
        if (given)
            run.options.clock = 7999;

        QCOMPARE(run.start(true), 0);

        QVERIFY2(run.artifacts().firstKey().contains(stamp), qPrintable(run.artifacts().firstKey()));
    }

    void cannotBegin_data()
    {
        QTest::addColumn<QByteArray>("mission");
        QTest::addColumn<QByteArray>("factions"); // content; null: no such file
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("errorCode");

        QTest::addRow("no such mission") << QByteArray("moon") << QByteArray("") << 2 << QByteArray("usage");
        QTest::addRow("no catalogue")
            << QByteArray("harbour") << QByteArray() << 3 << QByteArray("catalogue_unreadable");
        QTest::addRow("a catalogue that is none")
            << QByteArray("harbour") << QByteArray("[]") << 4 << QByteArray("bad_catalogue");
    }

    void cannotBegin()
    {
        QFETCH(QByteArray, mission);
        QFETCH(QByteArray, factions);
        QFETCH(int, code);
        QFETCH(QByteArray, errorCode);
        Run run;
        run.options.request.mission = mission.toStdString();
        run.options.factionsFile = run.path("factions.json");
        if (!factions.isNull())
            QVERIFY(run.save("factions.json", factions));

        QCOMPARE(run.start(true), code);

        QCOMPARE(member(run.out.text(), "exitCode"), QByteArray::number(code));
        const QByteArray failures = member(run.out.text(), "failures");
        QVERIFY2(
            failures.contains(QByteArray("\"code\":\"").append(errorCode).append('"')), failures.constData());
        QVERIFY(!QFile::exists(run.dir.filePath(QStringLiteral("out"))));
    }

    void theResultGoesToAFile()
    {
        Run run;
        run.options.resultFile = run.path("result.json");

        QCOMPARE(run.start(true), 0);

        QCOMPARE(run.out.text(), QByteArray());
        QCOMPARE(
            member(filesOf(run.dir.path()).value(QStringLiteral("result.json")), "ok"), QByteArray("true"));
    }

    void theFolderOfTheResultIsMade()
    {
        Run run;
        run.options.resultFile = run.path("new/deep/result.json");

        QCOMPARE(run.start(true), 0);

        QVERIFY(QFile::exists(run.dir.filePath(QStringLiteral("new/deep/result.json"))));
    }

    void aResultThatCannotBeWrittenFails()
    {
        Run run;
        QFile file(run.dir.filePath(QStringLiteral("none")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        run.options.resultFile = run.path("none/result.json");

        QCOMPARE(run.start(true), 5);

        QVERIFY2(
            run.shownErr().startsWith("telemetry-inspector: error: DIR/none/result.json was not written: "),
            run.shownErr().constData());
    }

    void standardOutputThatIsFullFails()
    {
        std::FILE *full = std::fopen("/dev/full", "w");
        if (full == nullptr)
            QSKIP("there is no /dev/full here");
        Run run;
        const ConsoleLog log(run.err.file(), LogFormat::Text, true, false);

        const ExitCode code = ExportCommand(run.clock, log, full, run.runner, run.variables).run(run.options);
        std::fclose(full);

        QCOMPARE(code, ExitCode::WriteFailed);
    }

    void whatAFileSaysCannotBecomeACommand()
    {
        Run run;
        QVERIFY(run.save("s.ndjson", "{\"type\":\"session\",\"schema\":\"telemetry-session/2\\n::error::x "
                                     "##vso[task.complete]##teamcity[a]\"}\n"));
        run.options.request.files = {run.path("s.ndjson")};

        QCOMPARE(run.start(), 4);

        for (const QByteArray &text : {run.out.text(), run.err.text()})
            QVERIFY2(!text.contains("::") && !text.contains("##"), text.constData());
        QCOMPARE(run.err.text().count('\n'), 1);
        QVERIFY(member(run.out.text(), "failures").contains("\\n::error::x ##vso[task.complete]"));
    }

    void aUsageErrorIsAResultLikeAnyOther()
    {
        Run run;
        const ConsoleLog log(run.err.file(), LogFormat::Text, true, false);

        const ExitCode code = ExportCommand(run.clock, log, run.out.file(), run.runner, run.variables)
                                  .fail({"usage", "there is no option --x", "See --help."}, {});

        QCOMPARE(code, ExitCode::Usage);
        QCOMPARE(member(run.out.text(), "ok"), QByteArray("false"));
        QCOMPARE(member(run.out.text(), "exitCode"), QByteArray("2"));
        QCOMPARE(member(run.out.text(), "artifacts"), QByteArray("[]"));
        QCOMPARE(member(run.out.text(), "failures"),
            QByteArray(
                "[{\"writer\":null,\"artifact\":null,\"code\":\"usage\",\"message\":\"there is no option "
                "--x\",\"remedy\":\"See --help.\"}]"));
        QCOMPARE(
            run.err.text(), QByteArray("telemetry-inspector: error: there is no option --x. See --help.\n"));
    }

    void aFailureGoesToTheResultFileAsWell()
    {
        Run run;
        const ConsoleLog log(run.err.file(), LogFormat::Text, true, false);

        const ExitCode code = ExportCommand(run.clock, log, run.out.file(), run.runner, run.variables)
                                  .fail({"usage", "m", "r"}, run.path("result.json"));

        QCOMPARE(code, ExitCode::Usage);
        QCOMPARE(run.out.text(), QByteArray());
        QCOMPARE(member(filesOf(run.dir.path()).value(QStringLiteral("result.json")), "exitCode"),
            QByteArray("2"));
    }
};

QTEST_APPLESS_MAIN(tst_ExportCommand)
#include "tst_ExportCommand.moc"
