// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/CiJob.h"
#include "tests/support/ConformanceCase.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace inspector;

namespace {

QByteArrayList linesWith(const QByteArray &bytes, const QByteArray &start)
{
    QByteArrayList lines;
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.startsWith(start))
            lines.append(line);
    }
    return lines;
}

/// What /usr/bin/python3 says to a script with these arguments; nothing when all is well.
QByteArray python(const QByteArray &script, const QStringList &arguments)
{
    const ProgramRun run =
        runProgram(text("/usr/bin/python3"), QStringList{text("-c"), QString::fromUtf8(script)} + arguments);
    return run.exitCode == 0 ? run.out : run.out + run.err;
}

} // namespace

/// Publishing by the real program, in what each provider's job looks like.
class tst_Publish : public QObject
{
    Q_OBJECT

private slots:
    void leavesAManifestThatItsSchemaKnows()
    {
        const CiJob job;
        QCOMPARE(job.run().exitCode, 0);
        QCOMPARE(python("import json, sys, jsonschema\n"
                        "schema, manifest = (json.load(open(f)) for f in sys.argv[1:])\n"
                        "jsonschema.Draft202012Validator.check_schema(schema)\n"
                        "jsonschema.Draft202012Validator(schema).validate(manifest)\n",
                     {text(INSPECTOR_SOURCE_DIR "/resources/schemas/ci-artifacts.schema.json"),
                         job.path("out/ci-artifacts.json")}),
            QByteArray());
    }

    void digestsCanBeChecked()
    {
        const CiJob job;
        QCOMPARE(job.run({text("--compress=gzip"), text("--formats=all")}).exitCode, 0);
        QProcess check;
        check.setWorkingDirectory(job.path("out"));
        check.start(text("sha256sum"), {text("--check"), text("--strict"), text("SHA256SUMS")});
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 0);
        QCOMPARE(check.readAllStandardOutput().count(": OK\n"), 6);
    }

    void standardOutputIsOneDocument_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *variable :
            {"CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "BUILDKITE"})
            QTest::addRow("%s", variable) << text(variable);
    }

    void standardOutputIsOneDocument()
    {
        QFETCH(QString, variable);
        CiJob job;
        job.environment.insert(variable, text("true"));
        const ProgramRun run = job.run();
        QCOMPARE(run.exitCode, 0);
        const JsonValue result = json(run.out.toStdString());
        QCOMPARE(QByteArray::fromStdString(*(*result.asObject())["manifest"].asString()),
            job.path("out/ci-artifacts.json").toUtf8());
        QCOMPARE(*(*(*result.asObject())["publish"].asObject())["dryRun"].asBool(), false);
    }

    void nothingHostileAndNoSecretReachesALog_data() { standardOutputIsOneDocument_data(); }

    void nothingHostileAndNoSecretReachesALog()
    {
        QFETCH(QString, variable);
        CiJob job;
        job.environment.insert(variable, text("true"));
        job.set("GITHUB_STEP_SUMMARY", job.path("summary"));
        job.set("GITHUB_OUTPUT", job.path("output"));
        const ProgramRun run = job.run({text("--result"), job.path("result.json"), text("--verbose"),
            text("--formats=json,snapshot"), text("--junit"), job.path("out/junit.xml")});
        QCOMPARE(run.exitCode, 0);

        const QByteArray log = run.out + run.err;
        for (const QByteArray &bad : {QByteArray("::error::"), QByteArray("##vso[task.complete"),
                 QByteArray("##teamcity[buildStop"), QByteArray("\x1b"), secret})
            QVERIFY2(!log.contains(bad), log.constData());
        for (const char *file : {"result.json", "summary", "output", "out/ci-artifacts.json",
                 "out/ci-summary.md", "out/junit.xml", "out/telemetry.env", "out/SHA256SUMS"})
            QVERIFY2(!job.read(file).contains(secret), file);
        QVERIFY(job.read("out/save-inspector-snapshot-20260115T093043Z.json").contains(secret));
    }

    void github()
    {
        CiJob job;
        job.set("GITHUB_ACTIONS", text("true"));
        job.set("GITHUB_STEP_SUMMARY", job.path("summary"));
        job.set("GITHUB_OUTPUT", job.path("output"));
        QVERIFY(save(job.path("summary"), "earlier\n"));
        QVERIFY(save(job.path("output"), "earlier=1\n"));
        const ProgramRun run = job.run({text("--result"), job.path("result.json")});

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(job.read("output"),
            QByteArray(
                "earlier=1\nmanifest=DIR/out/ci-artifacts.json\nartifact-dir=DIR/out\nartifact-count=1\n"));
        QCOMPARE(job.read("summary"), "earlier\n" + job.read("out/ci-summary.md"));
        QCOMPARE(linesWith(run.out, "::warning ").size(), 2);
        QCOMPARE(linesWith(run.out, "").size(), 3); // and the end of the last line
    }

    void azureAndTeamCityTakeLogCommands()
    {
        CiJob azure;
        azure.set("TF_BUILD", text("True"));
        const ProgramRun run = azure.run({text("--result"), azure.path("result.json")});
        const QByteArrayList uploads = linesWith(azure.shownPaths(run.out),
            "##vso[artifact.upload "
            "containerfolder=telemetry-artifacts;artifactname=telemetry-artifacts]DIR/out/");
        QCOMPARE(uploads.size(), 4);
        QCOMPARE(linesWith(azure.shownPaths(run.out), "##vso[task.uploadsummary]"),
            QByteArrayList{"##vso[task.uploadsummary]DIR/out/ci-summary.md"});

        CiJob teamCity;
        teamCity.set("TEAMCITY_VERSION", text("2025.07"));
        const ProgramRun other = teamCity.run({text("--result"), teamCity.path("result.json")});
        QCOMPARE(linesWith(other.out, "##teamcity[publishArtifacts ").size(), 5);
        QCOMPARE(linesWith(other.out, "##teamcity[importData ").size(), 1);
        QVERIFY(teamCity.read("out/telemetry-junit.xml").startsWith("<?xml"));
    }

    void quietLeavesStandardErrorEmpty()
    {
        CiJob job;
        job.set("TF_BUILD", text("True"));
        QCOMPARE(job.run({text("-q")}).err, QByteArray());
    }

    void buildkite()
    {
        CiJob job;
        job.set("BUILDKITE", text("true"));
        QVERIFY(job.addTool("buildkite-agent"));
        QCOMPARE(job.run().exitCode, 0);

        const QByteArray artifact = artifactsOf(job.path("out")).firstKey().toUtf8();
        QCOMPARE(job.read("tool.log"), "artifact\nupload\n--literal\n--delimiter\n;\n" + artifact +
                                           ";ci-artifacts.json;SHA256SUMS;ci-summary.md\n-\n"
                                           "annotate\n--context\ntelemetry-inspector\n--style\nwarning\n-\n" +
                                           job.read("out/ci-summary.md"));
    }

    void appveyor()
    {
        CiJob job;
        job.set("APPVEYOR", text("True"));
        QVERIFY(job.addTool("appveyor"));
        QCOMPARE(job.run().exitCode, 0);
        const QByteArray artifact = artifactsOf(job.path("out")).firstKey().toUtf8();
        QCOMPARE(job.read("tool.log"),
            "PushArtifact\nDIR/out/" + artifact +
                "\n-\nPushArtifact\nDIR/out/ci-artifacts.json\n-\n"
                "PushArtifact\nDIR/out/SHA256SUMS\n-\nPushArtifact\nDIR/out/ci-summary.md\n-\n");
    }

    void othersAreLeftAlone_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *variable : {"JENKINS_URL", "CIRCLECI", "BITBUCKET_COMMIT", "TRAVIS", "DRONE", "CI"})
            QTest::addRow("%s", variable) << text(variable);
    }

    void othersAreLeftAlone()
    {
        QFETCH(QString, variable);
        CiJob job;
        job.environment.insert(variable, text("true"));
        QVERIFY(job.addTool("buildkite-agent"));
        QVERIFY(job.addTool("appveyor"));
        const ProgramRun run = job.run({text("--result"), job.path("result.json")});
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(job.read("tool.log"), QByteArray("<none>"));
        QCOMPARE(filesOf(job.path("out")).size(), 4);
    }

    void commands_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<bool>("required");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("status");

        QTest::addRow("succeeds") << QByteArray("[\"sh\",\"-c\",\"exit 0\"]") << true << 0
                                  << QByteArray("succeeded");
        QTest::addRow("fails") << QByteArray("[\"sh\",\"-c\",\"exit 3\"]") << false << 0
                               << QByteArray("failed");
        QTest::addRow("fails, required")
            << QByteArray("[\"sh\",\"-c\",\"exit 3\"]") << true << 1 << QByteArray("failed");
        QTest::addRow("missing, required")
            << QByteArray("no-such-program") << true << 0 << QByteArray("skipped");
        QTest::addRow("not executable, required")
            << QByteArray("DIR/s.ndjson") << true << 1 << QByteArray("failed");
        QTest::addRow("crashes, required")
            << QByteArray("[\"sh\",\"-c\",\"kill -SEGV $$\"]") << true << 1 << QByteArray("failed");
        QTest::addRow("too long, required")
            << QByteArray("{\"command\":\"sleep\",\"args\":[\"600\"],\"timeout\":0.2}") << true << 1
            << QByteArray("timeout");
    }

    void commands()
    {
        QFETCH(QByteArray, command);
        QFETCH(bool, required);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, status);
        CiJob job;
        job.set("CI", text("true"));
        QStringList options{
            text("--ci-command"), QString::fromUtf8(command.replace("DIR", job.dir.path().toUtf8()))};
        if (required)
            options.append(text("--publish-required"));

        QCOMPARE(job.run(options).exitCode, exitCode);
        const JsonValue manifest = json(job.read("out/ci-artifacts.json").toStdString());
        const JsonArray &steps = *(*manifest.asObject())["publish"].asArray();
        QCOMPARE(steps.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(*(*steps[0].asObject())["status"].asString()), status);
    }

    void commandsFromEverywhere()
    {
        CiJob job;
        QVERIFY(save(job.path("commands"), "up-file\n"));
        job.set("TELEMETRY_CI_COMMANDS", text("up-variable"));
        job.set("TELEMETRY_CI_COMMANDS_PATH", job.path("commands"));
        const ProgramRun run = job.run();
        QVERIFY(run.err.contains("would run [\"up-variable\"]"));
        QVERIFY(run.err.contains("would run [\"up-file\"]"));

        const ProgramRun option = job.run({text("--ciCommand"), text("up-option"), text("--force")});
        QVERIFY(option.err.contains("would run [\"up-option\"]"));
        QVERIFY(!option.err.contains("up-variable"));
        QVERIFY(option.err.contains("up-file"));
    }

    void aSignalDuringPublishingLeavesATruthfulManifest()
    {
        CiJob job;
        job.set("CI", text("true"));
        QProcess process;
        process.setProcessEnvironment(job.environment);
        process.start(program, job.arguments({text("--ci-command"), text("[\"sleep\",\"600\"]"),
                                   text("--ci-command"), text("never")}));
        QVERIFY(process.waitForStarted());
        // The manifest comes before the commands.
        QTRY_VERIFY_WITH_TIMEOUT(job.read("out/ci-artifacts.json").contains("\"planned\""), 60'000);

        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);

        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 143);
        const QByteArray manifest = job.read("out/ci-artifacts.json");
        QVERIFY2(!manifest.contains("\"planned\""), manifest.constData());
        QVERIFY2(manifest.contains("\"skippedReason\": \"interrupted\""), manifest.constData());
    }

    void whatIsThereOfAFailedExport()
    {
        CiJob job;
        QVERIFY(QFile::remove(job.path("s.ndjson")));
        QCOMPARE(job.run().exitCode, 3);
        QVERIFY(!QFile::exists(job.path("out")));
        job.set("CI", text("true"));
        QCOMPARE(job.run().exitCode, 3);
        QCOMPARE(filesOf(job.path("out")).keys(), QStringList{text("ci-summary.md")});
    }

    void theRestComparesByteForByte()
    {
        CiJob job;
        QCOMPARE(job.run().exitCode, 0);
        QByteArray first = job.read("out/ci-artifacts.json");
        QCOMPARE(job.run().exitCode, 0);
        QByteArray second = job.read("out/ci-artifacts.json");
        const QRegularExpression metrics(
            text("\"metrics\": \\{.*?\n  \\},"), QRegularExpression::DotMatchesEverythingOption);
        QCOMPARE(QString::fromUtf8(second).remove(metrics), QString::fromUtf8(first).remove(metrics));
        QVERIFY(QString::fromUtf8(first).contains(metrics));
    }
};

QTEST_GUILESS_MAIN(tst_Publish)
#include "tst_Publish.moc"
