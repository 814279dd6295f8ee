// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/HandOver.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

PublishedSet someSet()
{
    PublishedSet set;
    set.artifactDir = "/out";
    set.artifacts = {"/out/a.json", "/out/b c.csv"};
    set.manifest = "/out/ci-artifacts.json";
    set.checksums = "/out/SHA256SUMS";
    set.summaryFile = "/out/ci-summary.md";
    set.junit = "/out/telemetry-junit.xml";
    set.summary = "## Summary\n";
    set.notices = {{true, "it ::error:: fails\nbadly", {}, 0}, {false, "odd ##vso[x]", "s,1.ndjson", 7}};
    set.durations = {{"export", 12.5}};
    return set;
}

/// A line for each thing that is handed over.
QByteArrayList shownPlan(const HandOver &plan)
{
    QByteArrayList lines;
    for (const HandOver::FileText &file : plan.appended)
        lines.append(QByteArray::fromStdString(
            file.path + " += " + file.text + " most " + std::to_string(file.mostBytes)));
    for (const HandOver::FileText &file : plan.written)
        lines.append(QByteArray::fromStdString(file.path + " := " + file.text));
    for (const std::string &line : plan.logLines)
        lines.append(QByteArray::fromStdString(line));
    for (const PublishCommand &command : plan.commands) {
        QByteArray line = QByteArray::fromStdString(command.kind + ": " + command.program);
        for (const std::string &argument : command.arguments)
            line.append(" <").append(QByteArray::fromStdString(argument)).append('>');
        if (!command.inputFile.empty())
            line.append(" < ").append(QByteArray::fromStdString(command.inputFile));
        if (!command.folder.empty())
            line.append(" in ").append(QByteArray::fromStdString(command.folder));
        lines.append(line.append(" x").append(QByteArray::number(command.retries)));
    }
    return lines;
}

} // namespace

class tst_HandOver : public QObject
{
    Q_OBJECT

private slots:
    void plans_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QByteArrayList>("expected");
        const QByteArrayList github{"/env/summary += ## Summary\n most 1048576",
            "/env/output += manifest=/out/ci-artifacts.json\nartifact-dir=/out\nartifact-count=2\n most 0",
            "::error title=Telemetry inspector::it :\\x3aerror:\\x3a fails\\x0abadly",
            "::warning title=Telemetry inspector,file=s%2C1.ndjson,line=7::odd #\\x23vso[x]"};
        const QByteArray azure =
            "##vso[artifact.upload containerfolder=telemetry-artifacts;artifactname=telemetry-artifacts]";
        const QByteArray all =
            "a.json;b c.csv;ci-artifacts.json;SHA256SUMS;ci-summary.md;telemetry-junit.xml";
        const auto teamCityFile = [](const QByteArray &file) -> QByteArray {
            return "##teamcity[publishArtifacts '" + file + " => telemetry-artifacts']";
        };

        QTest::addRow("github") << QByteArray("github") << github;
        QTest::addRow("gitea") << QByteArray("gitea") << github;
        QTest::addRow("gitlab") << QByteArray("gitlab")
                                << QByteArrayList{
                                       "/out/telemetry.env := TELEMETRY_MANIFEST=/out/ci-artifacts.json\n"
                                       "TELEMETRY_ARTIFACT_DIR=/out\nTELEMETRY_ARTIFACT_COUNT=2\n"};
        QTest::addRow("azure")
            << QByteArray("azure")
            << QByteArrayList{azure + "/out/a.json", azure + "/out/b c.csv", azure + "/out/ci-artifacts.json",
                   azure + "/out/SHA256SUMS", azure + "/out/ci-summary.md",
                   azure + "/out/telemetry-junit.xml", "##vso[task.uploadsummary]/out/ci-summary.md",
                   "##vso[task.logissue type=error]it :\\x3aerror:\\x3a fails\\x0abadly",
                   QByteArray("##vso[task.logissue type=warning;sourcepath=s,1.ndjson;linenumber=7]")
                       .append("odd #\\x23vso[x%5D")};
        QTest::addRow("teamcity")
            << QByteArray("teamcity")
            << QByteArrayList{teamCityFile("/out/a.json"), teamCityFile("/out/b c.csv"),
                   teamCityFile("/out/ci-artifacts.json"), teamCityFile("/out/SHA256SUMS"),
                   teamCityFile("/out/ci-summary.md"), teamCityFile("/out/telemetry-junit.xml"),
                   "##teamcity[importData type='junit' path='/out/telemetry-junit.xml']",
                   "##teamcity[buildStatisticValue key='telemetry.export.ms' value='12.5']"};
        QTest::addRow("buildkite")
            << QByteArray("buildkite")
            << QByteArrayList{
                   "buildkite-upload: buildkite-agent <artifact> <upload> <--literal> <--delimiter> <;> <" +
                       all + "> in /out x2",
                   "buildkite-annotate: buildkite-agent <annotate> <--context> <telemetry-inspector> "
                   "<--style> <error>"
                   " < /out/ci-summary.md x2"};
        QTest::addRow("appveyor")
            << QByteArray("appveyor")
            << QByteArrayList{"appveyor-push: appveyor <PushArtifact> </out/a.json> x2",
                   "appveyor-push: appveyor <PushArtifact> </out/b c.csv> x2",
                   "appveyor-push: appveyor <PushArtifact> </out/ci-artifacts.json> x2",
                   "appveyor-push: appveyor <PushArtifact> </out/SHA256SUMS> x2",
                   "appveyor-push: appveyor <PushArtifact> </out/ci-summary.md> x2",
                   "appveyor-push: appveyor <PushArtifact> </out/telemetry-junit.xml> x2"};
        for (const char *nothing :
            {"jenkins", "circleci", "bitbucket", "travis", "drone", "woodpecker", "generic", "none"})
            QTest::addRow("%s", nothing) << QByteArray(nothing) << QByteArrayList();
    }

    void plans()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QByteArrayList, expected);
        const EnvironmentVariables variables{
            {"GITHUB_STEP_SUMMARY", "/env/summary"}, {"GITHUB_OUTPUT", "/env/output"}};

        const HandOver plan =
            planHandOver(parseProvider(provider.toStdString()).value(), variables, someSet());

        QCOMPARE(shownPlan(plan), expected);
    }

    void githubWithoutFilesTakesAnnotationsOnly()
    {
        const HandOver plan = planHandOver(CiProvider::GitHub, {}, someSet());
        QVERIFY(plan.appended.empty());
        QCOMPARE(plan.logLines.size(), std::size_t{2});
    }

    void aSummaryThatIsNotThereIsNotHandedOver()
    {
        PublishedSet set = someSet();
        set.summaryFile.clear();
        for (const PublishCommand &command : planHandOver(CiProvider::Buildkite, {}, set).commands)
            QCOMPARE(command.kind, std::string("buildkite-upload"));
        for (const std::string &line : planHandOver(CiProvider::Azure, {}, set).logLines)
            QVERIFY(line.find("uploadsummary") == std::string::npos);
    }

    void anOutputOfSeveralLinesStaysOne()
    {
        PublishedSet set = someSet();
        set.artifactDir = "/o\nmanifest=/evil";
        const HandOver plan = planHandOver(CiProvider::GitHub, {{"GITHUB_OUTPUT", "/env/output"}}, set);
        const QByteArray text = QByteArray::fromStdString(plan.appended.front().text);
        QVERIFY(text.contains("\nartifact-dir<<end_"));
        QVERIFY(text.contains("\n/o\nmanifest=/evil\nend_"));
    }

    void gitlabTakesNoValueWithBlanks()
    {
        PublishedSet set = someSet();
        set.manifest = "/my out/m.json";
        QCOMPARE(QByteArray::fromStdString(planHandOver(CiProvider::GitLab, {}, set).written.front().text),
            QByteArray("TELEMETRY_ARTIFACT_DIR=/out\nTELEMETRY_ARTIFACT_COUNT=2\n"));
    }

    void legsOfAMatrixHaveNamesOfTheirOwn()
    {
        PublishedSet set = someSet();
        set.shard = "2-of-4";
        QCOMPARE(planHandOver(CiProvider::Buildkite, {}, set).commands.back().arguments.at(2),
            std::string("telemetry-inspector-2-of-4"));
        QCOMPARE(planHandOver(CiProvider::Azure, {}, set).logLines.front(),
            std::string("##vso[artifact.upload containerfolder=telemetry-artifacts-2-of-4;"
                        "artifactname=telemetry-artifacts-2-of-4]/out/a.json"));
    }

    void teamCityTakesNoRulesForNames()
    {
        PublishedSet set = someSet();
        set.artifacts = {"/out/a,b.json"};
        const HandOver plan = planHandOver(CiProvider::TeamCity, {}, set);
        QCOMPARE(plan.warnings.size(), std::size_t{1});
        QCOMPARE(plan.logLines.front(), std::string("##teamcity[publishArtifacts '/out/ci-artifacts.json => "
                                                    "telemetry-artifacts']"));
    }

    void manyFilesAreUploadedInPieces()
    {
        PublishedSet set = someSet();
        set.artifacts.assign(3000, "/out/" + std::string(60, 'x') + ";1");
        const HandOver plan = planHandOver(CiProvider::Buildkite, {}, set);
        std::size_t files = 0;
        for (const PublishCommand &command : plan.commands) {
            if (command.kind != "buildkite-upload")
                continue;
            QCOMPARE(command.arguments.at(4), std::string("\n"));
            const std::string &list = command.arguments.at(5);
            QVERIFY(list.size() <= 65536);
            files += static_cast<std::size_t>(std::count(list.begin(), list.end(), '\n')) + 1;
        }
        QCOMPARE(files, set.allFiles().size());
    }
};

QTEST_APPLESS_MAIN(tst_HandOver)
#include "tst_HandOver.moc"
