// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/publish/PublishedJob.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const std::string secret = PublishedJob::secret;

} // namespace

/// That no secret of the job, or of a command, is left anywhere.
class tst_PublishSecrets : public QObject
{
    Q_OBJECT

private slots:
    void secretsOfACommandsOwnEnvironmentAreSecret()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.addCommand("up");
        job.request.commands[0].environment = {{"NPM_TOKEN", "npm_abcdef"}};
        job.runner.script = {ScriptedRunner::exits(0, "token npm_abcdef")};
        (void)job.publish();
        QVERIFY(!job.read("out/ci-artifacts.json").contains("npm_abcdef"));
    }

    void anArtifactWhoseNameIsASecretIsNotHandedOver()
    {
        PublishedJob job;
        job.variables.set("TF_BUILD", "True");
        job.exported.inputs[0].files[0].path = job.path(("out/" + secret).c_str());
        const PublishOutcome outcome = job.publish();
        QCOMPARE(outcome.warnings.size(), std::size_t{1});
        QVERIFY(!job.log.join('\n').contains("s3cr3t"));
        QVERIFY(!job.read("out/SHA256SUMS").contains("s3cr3t"));
    }

    void noSecretIsLeft()
    {
        PublishedJob job;
        job.variables.set("TF_BUILD", "True");
        job.variables.set("SYSTEM_COLLECTIONURI", "https://me:" + secret + "@host/");
        job.variables.set("SYSTEM_TEAMPROJECT", "p");
        job.variables.set("BUILD_BUILDID", "1");
        job.request.context = {{"key", secret}};
        job.request.junitFile = job.path("out/junit.xml");
        job.exported.inputs[0].input = "https://host/?token=" + secret;
        job.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, secret, secret});
        StateSummary state;
        state.factions.push_back({secret, 1, 2, secret, 0, secret});
        state.currentPrompt = secret;
        state.tutorial.currentStep = secret;
        state.slowestStep = StateSummary::Step{secret, 5};
        job.exported.inputs[0].states.push_back({secret, state});
        job.addCommand("up");
        job.runner.script = {ScriptedRunner::exits(1, secret, secret)};
        const PublishOutcome outcome = job.publish();

        const FileContents files = filesOf(job.dir.filePath(QStringLiteral("out")));
        QCOMPARE(files.size(), 4);
        for (const QByteArray &content : files)
            QVERIFY(!content.contains("s3cr3t"));
        QVERIFY(!job.log.join('\n').contains("s3cr3t"));
        QVERIFY(!shown(toJson(outcome)).contains("s3cr3t"));
        QVERIFY(!job.events.lines().join('\n').contains("s3cr3t"));
    }
};

QTEST_APPLESS_MAIN(tst_PublishSecrets)
#include "tst_PublishSecrets.moc"
