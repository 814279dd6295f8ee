// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/events/EventBus.h"
#include "core/publish/CiArtifactPublisher.h"
#include "core/telemetry/AtomicFile.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/EventLog.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const std::string secret = "s3cr3t_value";

/// JSON that is written with ' for " above, because moc misreads what would be readable otherwise.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

/// An export that was done, and its publisher; "DIR" stands for the folder.
struct Bench
{
    QTemporaryDir dir;
    FakeClock clock;
    ScriptedRunner runner;
    EventBus bus;
    EventLog events{bus, "telemetry:*"};
    StopFlag stop;
    EnvironmentVariables variables{{"DEPLOY_TOKEN", secret}};
    ExportOutcome exported;
    PublishRequest request;
    QByteArrayList log, told;

    Bench()
    {
        clock.stepNs = 0;
        request.prefix = "run";
        request.context = {{"build", 7}};
        request.options = {{"strict", false}};
        exported.artifactDir = path("out");
        InputOutcome input;
        input.input = "s.ndjson";
        input.bytes = 10;
        input.sha256 = std::string(64, 'a');
        input.read.records = 3;
        input.read.events = 2;
        input.files.push_back(
            {path("out/a.json"), "json", "summary", "application/json", 3, std::string(64, 'b'), 1.5});
        input.writers.push_back({"filesystem", 1, 1, 0, 1.5});
        exported.inputs.push_back(input);
    }

    [[nodiscard]] std::string path(const char *name) const
    {
        return dir.filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? shownPaths(file.readAll()) : QByteArray("<none>");
    }
    [[nodiscard]] QByteArray shownPaths(QByteArray text) const
    {
        return text.replace(dir.path().toUtf8(), "DIR");
    }
    [[nodiscard]] QStringList files() const { return filesOf(dir.filePath(QStringLiteral("out"))).keys(); }

    PublishOutcome publish()
    {
        CiArtifactPublisher publisher(
            {clock, runner, variables, [](std::chrono::milliseconds) {}, [] { return 0.0; },
                [this](const std::string &line) {
                    log.append(shownPaths(QByteArray::fromStdString(line)));
                    return true;
                },
                [this](const std::string &line) { told.append(shownPaths(QByteArray::fromStdString(line))); },
                &bus, &stop});
        return publisher.publish(exported, request);
    }
    void addCommand(const std::string &program)
    {
        PublishCommand command;
        command.program = program;
        command.arguments = {"{manifest}", "--token=" + secret};
        request.commands.push_back(command);
    }
    [[nodiscard]] QByteArrayList statuses(const PublishOutcome &outcome) const
    {
        QByteArrayList lines;
        for (const PublishStep &step : outcome.steps) {
            const std::string_view status = statusName(step.status);
            lines.append(QByteArray::fromStdString(
                step.command + " " + std::string(status) + " " + step.skippedReason));
        }
        return lines;
    }
};

} // namespace

class tst_CiArtifactPublisher : public QObject
{
    Q_OBJECT

private slots:
    void writesTheSetOutsideOfCi()
    {
        Bench bench;
        const PublishOutcome outcome = bench.publish();

        QVERIFY(outcome.succeeded());
        QVERIFY(outcome.dryRun);
        QCOMPARE(bench.files(), (QStringList{QStringLiteral("SHA256SUMS"),
                                    QStringLiteral("ci-artifacts.json"), QStringLiteral("ci-summary.md")}));
        QCOMPARE(bench.read("out/SHA256SUMS"), QByteArray(64, 'b') + "  a.json\n");
        const QByteArray digestA(64, 'a');
        const QByteArray digestB(64, 'b');
        const QByteArray expected = quoted(
            "{'schema':'telemetry-artifacts/"
            "1','tool':{'name':'telemetry-inspector','version':'" INSPECTOR_VERSION
            "'},'generatedAt':1768469443000,'generatedIso':'2026-01-15T09:30:43.000Z','dryRun':true,'"
            "complete':true,"
            "'inputs':[{'name':'s.ndjson','sha256':'" +
            digestA +
            "','bytes':10,'records':3,'events':2,'warnings':0}],'options':{'strict':false},"
            "'artifacts':[{'filepath':'DIR/out/a.json','filename':'a.json','type':'json','section':'summary',"
            "'mimeType':'application/json','bytes':3,'sha256':'" +
            digestB +
            "','encoding':'utf-8'}],'context':{'build':7,'runId':null,'prefix':'run','artifactDir':'DIR/out',"
            "'artifactFilenames':['a.json'],'summarySource':'worldStateStore'},'metrics':{'durationMs':0,"
            "'writers':[{'id':'filesystem','attempted':1,'successes':1,'failures':0,'durationMs':1.5}],"
            "'artifactDurationsMs':[1.5]},'ci':{'provider':null,'runId':null,'jobId':null,'attempt':null,"
            "'branch':null,'commit':null,'url':null},'publish':[],'warnings':[]}");
        QCOMPARE(shown(json(bench.read("out/ci-artifacts.json").toStdString())), expected);
    }

    void aDryRunPlans()
    {
        Bench bench;
        bench.variables.set("BUILDKITE", "true");
        bench.request.dryRun = true;
        bench.addCommand("up");
        const PublishOutcome outcome = bench.publish();

        QVERIFY(bench.runner.lines().isEmpty());
        QVERIFY(bench.log.isEmpty());
        QCOMPARE(bench.statuses(outcome),
            (QByteArrayList{"up planned ", "buildkite-agent planned ", "buildkite-agent planned "}));
        QCOMPARE(bench.told.constFirst(),
            quoted("would run ['up','DIR/out/ci-artifacts.json','--token=[redacted]']"));
    }

    void noneHandsNothingOver()
    {
        Bench bench;
        bench.variables.set("GITHUB_ACTIONS", "true");
        bench.variables.set("GITHUB_STEP_SUMMARY", bench.path("summary"));
        bench.request.provider = CiProvider::None;
        bench.request.dryRun = false;
        bench.addCommand("up");
        const PublishOutcome outcome = bench.publish();

        QCOMPARE(bench.read("summary"), QByteArray("<none>"));
        QCOMPARE(bench.statuses(outcome), QByteArrayList{"up planned "});
        QVERIFY(!outcome.manifest.empty());
    }

    void handsOverToGitHub()
    {
        Bench bench;
        bench.variables.set("GITHUB_ACTIONS", "true");
        bench.variables.set("GITHUB_STEP_SUMMARY", bench.path("summary"));
        bench.variables.set("GITHUB_OUTPUT", bench.path("output"));
        QVERIFY(writeFileAtomically(QString::fromStdString(bench.path("summary")), "before\n").has_value());
        bench.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, "odd ::error::" + secret, "x"});
        const PublishOutcome outcome = bench.publish();

        QVERIFY(outcome.succeeded());
        QCOMPARE(bench.read("summary"), "before\n" + bench.read("out/ci-summary.md"));
        QCOMPARE(bench.read("output"),
            QByteArray("manifest=DIR/out/ci-artifacts.json\nartifact-dir=DIR/out\nartifact-count=1\n"));
        QCOMPARE(bench.log, QByteArrayList{"::warning title=Telemetry inspector,file=s.ndjson,line=4::odd "
                                           ":\\x3aerror:\\x3a[redacted]"});
    }

    void aSummaryThatIsTooLongIsCut()
    {
        Bench bench;
        constexpr int mebibyte = 1 << 20;
        bench.variables.set("GITHUB_ACTIONS", "true");
        bench.variables.set("GITHUB_STEP_SUMMARY", bench.path("summary"));
        QVERIFY(writeFileAtomically(
            QString::fromStdString(bench.path("summary")), std::string(mebibyte / 2, 'x')));
        for (int i = 0; i < 9000; ++i) {
            bench.exported.inputs[0].files.push_back(bench.exported.inputs[0].files[0]);
        }
        QVERIFY(bench.publish().succeeded());

        const QByteArray summary = bench.read("summary");
        QVERIFY(summary.size() <= mebibyte);
        QVERIFY(summary.size() > mebibyte - 300);
        QVERIFY(summary.endsWith(" |\n\n*The summary is cut here; the summary file has all of it.*\n"));
    }

    void aProvidersFileThatCannotBeWrittenIsAWarning()
    {
        Bench bench;
        bench.variables.set("GITHUB_ACTIONS", "true");
        bench.variables.set("GITHUB_OUTPUT", bench.path("no/such/folder"));
        const PublishOutcome outcome = bench.publish();

        QVERIFY(!outcome.succeeded());
        QVERIFY(outcome.errors.empty());
        QVERIFY(bench.read("out/ci-artifacts.json").contains("DIR/no/such/folder was not written"));
        QVERIFY(bench.events.names().contains("telemetry:ci_publish_failed"));
    }

    void runsCommandsAndRecordsThem()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        for (const char *program : {"good", "bad", "missing"})
            bench.addCommand(program);
        bench.runner.script = {ScriptedRunner::exits(0, "token " + secret), ScriptedRunner::exits(2),
            ScriptedRunner::ends(CommandRun::End::NotFound)};
        const PublishOutcome outcome = bench.publish();

        QCOMPARE(bench.statuses(outcome), (QByteArrayList{"/bin/good succeeded ", "/bin/bad failed ",
                                              "missing skipped command_not_found"}));
        QVERIFY(!outcome.succeeded());
        const JsonValue manifest = json(bench.read("out/ci-artifacts.json").toStdString());
        const JsonArray &steps = *(*manifest.asObject())["publish"].asArray();
        QCOMPARE(shown(steps[0]),
            quoted("{'kind':'command','command':'/bin/good','args':['DIR/out/ci-artifacts.json',"
                   "'--token=[redacted]'],'status':'succeeded','exitCode':0,'attempts':1,'durationMs':0,"
                   "'skippedReason':null,'reason':null,'stdout':'token [redacted]','stderr':''}"));
        QCOMPARE(steps.size(), std::size_t{3});
        QCOMPARE(bench.events.lines().constLast(),
            quoted("telemetry:ci_publish_failed {'artifactCount':1,'manifest':'" + bench.dir.path().toUtf8() +
                   "/out/ci-artifacts.json','dryRun':false,'succeeded':1,'failed':1,'skipped':1,'commands':["
                   "{'kind':'command','command':'/bin/good','status':'succeeded'},"
                   "{'kind':'command','command':'/bin/bad','status':'failed'},"
                   "{'kind':'command','command':'missing','status':'skipped'}],'context':{'build':7}}"));
    }

    void aMissingProgramIsNoFailure()
    {
        Bench bench;
        bench.variables.set("APPVEYOR", "True");
        bench.runner.script.assign(4, ScriptedRunner::ends(CommandRun::End::NotFound));
        QVERIFY(bench.publish().succeeded());
        QCOMPARE(bench.events.names(),
            (QByteArrayList{"telemetry:ci_publish_started", "telemetry:ci_publish_completed"}));
    }

    void theManifestIsThereWhileCommandsRun()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.addCommand("up");
        QByteArray during;
        bench.runner.onRun = [&] { during = bench.read("out/ci-artifacts.json"); };
        (void)bench.publish();
        QVERIFY(during.contains(quoted("'status': 'planned'")));
    }

    void anIncompleteSetHasNoManifest()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.exported.inputs[0].error = Error{"input_missing", "it is gone", "Look."};
        bench.addCommand("up");
        const PublishOutcome outcome = bench.publish();

        QVERIFY(outcome.manifest.empty());
        QVERIFY(bench.runner.lines().isEmpty());
        QCOMPARE(bench.statuses(outcome), QByteArrayList{"up skipped export_incomplete"});
        QCOMPARE(bench.files(), QStringList{QStringLiteral("ci-summary.md")});
        QVERIFY(bench.read("out/ci-summary.md").contains("**it is gone.** Look."));
    }

    void aWishToStopSkipsTheOthersAndIsRecorded()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.addCommand("one");
        bench.addCommand("two");
        bench.runner.script = {ScriptedRunner::ends(CommandRun::End::Stopped)};
        bench.runner.onRun = [&] { bench.stop.request(StopFlag::Reason::Terminate); };
        const PublishOutcome outcome = bench.publish();

        QCOMPARE(bench.statuses(outcome), (QByteArrayList{"/bin/one failed ", "two skipped interrupted"}));
        QVERIFY(bench.read("out/ci-artifacts.json").contains("it was ended because the export was"));
    }

    void theManifestMayStandElsewhere()
    {
        Bench bench;
        bench.request.manifestFile = bench.path("meta/data/m.json");
        QVERIFY(bench.publish().succeeded());
        QVERIFY(bench.read("meta/data/m.json").contains(quoted("'filename': '../../out/a.json'")));
        QCOMPARE(bench.read("meta/data/SHA256SUMS"), QByteArray(64, 'b') + "  ../../out/a.json\n");
    }

    void aManifestThatCannotBeWrittenIsAnError()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.addCommand("up");
        bench.request.manifestFile = "/dev/null/m.json";
        const PublishOutcome outcome = bench.publish();
        QVERIFY(outcome.manifest.empty());
        QVERIFY(!outcome.errors.empty());
        QVERIFY(bench.runner.lines().isEmpty());
    }

    void anEarlierManifestGoesFirst()
    {
        Bench bench;
        (void)bench.publish();
        QVERIFY(CiArtifactPublisher::removeEarlier(bench.request, bench.exported.artifactDir).has_value());
        QVERIFY(CiArtifactPublisher::removeEarlier(bench.request, bench.exported.artifactDir).has_value());
        QCOMPARE(bench.files(), QStringList());

        bench.request.manifestFile = bench.dir.path().toStdString();
        const auto folder = CiArtifactPublisher::removeEarlier(bench.request, bench.exported.artifactDir);
        QCOMPARE(folder.error().code, std::string("usage"));
    }

    void anotherFileIsNoEarlierManifest()
    {
        Bench bench;
        QVERIFY(writeFileAtomically(QString::fromStdString(bench.path("session.ndjson")), "precious\n"));
        bench.request.manifestFile = bench.path("session.ndjson");
        const auto removed = CiArtifactPublisher::removeEarlier(bench.request, bench.exported.artifactDir);
        QCOMPARE(removed.error().code, std::string("usage"));
        QCOMPARE(bench.read("session.ndjson"), QByteArray("precious\n"));
    }

    void aManifestThatCannotBeBroughtUpToDateGoes()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.addCommand("up");
        bench.runner.onRun = [&] { // under its name there is something now that is never replaced
            QFile::remove(bench.dir.filePath(QStringLiteral("out/ci-artifacts.json")));
            QVERIFY(QFile::link(
                QStringLiteral("/nowhere"), bench.dir.filePath(QStringLiteral("out/ci-artifacts.json"))));
        };
        const PublishOutcome outcome = bench.publish();
        QVERIFY(outcome.manifest.empty());
        QVERIFY(!outcome.errors.empty());
        QVERIFY(!bench.files().contains(QStringLiteral("ci-artifacts.json")));
    }

    void whatIsHandedOverIsRecorded()
    {
        Bench bench;
        bench.variables.set("GITHUB_ACTIONS", "true");
        bench.variables.set("GITHUB_OUTPUT", bench.path("output"));
        bench.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, "odd", "x"});
        QByteArrayList lines;
        for (const PublishStep &step : bench.publish().steps) {
            const std::string_view status = statusName(step.status);
            lines.append(QByteArray::fromStdString(step.kind + " " + std::string(status)));
        }
        QCOMPARE(lines, (QByteArrayList{"github-output succeeded", "log-commands succeeded"}));
    }

    void anUnfinishedLineOfAProvidersFileIsEnded()
    {
        Bench bench;
        bench.variables.set("GITHUB_ACTIONS", "true");
        bench.variables.set("GITHUB_OUTPUT", bench.path("output"));
        QVERIFY(writeFileAtomically(QString::fromStdString(bench.path("output")), "a=1"));
        (void)bench.publish();
        QVERIFY(bench.read("output").startsWith("a=1\nmanifest="));
    }

    void secretsOfACommandsOwnEnvironmentAreSecret()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.addCommand("up");
        bench.request.commands[0].environment = {{"NPM_TOKEN", "npm_abcdef"}};
        bench.runner.script = {ScriptedRunner::exits(0, "token npm_abcdef")};
        (void)bench.publish();
        QVERIFY(!bench.read("out/ci-artifacts.json").contains("npm_abcdef"));
    }

    void anArtifactWhoseNameIsASecretIsNotHandedOver()
    {
        Bench bench;
        bench.variables.set("TF_BUILD", "True");
        bench.exported.inputs[0].files[0].path = bench.path(("out/" + secret).c_str());
        const PublishOutcome outcome = bench.publish();
        QCOMPARE(outcome.warnings.size(), std::size_t{1});
        QVERIFY(!bench.log.join('\n').contains("s3cr3t"));
        QVERIFY(!bench.read("out/SHA256SUMS").contains("s3cr3t"));
    }

    void checksAreWrittenAsJUnit()
    {
        Bench bench;
        bench.variables.set("CI", "true");
        bench.request.junitFile = bench.path("junit.xml");
        bench.exported.strict = true;
        bench.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, "odd \x01 <" + secret + ">", "x"});
        bench.exported.inputs[0].failures.push_back(
            {"filesystem", "b.csv", {"write_failed", "disk full", ""}});
        bench.addCommand("up");
        (void)bench.publish();

        QCOMPARE(bench.read("junit.xml"),
            QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<testsuites>\n"
                       "  <testsuite name=\"telemetry-inspector\" tests=\"4\" failures=\"2\" errors=\"0\" "
                       "skipped=\"1\">\n"
                       "    <properties>\n"
                       "      <property name=\"exportDurationMs\" value=\"0\"/>\n"
                       "      <property name=\"filesystem.durationMs\" value=\"1.5\"/>\n"
                       "    </properties>\n"
                       "    <testcase classname=\"telemetry-inspector.inputs\" name=\"s.ndjson\">\n"
                       "      <failure message=\"1 warnings, 0 skipped lines\"/>\n"
                       "      <system-out>4: odd \xef\xbf\xbd &lt;[redacted]&gt;\n</system-out>\n"
                       "    </testcase>\n"
                       "    <testcase classname=\"telemetry-inspector.artifacts\" name=\"a.json\"/>\n"
                       "    <testcase classname=\"telemetry-inspector.artifacts\" name=\"b.csv\">\n"
                       "      <failure message=\"disk full\"/>\n"
                       "    </testcase>\n"
                       "    <testcase classname=\"telemetry-inspector.publish\" name=\"command  "
                       "--token=[redacted]\">\n"
                       "      <skipped message=\"export_incomplete\"/>\n"
                       "    </testcase>\n"
                       "  </testsuite>\n"
                       "</testsuites>\n"));
    }

    void noSecretIsLeft()
    {
        Bench bench;
        bench.variables.set("TF_BUILD", "True");
        bench.variables.set("SYSTEM_COLLECTIONURI", "https://me:" + secret + "@host/");
        bench.variables.set("SYSTEM_TEAMPROJECT", "p");
        bench.variables.set("BUILD_BUILDID", "1");
        bench.request.context = {{"key", secret}};
        bench.request.junitFile = bench.path("out/junit.xml");
        bench.exported.inputs[0].input = "https://host/?token=" + secret;
        bench.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, secret, secret});
        StateSummary state;
        state.factions.push_back({secret, 1, 2, secret, 0, secret});
        state.currentPrompt = secret;
        state.tutorial.currentStep = secret;
        state.slowestStep = StateSummary::Step{secret, 5};
        bench.exported.inputs[0].states.push_back({secret, state});
        bench.addCommand("up");
        bench.runner.script = {ScriptedRunner::exits(1, secret, secret)};
        const PublishOutcome outcome = bench.publish();

        const FileContents files = filesOf(bench.dir.filePath(QStringLiteral("out")));
        QCOMPARE(files.size(), 4);
        for (const QByteArray &content : files)
            QVERIFY(!content.contains("s3cr3t"));
        QVERIFY(!bench.log.join('\n').contains("s3cr3t"));
        QVERIFY(!shown(toJson(outcome)).contains("s3cr3t"));
        QVERIFY(!bench.events.lines().join('\n').contains("s3cr3t"));
    }
};

QTEST_APPLESS_MAIN(tst_CiArtifactPublisher)
#include "tst_CiArtifactPublisher.moc"
