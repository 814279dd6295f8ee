// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/AtomicFile.h"
#include "tests/core/publish/PublishedJob.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// JSON that is written with ' for " above, because moc misreads what would be readable otherwise.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class tst_CiArtifactPublisher : public QObject
{
    Q_OBJECT

private slots:
    void writesTheSetOutsideOfCi()
    {
        PublishedJob job;
        const PublishOutcome outcome = job.publish();

        QVERIFY(outcome.succeeded());
        QVERIFY(outcome.dryRun);
        QCOMPARE(job.files(), (QStringList{QStringLiteral("SHA256SUMS"), QStringLiteral("ci-artifacts.json"),
                                  QStringLiteral("ci-summary.md")}));
        QCOMPARE(job.read("out/SHA256SUMS"), QByteArray(64, 'b') + "  a.json\n");
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
        QCOMPARE(shown(json(job.read("out/ci-artifacts.json").toStdString())), expected);
    }

    void aDryRunPlans()
    {
        PublishedJob job;
        job.variables.set("BUILDKITE", "true");
        job.request.dryRun = true;
        job.addCommand("up");
        const PublishOutcome outcome = job.publish();

        QVERIFY(job.runner.lines().isEmpty());
        QVERIFY(job.log.isEmpty());
        QCOMPARE(job.statuses(outcome),
            (QByteArrayList{"up planned ", "buildkite-agent planned ", "buildkite-agent planned "}));
        QCOMPARE(job.told.constFirst(),
            quoted("would run ['up','DIR/out/ci-artifacts.json','--token=[redacted]']"));
    }

    void noneHandsNothingOver()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.variables.set("GITHUB_STEP_SUMMARY", job.path("summary"));
        job.request.provider = CiProvider::None;
        job.request.dryRun = false;
        job.addCommand("up");
        const PublishOutcome outcome = job.publish();

        QCOMPARE(job.read("summary"), QByteArray("<none>"));
        QCOMPARE(job.statuses(outcome), QByteArrayList{"up planned "});
        QVERIFY(!outcome.manifest.empty());
    }

    void handsOverToGitHub()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.variables.set("GITHUB_STEP_SUMMARY", job.path("summary"));
        job.variables.set("GITHUB_OUTPUT", job.path("output"));
        QVERIFY(writeFileAtomically(QString::fromStdString(job.path("summary")), "before\n").has_value());
        job.exported.inputs[0].read.add(
            {ReadIssue::Kind::Warning, 4, std::string("odd ::error::") + PublishedJob::secret, "x"});
        const PublishOutcome outcome = job.publish();

        QVERIFY(outcome.succeeded());
        QCOMPARE(job.read("summary"), "before\n" + job.read("out/ci-summary.md"));
        QCOMPARE(job.read("output"),
            QByteArray("manifest=DIR/out/ci-artifacts.json\nartifact-dir=DIR/out\nartifact-count=1\n"));
        QCOMPARE(job.log, QByteArrayList{"::warning title=Telemetry inspector,file=s.ndjson,line=4::odd "
                                         ":\\x3aerror:\\x3a[redacted]"});
    }

    void aSummaryFileTooLargeForAProviderIsCut()
    {
        PublishedJob job;
        InputOutcome &input = job.exported.inputs.front();
        input.files.resize(20'000, InputOutcome::File(input.files.front()));

        QVERIFY(job.publish().succeeded());

        const QByteArray summary = job.read("out/ci-summary.md");
        QVERIFY(summary.endsWith("\n*The summary is cut here; the manifest names every artifact.*\n"));
        QVERIFY(static_cast<std::size_t>(summary.size()) <= CiArtifactPublisher::mostSummaryBytes);
        QVERIFY(static_cast<std::size_t>(summary.size()) > CiArtifactPublisher::mostSummaryBytes / 2);
    }

    void whatIsNotAsExpectedIsInTheSummaryAndAnnotated()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        const Expectation met{"Done", {"a"}, Expectation::Operator::Exists, {}, {}};
        const Expectation missed{"", {"b"}, Expectation::Operator::Exists, {}, {}};
        job.exported.inputs[0].expectations = {
            {met, true, 8, true, {}}, {missed, false, 0, {}, "is not there"}};
        (void)job.publish();

        QCOMPARE(job.log, QByteArrayList{"::error title=Telemetry inspector,file=s.ndjson::Not as expected: "
                                         "b is there: is not there, at the end"});
        QVERIFY(job.read("out/ci-summary.md")
                    .contains("**1 expectation not met:**\n\n- b is there&#58; is not there, at the end\n"));
    }

    void tenNoticesAreGivenErrorsFirst()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        for (int i = 0; i < 25; ++i)
            job.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 0, "odd", {}});
        job.exported.inputs.push_back({});
        job.exported.inputs[1].error = Error{"input_missing", "gone", {}};
        (void)job.publish();
        QCOMPARE(job.log.size(), 10);
        QVERIFY(job.log.constFirst().startsWith("::error "));
    }

    void aSummaryThatIsTooLongIsCut()
    {
        PublishedJob job;
        constexpr int mebibyte = 1 << 20;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.variables.set("GITHUB_STEP_SUMMARY", job.path("summary"));
        QVERIFY(
            writeFileAtomically(QString::fromStdString(job.path("summary")), std::string(mebibyte / 2, 'x')));
        for (int i = 0; i < 9000; ++i) {
            job.exported.inputs[0].files.push_back(job.exported.inputs[0].files[0]);
        }
        QVERIFY(job.publish().succeeded());

        const QByteArray summary = job.read("summary");
        QVERIFY(summary.size() <= mebibyte);
        QVERIFY(summary.size() > mebibyte - 300);
        QVERIFY(summary.endsWith(" |\n\n*The summary is cut here; the manifest names every artifact.*\n"));
    }

    void aProvidersFileThatCannotBeWrittenIsAWarning()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.variables.set("GITHUB_OUTPUT", job.path("no/such/folder"));
        const PublishOutcome outcome = job.publish();

        QVERIFY(!outcome.succeeded());
        QVERIFY(outcome.errors.empty());
        QVERIFY(job.read("out/ci-artifacts.json").contains("DIR/no/such/folder was not written"));
        QVERIFY(job.events.names().contains("telemetry:ci_publish_failed"));
    }

    void runsCommandsAndRecordsThem()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        for (const char *program : {"good", "bad", "missing"})
            job.addCommand(program);
        job.runner.script = {ScriptedRunner::exits(0, std::string("token ") + PublishedJob::secret),
            ScriptedRunner::exits(2), ScriptedRunner::ends(CommandRun::End::NotFound)};
        const PublishOutcome outcome = job.publish();

        QCOMPARE(job.statuses(outcome), (QByteArrayList{"/bin/good succeeded ", "/bin/bad failed ",
                                            "missing skipped command_not_found"}));
        QVERIFY(!outcome.succeeded());
        const JsonValue manifest = json(job.read("out/ci-artifacts.json").toStdString());
        const JsonArray &steps = *(*manifest.asObject())["publish"].asArray();
        QCOMPARE(shown(steps[0]),
            quoted("{'kind':'command','command':'/bin/good','args':['DIR/out/ci-artifacts.json',"
                   "'--token=[redacted]'],'status':'succeeded','exitCode':0,'attempts':1,'durationMs':0,"
                   "'skippedReason':null,'reason':null,'stdout':'token [redacted]','stderr':''}"));
        QCOMPARE(steps.size(), std::size_t{3});
        QCOMPARE(job.events.lines().constLast(),
            quoted("telemetry:ci_publish_failed {'artifactCount':1,'manifest':'" + job.dir.path().toUtf8() +
                   "/out/ci-artifacts.json','dryRun':false,'succeeded':1,'failed':1,'skipped':1,'commands':["
                   "{'kind':'command','command':'/bin/good','status':'succeeded'},"
                   "{'kind':'command','command':'/bin/bad','status':'failed'},"
                   "{'kind':'command','command':'missing','status':'skipped'}],'context':{'build':7}}"));
    }

    void aMissingProgramIsNoFailure()
    {
        PublishedJob job;
        job.variables.set("APPVEYOR", "True");
        job.runner.script.assign(4, ScriptedRunner::ends(CommandRun::End::NotFound));
        QVERIFY(job.publish().succeeded());
        QCOMPARE(job.events.names(),
            (QByteArrayList{"telemetry:ci_publish_started", "telemetry:ci_publish_completed"}));
    }

    void theManifestIsThereWhileCommandsRun()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.addCommand("up");
        QByteArray during;
        job.runner.onRun = [&] { during = job.read("out/ci-artifacts.json"); };
        (void)job.publish();
        QVERIFY(during.contains(quoted("'status': 'planned'")));
    }

    void anIncompleteSetHasNoManifest()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.exported.inputs[0].error = Error{"input_missing", "it is gone", "Look."};
        job.addCommand("up");
        const PublishOutcome outcome = job.publish();

        QVERIFY(outcome.manifest.empty());
        QVERIFY(job.runner.lines().isEmpty());
        QCOMPARE(job.statuses(outcome), QByteArrayList{"up skipped export_incomplete"});
        QCOMPARE(job.files(), QStringList{QStringLiteral("ci-summary.md")});
        QVERIFY(job.read("out/ci-summary.md").contains("**it is gone.** Look."));
    }

    void aWishToStopSkipsTheOthersAndIsRecorded()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.addCommand("one");
        job.addCommand("two");
        job.runner.script = {ScriptedRunner::ends(CommandRun::End::Stopped)};
        job.runner.onRun = [&] { job.stop.request(StopFlag::Reason::Terminate); };
        const PublishOutcome outcome = job.publish();

        QCOMPARE(job.statuses(outcome), (QByteArrayList{"/bin/one failed ", "two skipped interrupted"}));
        QVERIFY(job.read("out/ci-artifacts.json").contains("it was ended because the export was"));
    }

    void theManifestMayStandElsewhere()
    {
        PublishedJob job;
        job.request.manifestFile = job.path("meta/data/m.json");
        QVERIFY(job.publish().succeeded());
        QVERIFY(job.read("meta/data/m.json").contains(quoted("'filename': '../../out/a.json'")));
        QCOMPARE(job.read("meta/data/SHA256SUMS"), QByteArray(64, 'b') + "  ../../out/a.json\n");
    }

    void aManifestThatCannotBeWrittenIsAnError()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.addCommand("up");
        job.request.manifestFile = "/dev/null/m.json";
        const PublishOutcome outcome = job.publish();
        QVERIFY(outcome.manifest.empty());
        QVERIFY(!outcome.errors.empty());
        QVERIFY(job.runner.lines().isEmpty());
    }

    void anEarlierManifestGoesFirst()
    {
        PublishedJob job;
        (void)job.publish();
        QVERIFY(CiArtifactPublisher::removeEarlier(job.request, job.exported.artifactDir).has_value());
        QVERIFY(CiArtifactPublisher::removeEarlier(job.request, job.exported.artifactDir).has_value());
        QCOMPARE(job.files(), QStringList());

        job.request.manifestFile = job.dir.path().toStdString();
        const auto folder = CiArtifactPublisher::removeEarlier(job.request, job.exported.artifactDir);
        QCOMPARE(folder.error().code, std::string("usage"));
    }

    void whatIsTakenForAnEarlierManifest_data()
    {
        QTest::addColumn<bool>("hasOwnName"); // or that of --metadata
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("goes");

        QTest::addRow("an empty file") << false << QByteArray() << true;
        QTest::addRow("a manifest without blanks")
            << false << QByteArray(R"({"schema":"telemetry-artifacts/1"})") << true;
        QTest::addRow("a piece of one")
            << false << QByteArray("{\n  \"schema\": \"telemetry-artifacts/") << true;
        QTest::addRow("another object") << false << QByteArray("{}") << false;
        QTest::addRow("another object under its own name") << true << QByteArray("{}") << true;
        QTest::addRow("something else") << false << QByteArray("precious\n") << false;
        QTest::addRow("something else under its own name") << true << QByteArray("precious\n") << false;
    }

    void whatIsTakenForAnEarlierManifest()
    {
        QFETCH(bool, hasOwnName);
        QFETCH(QByteArray, content);
        QFETCH(bool, goes);
        PublishedJob job;
        const char *name = hasOwnName ? "out/ci-artifacts.json" : "m.json";
        QVERIFY(QDir(job.dir.path()).mkpath(QStringLiteral("out")));
        QVERIFY(writeFileAtomically(QString::fromStdString(job.path(name)), content.toStdString()));
        if (!hasOwnName)
            job.request.manifestFile = job.path(name);

        const auto removed = CiArtifactPublisher::removeEarlier(job.request, job.exported.artifactDir);

        QCOMPARE(removed ? std::string() : removed.error().code, std::string(goes ? "" : "usage"));
        QCOMPARE(QFile::exists(QString::fromStdString(job.path(name))), !goes);
    }

    void whatIsCalledLikeAManifestStaysWhereThisOneHasAnotherName()
    {
        PublishedJob job;
        QVERIFY(QDir(job.dir.path()).mkpath(QStringLiteral("out")));
        QVERIFY(writeFileAtomically(QString::fromStdString(job.path("out/ci-artifacts.json")), "{}"));
        job.request.manifestFile = job.path("m.json");

        QVERIFY(CiArtifactPublisher::removeEarlier(job.request, job.exported.artifactDir).has_value());

        QCOMPARE(job.read("out/ci-artifacts.json"), QByteArray("{}"));
    }

    void aManifestThatCannotBeBroughtUpToDateGoes()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.addCommand("up");
        job.runner.onRun = [&] { // under its name there is something now that is never replaced
            QFile::remove(job.dir.filePath(QStringLiteral("out/ci-artifacts.json")));
            QVERIFY(QFile::link(
                QStringLiteral("/nowhere"), job.dir.filePath(QStringLiteral("out/ci-artifacts.json"))));
        };
        const PublishOutcome outcome = job.publish();
        QVERIFY(outcome.manifest.empty());
        QVERIFY(!outcome.errors.empty());
        QVERIFY(!job.files().contains(QStringLiteral("ci-artifacts.json")));
    }

    void whatIsHandedOverIsRecorded()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.variables.set("GITHUB_OUTPUT", job.path("output"));
        job.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, "odd", "x"});
        QByteArrayList lines;
        for (const PublishStep &step : job.publish().steps) {
            const std::string_view status = statusName(step.status);
            lines.append(QByteArray::fromStdString(step.kind + " " + std::string(status)));
        }
        QCOMPARE(lines, (QByteArrayList{"github-output succeeded", "log-commands succeeded"}));
    }

    void anUnfinishedLineOfAProvidersFileIsEnded()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.variables.set("GITHUB_OUTPUT", job.path("output"));
        QVERIFY(writeFileAtomically(QString::fromStdString(job.path("output")), "a=1"));
        (void)job.publish();
        QVERIFY(job.read("output").startsWith("a=1\nmanifest="));
    }
};

QTEST_APPLESS_MAIN(tst_CiArtifactPublisher)
#include "tst_CiArtifactPublisher.moc"
