// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTest>

namespace inspector {

/// How one run of the real program ended.
struct ProgramRun
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// An environment with nothing of a display, of Qt's platform plugins, of our own variables or of a CI job in
/// it.
inline QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
        {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SOURCE_DATE_EPOCH", "TELEMETRY_EXPORT_DIR",
            "TELEMETRY_FACTIONS", "TELEMETRY_CI_COMMANDS", "TELEMETRY_CI_COMMANDS_PATH", "LC_ALL", "LANG",
            "CI", "GITHUB_ACTIONS", "GITEA_ACTIONS", "FORGEJO_ACTIONS", "GITLAB_CI", "TF_BUILD", "BUILDKITE",
            "CIRCLECI", "TEAMCITY_VERSION", "BITBUCKET_BUILD_NUMBER", "BITBUCKET_COMMIT", "APPVEYOR",
            "TRAVIS", "DRONE", "JENKINS_URL", "JENKINS_HOME", "BUILD_TAG"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

/// Starts the program, gives it `input` on standard input, and waits for its end.
inline ProgramRun runProgram(const QString &program, const QStringList &arguments,
    const QProcessEnvironment &environment = bareEnvironment(), const QByteArray &input = {})
{
    constexpr int patience = 120'000; // ms; only a hang gets there
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramRun run;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        QTest::qFail(process.errorString().toUtf8().constData(), __FILE__, __LINE__);
        return run;
    }
    run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace inspector
