// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiEnvironment.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// "NAME=value" each.
EnvironmentVariables variablesOf(const QByteArrayList &list)
{
    EnvironmentVariables variables;
    for (const QByteArray &each : list) {
        const auto equals = each.indexOf('=');
        variables.set(each.left(equals).toStdString(), each.mid(equals + 1).toStdString());
    }
    return variables;
}

QByteArray members(const char *provider, const QByteArrayList &values)
{
    const QByteArrayList names{"runId", "jobId", "attempt", "branch", "commit", "url"};
    QByteArray text = QByteArray(R"({"provider":)") + provider;
    for (qsizetype i = 0; i < names.size(); ++i)
        text += ",\"" + names[i] + "\":" + (values[i].isEmpty() ? QByteArray("null") : '"' + values[i] + '"');
    return text + '}';
}

} // namespace

class tst_CiEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheJob_data()
    {
        QTest::addColumn<QByteArrayList>("variables");
        QTest::addColumn<QByteArray>("expected");
        const QByteArrayList github{"CI=true", "GITHUB_ACTIONS=true", "GITHUB_RUN_ID=9007199254740993",
            "GITHUB_RUN_NUMBER=7", "GITHUB_JOB=export", "GITHUB_RUN_ATTEMPT=2", "GITHUB_REF_NAME=main",
            "GITHUB_SHA=abc", "GITHUB_SERVER_URL=https://github.com", "GITHUB_REPOSITORY=o/r"};

        QTest::addRow("nothing") << QByteArrayList() << members("null", {"", "", "", "", "", ""});
        QTest::addRow("not CI") << QByteArrayList{"CI=false"} << members("null", {"", "", "", "", "", ""});
        QTest::addRow("an empty variable")
            << QByteArrayList{"CI=", "GITLAB_CI="} << members("null", {"", "", "", "", "", ""});
        QTest::addRow("generic") << QByteArrayList{"CI=1"}
                                 << members("\"generic\"", {"", "", "", "", "", ""});
        QTest::addRow("github") << github
                                << members("\"github\"",
                                       {"9007199254740993", "export", "2", "main", "abc",
                                           "https://github.com/o/r/actions/runs/9007199254740993"});
        QTest::addRow("github, pull request")
            << github + QByteArrayList{"GITHUB_HEAD_REF=topic"}
            << members("\"github\"", {"9007199254740993", "export", "2", "topic", "abc",
                                         "https://github.com/o/r/actions/runs/9007199254740993"});
        QTest::addRow("gitea before github")
            << github + QByteArrayList{"GITEA_ACTIONS=true"}
            << members("\"gitea\"", {"9007199254740993", "export", "2", "main", "abc",
                                        "https://github.com/o/r/actions/runs/7"});
        QTest::addRow("gitlab, branch")
            << QByteArrayList{"CI=true", "GITLAB_CI=true", "CI_PIPELINE_ID=5", "CI_JOB_ID=6",
                   "CI_COMMIT_BRANCH=main", "CI_COMMIT_REF_NAME=main", "CI_COMMIT_SHA=abc",
                   "CI_JOB_URL=https://gitlab.com/j/6"}
            << members("\"gitlab\"", {"5", "6", "", "main", "abc", "https://gitlab.com/j/6"});
        QTest::addRow("gitlab, merge request")
            << QByteArrayList{"GITLAB_CI=true", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=topic",
                   "CI_COMMIT_REF_NAME=refs/merge-requests/1"}
            << members("\"gitlab\"", {"", "", "", "topic", "", ""});
        QTest::addRow("woodpecker before gitlab and generic")
            << QByteArrayList{"CI=woodpecker", "CI_PIPELINE_NUMBER=3", "CI_STEP_NUMBER=1",
                   "CI_COMMIT_BRANCH=main", "CI_COMMIT_SHA=abc"}
            << members("\"woodpecker\"", {"3", "1", "", "main", "abc", ""});
        QTest::addRow("azure") << QByteArrayList{"TF_BUILD=True", "BUILD_BUILDID=12", "SYSTEM_JOBID=uuid",
                                      "SYSTEM_JOBATTEMPT=1", "BUILD_SOURCEBRANCH=refs/heads/main",
                                      "BUILD_SOURCEVERSION=abc",
                                      "SYSTEM_COLLECTIONURI=https://dev.azure.com/o/", "SYSTEM_TEAMPROJECT=p"}
                               << members("\"azure\"",
                                      {"12", "uuid", "1", "refs/heads/main", "abc",
                                          "https://dev.azure.com/o/p/_build/results?buildId=12"});
        QTest::addRow("jenkins without its address")
            << QByteArrayList{"JENKINS_HOME=/var/jenkins", "BUILD_NUMBER=4", "JOB_NAME=game/main",
                   "BRANCH_NAME=main", "GIT_BRANCH=origin/main", "GIT_COMMIT=abc"}
            << members("\"jenkins\"", {"4", "game/main", "", "main", "abc", ""});
        QTest::addRow("buildkite") << QByteArrayList{"BUILDKITE=true", "BUILDKITE_BUILD_ID=b",
                                          "BUILDKITE_JOB_ID=j", "BUILDKITE_RETRY_COUNT=0",
                                          "BUILDKITE_BRANCH=main", "BUILDKITE_COMMIT=HEAD",
                                          "BUILDKITE_BUILD_URL=https://buildkite.com/o/p/builds/1"}
                                   << members("\"buildkite\"", {"b", "j", "0", "main", "HEAD",
                                                                   "https://buildkite.com/o/p/builds/1#j"});
        QTest::addRow("circleci") << QByteArrayList{"CIRCLECI=true", "CIRCLE_WORKFLOW_ID=w",
                                         "CIRCLE_WORKFLOW_JOB_ID=j", "CIRCLE_BRANCH=main", "CIRCLE_SHA1=abc"}
                                  << members("\"circleci\"", {"w", "j", "", "main", "abc", ""});
        QTest::addRow("teamcity") << QByteArrayList{"TEAMCITY_VERSION=2025.07", "BUILD_NUMBER=1.2.3-b4",
                                         "BUILD_VCS_NUMBER=abc", "teamcity.build.id=77",
                                         "teamcity.serverUrl=https://tc"}
                                  << members("\"teamcity\"",
                                         {"77", "", "", "", "abc", "https://tc/viewLog.html?buildId=77"});
        QTest::addRow("bitbucket") << QByteArrayList{"BITBUCKET_BUILD_NUMBER=8", "BITBUCKET_STEP_UUID={u}",
                                          "BITBUCKET_STEP_RUN_NUMBER=2", "BITBUCKET_COMMIT=abc"}
                                   << members("\"bitbucket\"", {"8", "{u}", "2", "", "abc", ""});
        QTest::addRow("travis") << QByteArrayList{"TRAVIS=true", "TRAVIS_BUILD_NUMBER=1",
                                       "TRAVIS_JOB_NUMBER=1.1", "TRAVIS_BRANCH=main", "TRAVIS_COMMIT=abc"}
                                << members("\"travis\"", {"1", "1.1", "", "main", "abc", ""});
        QTest::addRow("appveyor") << QByteArrayList{"APPVEYOR=True", "APPVEYOR_BUILD_NUMBER=1",
                                         "APPVEYOR_JOB_ID=j", "APPVEYOR_REPO_BRANCH=main",
                                         "APPVEYOR_REPO_COMMIT=abc"}
                                  << members("\"appveyor\"", {"1", "j", "", "main", "abc", ""});
        QTest::addRow("drone") << QByteArrayList{"DRONE=true", "DRONE_BUILD_NUMBER=1", "DRONE_STAGE_NUMBER=2",
                                      "DRONE_BRANCH=main", "DRONE_COMMIT_SHA=abc",
                                      "DRONE_BUILD_LINK=https://drone/1"}
                               << members("\"drone\"", {"1", "2", "", "main", "abc", "https://drone/1"});
    }

    void tellsTheJob()
    {
        QFETCH(QByteArrayList, variables);
        QFETCH(QByteArray, expected);

        QCOMPARE(shown(toJson(CiEnvironment::detect(variablesOf(variables)))), expected);
    }

    void aProviderThatIsGivenNeedsNoSign()
    {
        const CiEnvironment environment =
            CiEnvironment::of(CiProvider::GitLab, variablesOf({"GITHUB_ACTIONS=true", "CI_JOB_ID=6"}));
        QCOMPARE(shown(toJson(environment)), members("\"gitlab\"", {"", "6", "", "", "", ""}));
    }

    void namesOfProviders()
    {
        for (const CiProvider provider : allProviders())
            QCOMPARE(parseProvider(providerName(provider)).value(), provider);
        QCOMPARE(parseProvider("none").value(), CiProvider::None);
        QCOMPARE(parseProvider("githup").error().code, std::string("usage"));
        QCOMPARE(allProviders().size(), std::size_t{14});
    }
};

QTEST_APPLESS_MAIN(tst_CiEnvironment)
#include "tst_CiEnvironment.moc"
