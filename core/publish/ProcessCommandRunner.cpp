// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/ProcessCommandRunner.h"

#include "core/base/StopFlag.h"
#include "core/base/Wait.h"

#include <sys/prctl.h>
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

/// A process with what it started. Looks at the time and at the wish to stop whenever output comes, too: Qt
/// comes back from waiting only when there is none, and a flood of it would put off the end for ever.
class ProcessGroup
{
public:
    ProcessGroup(const PublishCommand &command, const QProcessEnvironment &environment, CommandRun &run)
        : m_run(run)
    {
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
            [this] { drain(m_process.readAllStandardOutput(), m_run.out); });
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
            [this] { drain(m_process.readAllStandardError(), m_run.err); });
        m_process.setProcessEnvironment(environment);
        if (!command.folder.empty())
            m_process.setWorkingDirectory(QString::fromStdString(command.folder));
        // A tool that asks for something must not wait for an answer.
        m_process.setStandardInputFile(
            command.inputFile.empty() ? QProcess::nullDevice() : QString::fromStdString(command.inputFile));
        m_process.setChildProcessModifier([] {
            ::setpgid(0, 0);
            ::prctl(PR_SET_PDEATHSIG, SIGKILL); // where we are killed ourselves
        });
    }
    ~ProcessGroup()
    {
        if (m_group > 0 && m_process.state() != QProcess::NotRunning)
            ::kill(-m_group, SIGKILL);
    }
    ProcessGroup(const ProcessGroup &) = delete;
    ProcessGroup &operator=(const ProcessGroup &) = delete;

    /// False where the system does not run the program.
    bool start(const QString &program, const std::vector<std::string> &arguments)
    {
        QStringList list;
        for (const std::string &argument : arguments)
            list.append(QString::fromStdString(argument));
        m_process.start(program, list);
        if (!m_process.waitForStarted()) {
            m_run.reason = m_process.errorString().toStdString();
            return false;
        }
        m_group = static_cast<pid_t>(m_process.processId());
        return true;
    }

    void waitForEnd(std::chrono::milliseconds timeout, const StopFlag *stop)
    {
        m_deadline = QDeadlineTimer(timeout);
        m_stop = stop;
        while (!hasEnded())
            lookAtTheTime();
        if (!m_ending)
            tellEnd();
        else
            waitForGroup();
    }

private:
    /// Waits, but not long.
    bool hasEnded()
    {
        return m_process.state() == QProcess::NotRunning ||
               m_process.waitForFinished(static_cast<int>(lookAround.count()));
    }

    void lookAtTheTime()
    {
        const bool isStopped = m_stop != nullptr && m_stop->isRequested();
        if (!m_ending && (isStopped || m_deadline.hasExpired())) {
            m_ending = true;
            m_run.end = isStopped ? End::Stopped : End::TimedOut;
            m_patience = QDeadlineTimer(ProcessCommandRunner::grace);
            ::kill(-m_group, SIGTERM);
        } else if (m_ending && m_patience.hasExpired()) {
            ::kill(-m_group, SIGKILL);
        }
    }

    /// What the program started may outlive it, but not for longer than it had itself.
    void waitForGroup()
    {
        while (!m_patience.hasExpired() && ::kill(-m_group, 0) == 0)
            sleepThread(1ms);
        ::kill(-m_group, SIGKILL);
    }

    void tellEnd()
    {
        m_run.end = End::Exited;
        if (m_process.exitStatus() == QProcess::CrashExit) {
            m_run.end = End::Crashed;
            m_run.reason = "it was ended by a signal";
        } else {
            m_run.exitCode = m_process.exitCode();
        }
    }

    void drain(const QByteArray &bytes, OutputTail &into)
    {
        into.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (m_group > 0)
            lookAtTheTime();
    }

    CommandRun &m_run;
    QProcess m_process;
    pid_t m_group = 0;
    QDeadlineTimer m_deadline{QDeadlineTimer::Forever};
    QDeadlineTimer m_patience;
    const StopFlag *m_stop = nullptr;
    bool m_ending = false;
};

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
    if (group.start(program, command.arguments))
        group.waitForEnd(timeout, stop);
    return run;
}

} // namespace inspector
