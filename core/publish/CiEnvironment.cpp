// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiEnvironment.h"

#include "core/base/Utf8.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace inspector {

namespace {

/// A variable that is set, or has that value in upper or lower case.
struct Sign
{
    std::string_view variable;
    std::string_view value = {};
};

/// Ways to say the same, the first that can be filled in counts: text with variables in braces.
using Templates = std::array<std::string_view, 4>;

struct ProviderRow
{
    CiProvider provider;
    std::array<Sign, 3> signs; // any of them
    Templates runId, jobId, attempt, branch, commit, url;
};

// In the order in which they are looked for. Gitea sets GitHub's variables, too, and Woodpecker some of
// GitLab's; the variables are those of the providers' own references (docs/ci-integration.md).
constexpr std::array<ProviderRow, 14> rows{{
    {CiProvider::Gitea, {{{"GITEA_ACTIONS"}, {"FORGEJO_ACTIONS"}}}, {"{GITHUB_RUN_ID}"}, {"{GITHUB_JOB}"},
        {"{GITHUB_RUN_ATTEMPT}"}, {"{GITHUB_HEAD_REF}", "{GITHUB_REF_NAME}"}, {"{GITHUB_SHA}"},
        {"{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_NUMBER}"}},
    {CiProvider::GitHub, {{{"GITHUB_ACTIONS", "true"}}}, {"{GITHUB_RUN_ID}"}, {"{GITHUB_JOB}"},
        {"{GITHUB_RUN_ATTEMPT}"}, {"{GITHUB_HEAD_REF}", "{GITHUB_REF_NAME}"}, {"{GITHUB_SHA}"},
        {"{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}"}},
    {CiProvider::Woodpecker, {{{"CI", "woodpecker"}}}, {"{CI_PIPELINE_NUMBER}"}, {"{CI_STEP_NUMBER}"}, {},
        {"{CI_COMMIT_SOURCE_BRANCH}", "{CI_COMMIT_BRANCH}"}, {"{CI_COMMIT_SHA}"}, {"{CI_PIPELINE_URL}"}},
    {CiProvider::GitLab, {{{"GITLAB_CI"}}}, {"{CI_PIPELINE_ID}"}, {"{CI_JOB_ID}"}, {},
        {"{CI_MERGE_REQUEST_SOURCE_BRANCH_NAME}", "{CI_COMMIT_BRANCH}", "{CI_COMMIT_REF_NAME}"},
        {"{CI_COMMIT_SHA}"}, {"{CI_JOB_URL}", "{CI_PIPELINE_URL}"}},
    {CiProvider::Azure, {{{"TF_BUILD"}}}, {"{BUILD_BUILDID}"}, {"{SYSTEM_JOBID}"}, {"{SYSTEM_JOBATTEMPT}"},
        {"{SYSTEM_PULLREQUEST_SOURCEBRANCH}", "{BUILD_SOURCEBRANCH}"}, {"{BUILD_SOURCEVERSION}"},
        {"{SYSTEM_COLLECTIONURI}{SYSTEM_TEAMPROJECT}/_build/results?buildId={BUILD_BUILDID}"}},
    {CiProvider::Buildkite, {{{"BUILDKITE"}}}, {"{BUILDKITE_BUILD_ID}"}, {"{BUILDKITE_JOB_ID}"},
        {"{BUILDKITE_RETRY_COUNT}"}, {"{BUILDKITE_BRANCH}"}, {"{BUILDKITE_COMMIT}"},
        {"{BUILDKITE_BUILD_URL}#{BUILDKITE_JOB_ID}"}},
    {CiProvider::CircleCi, {{{"CIRCLECI"}}}, {"{CIRCLE_WORKFLOW_ID}"}, {"{CIRCLE_WORKFLOW_JOB_ID}"}, {},
        {"{CIRCLE_BRANCH}"}, {"{CIRCLE_SHA1}"}, {"{CIRCLE_BUILD_URL}"}},
    {CiProvider::TeamCity, {{{"TEAMCITY_VERSION"}}}, {"{teamcity.build.id}", "{BUILD_NUMBER}"},
        {"{teamcity.buildType.id}", "{TEAMCITY_BUILDCONF_NAME}"}, {}, {"{teamcity.build.branch}"},
        {"{BUILD_VCS_NUMBER}"}, {"{teamcity.serverUrl}/viewLog.html?buildId={teamcity.build.id}"}},
    {CiProvider::Bitbucket, {{{"BITBUCKET_BUILD_NUMBER"}, {"BITBUCKET_COMMIT"}}},
        {"{BITBUCKET_BUILD_NUMBER}"}, {"{BITBUCKET_STEP_UUID}"}, {"{BITBUCKET_STEP_RUN_NUMBER}"},
        {"{BITBUCKET_BRANCH}"}, {"{BITBUCKET_COMMIT}"},
        {"{BITBUCKET_GIT_HTTP_ORIGIN}/pipelines/results/{BITBUCKET_BUILD_NUMBER}"}},
    {CiProvider::AppVeyor, {{{"APPVEYOR"}}}, {"{APPVEYOR_BUILD_ID}", "{APPVEYOR_BUILD_NUMBER}"},
        {"{APPVEYOR_JOB_ID}"}, {}, {"{APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH}", "{APPVEYOR_REPO_BRANCH}"},
        {"{APPVEYOR_REPO_COMMIT}"},
        {"{APPVEYOR_URL}/project/{APPVEYOR_ACCOUNT_NAME}/{APPVEYOR_PROJECT_SLUG}/builds/"
         "{APPVEYOR_BUILD_ID}"}},
    {CiProvider::Travis, {{{"TRAVIS"}}}, {"{TRAVIS_BUILD_NUMBER}"}, {"{TRAVIS_JOB_NUMBER}"}, {},
        {"{TRAVIS_PULL_REQUEST_BRANCH}", "{TRAVIS_BRANCH}"}, {"{TRAVIS_COMMIT}"}, {"{TRAVIS_JOB_WEB_URL}"}},
    {CiProvider::Drone, {{{"DRONE"}}}, {"{DRONE_BUILD_NUMBER}"}, {"{DRONE_STAGE_NUMBER}"}, {},
        {"{DRONE_SOURCE_BRANCH}", "{DRONE_BRANCH}"}, {"{DRONE_COMMIT_SHA}"}, {"{DRONE_BUILD_LINK}"}},
    {CiProvider::Jenkins, {{{"JENKINS_URL"}, {"JENKINS_HOME"}}}, {"{BUILD_NUMBER}"}, {"{JOB_NAME}"}, {},
        {"{CHANGE_BRANCH}", "{BRANCH_NAME}", "{GIT_BRANCH}"}, {"{GIT_COMMIT}"}, {"{BUILD_URL}"}},
    {CiProvider::Generic, {{{"CI"}}}, {}, {}, {}, {}, {}, {}},
}};

bool isNo(const QByteArray &value)
{
    return value == "false" || value == "0" || value == "no" || value == "off";
}

bool isThere(const Sign &sign, const EnvironmentVariables &variables)
{
    const auto value = variables.value(sign.variable);
    if (!value)
        return false;
    const QByteArray lower = QByteArray::fromStdString(*value).toLower();
    return sign.value.empty() ? !isNo(lower) : lower.toStdString() == sign.value;
}

/// The text with its variables filled in; nothing where one is not set.
std::optional<std::string> filled(std::string_view pattern, const EnvironmentVariables &variables)
{
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        text += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty())
            break;
        const std::size_t close = pattern.find('}');
        const auto value = variables.value(pattern.substr(1, close - 1));
        if (!value)
            return std::nullopt;
        text += toValidUtf8(*value);
        pattern.remove_prefix(close + 1);
    }
    return text;
}

std::optional<std::string> first(const Templates &templates, const EnvironmentVariables &variables)
{
    for (const std::string_view pattern : templates) {
        if (pattern.empty())
            break;
        if (auto text = filled(pattern, variables))
            return text;
    }
    return std::nullopt;
}

} // namespace

CiEnvironment CiEnvironment::of(CiProvider provider, const EnvironmentVariables &variables)
{
    CiEnvironment environment;
    environment.provider = provider;
    const auto *row = std::find_if(
        rows.begin(), rows.end(), [&](const ProviderRow &each) { return each.provider == provider; });
    if (row == rows.end())
        return environment;
    environment.runId = first(row->runId, variables);
    environment.jobId = first(row->jobId, variables);
    environment.attempt = first(row->attempt, variables);
    environment.branch = first(row->branch, variables);
    environment.commit = first(row->commit, variables);
    environment.url = first(row->url, variables);
    return environment;
}

CiEnvironment CiEnvironment::detect(const EnvironmentVariables &variables)
{
    const auto *row = std::find_if(rows.begin(), rows.end(), [&](const ProviderRow &each) {
        return std::any_of(
            each.signs.begin(), each.signs.end(), [&](const Sign &sign) { return isThere(sign, variables); });
    });
    return row == rows.end() ? CiEnvironment() : of(row->provider, variables);
}

JsonValue toJson(const CiEnvironment &environment)
{
    return JsonObject{{"provider", environment.provider == CiProvider::None
                                       ? JsonValue()
                                       : JsonValue(providerName(environment.provider))},
        {"runId", environment.runId}, {"jobId", environment.jobId}, {"attempt", environment.attempt},
        {"branch", environment.branch}, {"commit", environment.commit}, {"url", environment.url}};
}

} // namespace inspector
