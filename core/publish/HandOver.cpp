// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/HandOver.h"

#include "core/base/EcmaJson.h"
#include "core/base/SafeText.h"
#include "core/base/Sha256.h"
#include "core/publish/LogCommands.h"

#include <algorithm>
#include <array>

namespace inspector {

namespace {

using Notice = PublishedSet::Notice;

constexpr const char *artifactName = "telemetry-artifacts";

// ---- GitHub, Gitea ----

/// `name=value`, or between delimiters that the value cannot hold where it has several lines.
std::string githubOutput(std::string_view name, const std::string &value)
{
    std::string line(name);
    if (value.find_first_of("\r\n") == std::string::npos)
        return line.append("=").append(value).append("\n");
    const std::string delimiter = "end_" + sha256(value);
    return line.append("<<")
        .append(delimiter)
        .append("\n")
        .append(value)
        .append("\n")
        .append(delimiter)
        .append("\n");
}

std::string githubNotice(const Notice &notice)
{
    LogAttributes properties{{"title", "Telemetry inspector"}};
    if (!notice.file.empty())
        properties.emplace_back("file", notice.file);
    if (notice.line > 0)
        properties.emplace_back("line", std::to_string(notice.line));
    return githubCommand(notice.isError ? "error" : "warning", properties, safeForLog(notice.message));
}

HandOver forGitHub(const EnvironmentVariables &variables, const PublishedSet &set)
{
    constexpr std::size_t mostSummaryBytes = 1U << 20U;
    HandOver plan;
    if (const auto file = variables.value("GITHUB_STEP_SUMMARY"))
        plan.appended.push_back({"github-summary", *file, set.summary, mostSummaryBytes});
    if (const auto file = variables.value("GITHUB_OUTPUT")) {
        plan.appended.push_back({"github-output", *file,
            githubOutput("manifest", set.manifest) + githubOutput("artifact-dir", set.artifactDir) +
                githubOutput("artifact-count", std::to_string(set.artifacts.size())),
            0});
    }
    for (const Notice &notice : set.notices)
        plan.logLines.push_back(githubNotice(notice));
    return plan;
}

// ---- GitLab ----

/// A variable of a dotenv report; GitLab takes no value with blanks or several lines.
std::string dotenvLine(std::string_view name, const std::string &value)
{
    if (value.empty() || value.find_first_of(" \t\r\n\"'`#$\\") != std::string::npos)
        return {};
    return std::string(name).append("=").append(value).append("\n");
}

HandOver forGitLab(const EnvironmentVariables & /*variables*/, const PublishedSet &set)
{
    constexpr std::size_t mostBytes = 5 << 10;
    std::string text;
    for (const auto &[name, value] :
        {std::pair<std::string_view, std::string>("TELEMETRY_MANIFEST", set.manifest),
            {"TELEMETRY_ARTIFACT_DIR", set.artifactDir},
            {"TELEMETRY_ARTIFACT_COUNT", std::to_string(set.artifacts.size())}}) {
        const std::string line = dotenvLine(name, value);
        if (text.size() + line.size() <= mostBytes)
            text += line;
    }
    HandOver plan;
    plan.written.push_back({"gitlab-dotenv", set.artifactDir + "/telemetry.env", text, 0});
    return plan;
}

// ---- Azure Pipelines ----

HandOver forAzure(const EnvironmentVariables & /*variables*/, const PublishedSet &set)
{
    HandOver plan;
    const std::string name = artifactName + set.legName();
    for (const std::string &file : set.allFiles())
        plan.logLines.push_back(
            azureCommand("artifact.upload", {{"containerfolder", name}, {"artifactname", name}}, file));
    if (!set.summaryFile.empty())
        plan.logLines.push_back(azureCommand("task.uploadsummary", {}, set.summaryFile));
    for (const Notice &notice : set.notices) {
        LogAttributes properties{{"type", notice.isError ? "error" : "warning"}};
        if (!notice.file.empty())
            properties.emplace_back("sourcepath", notice.file);
        if (notice.line > 0)
            properties.emplace_back("linenumber", std::to_string(notice.line));
        plan.logLines.push_back(azureCommand("task.logissue", properties, safeForLog(notice.message)));
    }
    return plan;
}

// ---- TeamCity ----

/// A path as a rule of TeamCity reads it: `=>`, wildcards and line breaks would mean something.
bool isPlainRule(std::string_view path)
{
    return path.find_first_of("*?\r\n,!") == std::string_view::npos &&
           path.find("=>") == std::string_view::npos;
}

HandOver forTeamCity(const EnvironmentVariables & /*variables*/, const PublishedSet &set)
{
    HandOver plan;
    for (const std::string &file : set.allFiles()) {
        if (isPlainRule(file))
            plan.logLines.push_back(
                teamCityMessage("publishArtifacts", {{"", file + " => " + artifactName}}));
        else
            plan.warnings.push_back(
                file + " has a name that TeamCity would take for a rule; it is not published");
    }
    if (!set.junit.empty())
        plan.logLines.push_back(teamCityMessage("importData", {{"type", "junit"}, {"path", set.junit}}));
    for (const PublishedSet::Duration &duration : set.durations) {
        std::string value;
        appendJsonNumber(value, duration.ms);
        plan.logLines.push_back(teamCityMessage(
            "buildStatisticValue", {{"key", "telemetry." + duration.name + ".ms"}, {"value", value}}));
    }
    return plan;
}

// ---- Buildkite ----

/// The artifacts in as few uploads as an argument has room for. The agent takes one list of paths, split at a
/// delimiter; one that no path holds is chosen.
std::vector<PublishCommand> buildkiteUploads(const PublishedSet &set)
{
    constexpr std::size_t mostBytes = 64U << 10U; // of one argument; Linux takes 128 KiB
    const std::vector<std::string> files = set.allFiles();
    const bool hasSemicolon = std::any_of(files.begin(), files.end(),
        [](const std::string &file) { return file.find(';') != std::string::npos; });
    const std::string delimiter = hasSemicolon ? "\n" : ";";
    const std::string folder = set.artifactDir + "/";
    std::vector<PublishCommand> commands;
    std::string list;
    const auto flush = [&] {
        if (list.empty())
            return;
        PublishCommand command;
        command.kind = "buildkite-upload";
        command.program = "buildkite-agent";
        command.folder = set.artifactDir; // artifacts are listed by the path that the agent is given
        command.arguments = {"artifact", "upload", "--literal", "--delimiter", delimiter, list};
        commands.push_back(std::move(command));
        list.clear();
    };
    for (const std::string &file : files) {
        const std::string name = file.starts_with(folder) ? file.substr(folder.size()) : file;
        if (list.size() + name.size() > mostBytes)
            flush();
        list.append(list.empty() ? "" : delimiter).append(name);
    }
    flush();
    return commands;
}

HandOver forBuildkite(const EnvironmentVariables & /*variables*/, const PublishedSet &set)
{
    HandOver plan;
    plan.commands = buildkiteUploads(set);
    if (set.summaryFile.empty())
        return plan;
    const bool hasErrors = std::any_of(
        set.notices.begin(), set.notices.end(), [](const Notice &notice) { return notice.isError; });
    PublishCommand annotate;
    annotate.kind = "buildkite-annotate";
    annotate.program = "buildkite-agent";
    annotate.arguments = {"annotate", "--context", "telemetry-inspector" + set.legName(), "--style",
        hasErrors             ? "error"
        : set.notices.empty() ? "info"
                              : "warning"};
    annotate.inputFile = set.summaryFile;
    plan.commands.push_back(std::move(annotate));
    return plan;
}

// ---- AppVeyor ----

HandOver forAppVeyor(const EnvironmentVariables & /*variables*/, const PublishedSet &set)
{
    HandOver plan;
    for (const std::string &file : set.allFiles()) {
        PublishCommand push;
        push.kind = "appveyor-push";
        push.program = "appveyor";
        push.arguments = {"PushArtifact", file};
        plan.commands.push_back(std::move(push));
    }
    return plan;
}

struct Planner
{
    CiProvider provider;
    HandOver (*plan)(const EnvironmentVariables &, const PublishedSet &);
};

constexpr std::array<Planner, 7> planners{{{CiProvider::GitHub, forGitHub}, {CiProvider::Gitea, forGitHub},
    {CiProvider::GitLab, forGitLab}, {CiProvider::Azure, forAzure}, {CiProvider::TeamCity, forTeamCity},
    {CiProvider::Buildkite, forBuildkite}, {CiProvider::AppVeyor, forAppVeyor}}};

} // namespace

HandOver planHandOver(CiProvider provider, const EnvironmentVariables &variables, const PublishedSet &set)
{
    constexpr unsigned retriesOfTools = 2;
    const auto *planner = std::find_if(
        planners.begin(), planners.end(), [&](const Planner &each) { return each.provider == provider; });
    HandOver plan = planner == planners.end() ? HandOver() : planner->plan(variables, set);
    for (PublishCommand &command : plan.commands)
        command.retries = retriesOfTools;
    return plan;
}

bool wantsJUnit(CiProvider provider)
{
    return provider == CiProvider::GitLab || provider == CiProvider::TeamCity;
}

} // namespace inspector
