// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/PublishPlan.h"

#include "core/publish/CiArtifactPublisher.h"
#include "core/publish/HandOver.h"
#include "ui/common/Words.h"

#include <QCoreApplication>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(inspector::PublishPlan)
};

/// Those that a job of any provider has and that a plan depends on, each by its name.
EnvironmentVariables namesForValues()
{
    EnvironmentVariables variables;
    for (const char *name : {"GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"})
        variables.set(name, std::string("$") + name);
    return variables;
}

PublishedSet setOf(const QString &folder, const QStringList &files, std::optional<CiProvider> provider)
{
    const auto path = [&](const char *name) { return folder.toStdString() + "/" + name; };
    PublishedSet set;
    set.artifactDir = folder.toStdString();
    for (const QString &file : files)
        set.artifacts.push_back(path(file.toUtf8().constData()));
    set.manifest = path(CiArtifactPublisher::manifestName);
    set.checksums = path(CiArtifactPublisher::checksumsName);
    set.summaryFile = path(CiArtifactPublisher::summaryName);
    if (provider && wantsJUnit(*provider))
        set.junit = path(CiArtifactPublisher::junitName);
    return set;
}

QString commandWords(const PublishCommand &command)
{
    QStringList words{words::text(command.program)};
    for (const std::string &argument : command.arguments)
        words << words::text(argument);
    return words.join(QLatin1Char(' '));
}

} // namespace

QString providerTitle(CiProvider provider)
{
    switch (provider) {
    case CiProvider::None:
        return Tr::tr("Nobody");
    case CiProvider::GitHub:
        return QStringLiteral("GitHub Actions");
    case CiProvider::Gitea:
        return QStringLiteral("Gitea, Forgejo");
    case CiProvider::GitLab:
        return QStringLiteral("GitLab CI");
    case CiProvider::Azure:
        return QStringLiteral("Azure Pipelines");
    case CiProvider::Jenkins:
        return QStringLiteral("Jenkins");
    case CiProvider::Buildkite:
        return QStringLiteral("Buildkite");
    case CiProvider::CircleCi:
        return QStringLiteral("CircleCI");
    case CiProvider::TeamCity:
        return QStringLiteral("TeamCity");
    case CiProvider::Bitbucket:
        return QStringLiteral("Bitbucket Pipelines");
    case CiProvider::Travis:
        return QStringLiteral("Travis CI");
    case CiProvider::AppVeyor:
        return QStringLiteral("AppVeyor");
    case CiProvider::Drone:
        return QStringLiteral("Drone");
    case CiProvider::Woodpecker:
        return QStringLiteral("Woodpecker");
    case CiProvider::Generic:
        return Tr::tr("Another CI");
    }
    return {};
}

QStringList publishPlan(std::optional<CiProvider> provider, const QString &folder, const QStringList &files)
{
    const PublishedSet set = setOf(folder, files, provider);
    QStringList lines{Tr::tr("writes %1, the manifest").arg(QLatin1String(CiArtifactPublisher::manifestName)),
        Tr::tr("writes %1").arg(QLatin1String(CiArtifactPublisher::checksumsName)),
        Tr::tr("writes %1").arg(QLatin1String(CiArtifactPublisher::summaryName))};
    if (!set.junit.empty())
        lines << Tr::tr("writes %1, the checks").arg(QLatin1String(CiArtifactPublisher::junitName));
    if (!provider) {
        lines << Tr::tr("in a CI job: hands them over to whoever runs it");
        return lines;
    }
    const HandOver plan = planHandOver(*provider, namesForValues(), set);
    for (const HandOver::FileText &file : plan.written)
        lines << Tr::tr("writes %1").arg(words::text(file.path).section(QLatin1Char('/'), -1));
    for (const HandOver::FileText &file : plan.appended)
        lines << Tr::tr("appends to %1").arg(words::text(file.path));
    for (const PublishCommand &command : plan.commands)
        lines << Tr::tr("runs %1").arg(commandWords(command));
    for (const std::string &line : plan.logLines)
        lines << Tr::tr("says in the log %1").arg(words::text(line));
    for (const std::string &warning : plan.warnings)
        lines << words::text(warning);
    return lines;
}

} // namespace inspector
