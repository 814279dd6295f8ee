// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtGlobal>

#include <csignal>
#include <functional>

namespace inspector {

/// How a child process ended.
enum class ChildEnd
{
    Killed,
    Finished,
    NotTraced, ///< this system lets no process watch another
};

/// Runs `work` in a child process that is killed just before its system call number `call`, from 1: so a
/// test that counts up goes through every moment at which the outside can see the difference.
inline ChildEnd killBeforeSystemCall(int call, const std::function<void()> &work)
{
    constexpr int notTraced = 3;
    const pid_t child = ::fork();
    if (child == 0) {
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
            ::_exit(notTraced);
        ::raise(SIGSTOP);
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSTOPPED(status))
        return ChildEnd::NotTraced;
    for (int stop = 1; stop < 2 * call; ++stop) { // one where the call begins, one where it ends
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        ::waitpid(child, &status, 0);
        if (!WIFSTOPPED(status))
            return ChildEnd::Finished;
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return ChildEnd::Killed;
}

/// A child process that is killed, at the latest with this object.
class ChildProcess
{
public:
    /// `work` gives the exit code.
    explicit ChildProcess(const std::function<int()> &work)
        : m_pid(::fork())
    {
        if (m_pid == 0)
            ::_exit(work());
    }
    ~ChildProcess()
    {
        if (m_pid > 0)
            kill();
    }
    Q_DISABLE_COPY_MOVE(ChildProcess)

    void kill()
    {
        ::kill(m_pid, SIGKILL);
        static_cast<void>(exitCode());
    }

    /// Waits for the end; -1 when it was killed.
    [[nodiscard]] int exitCode()
    {
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t m_pid;
};

} // namespace inspector
