// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/ProcessCommandRunner.h"

#include "core/base/StopFlag.h"
#include "core/base/Wait.h"

#include <unistd.h>

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

#include <csignal>

namespace inspector {

namespace {

using namespace std::chrono_literals;
using End = CommandRun::End;

constexpr std::chrono::milliseconds lookAround = 20ms; // for a wish to stop, or an end of time

QProcessEnvironment environmentOf(const PublishCommand &command)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : command.environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    return environment;
}

/// Where the program stands, as an absolute path: a name on the PATH that it will have, a path from the
/// folder that it will start in. Sets `reason` where a file is there but cannot be run.
QString located(const PublishCommand &command, const QProcessEnvironment &environment, std::string &reason)
{
    const QString program = QString::fromStdString(command.program);
    if (!program.contains(QLatin1Char('/'))) {
        const QString path = environment.value(QStringLiteral("PATH"));
        const QString found = QStandardPaths::findExecutable(program, path.split(QLatin1Char(':')));
        return found.isEmpty() ? found : QFileInfo(found).absoluteFilePath();
    }
    const QString folder = QString::fromStdString(command.folder);
    const QFileInfo file(folder.isEmpty() || program.startsWith(QLatin1Char('/'))
                             ? program
                             : folder + QLatin1Char('/') + program);
    if (!file.exists())
        return {};
    if (file.isDir())
        reason = "it is a folder";
    else if (!file.isExecutable())
        reason = "it is not executable";
    return file.absoluteFilePath();
}

/// A process with what it started.
class ProcessGroup
{
public:
    ProcessGroup(const PublishCommand &command, const QProcessEnvironment &environment, CommandRun &run)
    {
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
            [this, &run] { drain(QProcess::StandardOutput, run.out); });
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
            [this, &run] { drain(QProcess::StandardError, run.err); });
        m_process.setProcessEnvironment(environment);
        if (!command.folder.empty())
            m_process.setWorkingDirectory(QString::fromStdString(command.folder));
        // A tool that asks for something must not wait for an answer.
        m_process.setStandardInputFile(
            command.inputFile.empty() ? QProcess::nullDevice() : QString::fromStdString(command.inputFile));
        m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    }
    ~ProcessGroup()
    {
        if (m_group > 0 && m_process.state() != QProcess::NotRunning)
            end();
    }
    ProcessGroup(const ProcessGroup &) = delete;
    ProcessGroup &operator=(const ProcessGroup &) = delete;

    bool start(const QString &program, const std::vector<std::string> &arguments)
    {
        QStringList list;
        for (const std::string &argument : arguments)
            list.append(QString::fromStdString(argument));
        m_process.start(program, list);
        if (!m_process.waitForStarted())
            return false;
        m_group = static_cast<pid_t>(m_process.processId());
        return true;
    }

    /// True when the process has ended; waits for that, but not long.
    bool hasEnded()
    {
        return m_process.state() == QProcess::NotRunning ||
               m_process.waitForFinished(static_cast<int>(lookAround.count()));
    }

    /// Asks the whole group to end, and ends it where it does not.
    void end()
    {
        ::kill(-m_group, SIGTERM);
        const QDeadlineTimer patience(ProcessCommandRunner::grace);
        while (!patience.hasExpired() && (!hasEnded() || ::kill(-m_group, 0) == 0))
            sleepThread(1ms);
        ::kill(-m_group, SIGKILL);
        m_process.waitForFinished();
    }

    [[nodiscard]] const QProcess &process() const { return m_process; }

private:
    void drain(QProcess::ProcessChannel channel, OutputTail &into)
    {
        m_process.setReadChannel(channel);
        const QByteArray bytes = m_process.readAll();
        into.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }

    QProcess m_process;
    pid_t m_group = 0;
};

void waitForEnd(ProcessGroup &group, std::chrono::milliseconds timeout, const StopFlag *stop, CommandRun &run)
{
    const QDeadlineTimer deadline(timeout);
    while (!group.hasEnded()) {
        const bool isStopped = stop != nullptr && stop->isRequested();
        if (!isStopped && !deadline.hasExpired())
            continue;
        run.end = isStopped ? End::Stopped : End::TimedOut;
        group.end();
        return;
    }
    if (group.process().exitStatus() == QProcess::CrashExit) {
        run.end = End::Crashed;
        run.reason = "it was ended by a signal";
        return;
    }
    run.exitCode = group.process().exitCode();
}

} // namespace

CommandRun ProcessCommandRunner::run(
    const PublishCommand &command, std::chrono::milliseconds timeout, const StopFlag *stop)
{
    CommandRun run;
    run.program = command.program;
    const QProcessEnvironment environment = environmentOf(command);
    const QString program = located(command, environment, run.reason);
    if (program.isEmpty()) {
        run.end = End::NotFound;
        return run;
    }
    run.program = program.toStdString();
    run.end = End::NotStarted;
    if (!run.reason.empty())
        return run;
    ProcessGroup group(command, environment, run);
    if (!group.start(program, command.arguments)) {
        run.reason = group.process().errorString().toStdString();
        return run;
    }
    run.end = End::Exited;
    waitForEnd(group, timeout, stop, run);
    return run;
}

} // namespace inspector
