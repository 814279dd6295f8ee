// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <functional>

namespace inspector {

/// How a child process ended.
enum class ChildEnd
{
    Killed,
    Finished,
    NotTraced, ///< this system lets no process watch another
};

/// Whether nobody outside the process sees what a system call does.
inline bool onlyLooks(std::uint64_t call)
{
    constexpr std::array<std::uint64_t, 14> lookers{SYS_read, SYS_pread64, SYS_lseek, SYS_statx,
        SYS_newfstatat, SYS_fstat, SYS_faccessat, SYS_getdents64, SYS_getcwd, SYS_mmap, SYS_munmap,
        SYS_mprotect, SYS_madvise, SYS_futex};
    return std::find(lookers.begin(), lookers.end(), call) != lookers.end();
}

/// Lets a traced process, which stands still, run into its next system call that does more than look; false
/// when it ended before.
inline bool runToSystemCall(pid_t child)
{
    int status = 0;
    for (;;) {
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        ::waitpid(child, &status, 0);
        if (!WIFSTOPPED(status))
            return false;
        __ptrace_syscall_info info = {};
        ::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof(info), &info);
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY && !onlyLooks(info.entry.nr))
            return true;
    }
}

/// Runs `work` in a child process that is killed just before its system call number `call`, from 1, of those
/// that do more than look: so a test that counts up goes through every moment at which the outside can see a
/// difference.
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
    ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD);
    for (int i = 0; i < call; ++i) {
        if (!runToSystemCall(child))
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
