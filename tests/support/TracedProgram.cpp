// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TracedProgram.h"

#include "tests/support/Program.h"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <QTemporaryFile>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <vector>

namespace inspector {

#if defined(__x86_64__)

namespace {

constexpr int notStarted = 127;

template <std::size_t N>
bool isOneOf(const std::array<std::uint64_t, N> &calls, std::uint64_t call)
{
    return std::ranges::find(calls, call) != calls.end();
}

void setRegister(pid_t process, std::size_t offset, std::uint64_t value)
{
    ::ptrace(PTRACE_POKEUSER, process, offset, value);
}

/// Texts as execve() takes them; the last pointer is null.
class TextList
{
public:
    explicit TextList(const QStringList &texts)
    {
        m_texts.reserve(static_cast<std::size_t>(texts.size()));
        for (const QString &text : texts)
            m_texts.push_back(text.toLocal8Bit());
        for (QByteArray &text : m_texts)
            m_pointers.push_back(text.data());
        m_pointers.push_back(nullptr);
    }
    [[nodiscard]] char *const *data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char *> m_pointers;
};

/// Starts the program, which stands still before its first instruction; its output goes into files.
pid_t startTraced(const TextList &words, const TextList &environment, int out, const QByteArray &errFile)
{
    const pid_t process = ::fork();
    if (process != 0)
        return process;
    ::dup2(out, STDOUT_FILENO);
    constexpr mode_t own = 0600;
    ::dup2(::open(errFile.constData(), O_WRONLY | O_CREAT | O_TRUNC, own), STDERR_FILENO);
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0)
        ::execve(words.data()[0], words.data(), environment.data());
    ::_exit(notStarted);
}

/// Lets the program go on to where a call begins or ends, or to its end. A signal that is none of the
/// tracer's is handed on.
int nextStop(pid_t process)
{
    constexpr int callStop = SIGTRAP | 0x80; // PTRACE_O_TRACESYSGOOD
    int status = 0;
    int signal = 0;
    for (;;) {
        ::ptrace(PTRACE_SYSCALL, process, nullptr, signal);
        ::waitpid(process, &status, 0);
        if (!WIFSTOPPED(status) || WSTOPSIG(status) == callStop)
            return status;
        signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
    }
}

TracedRun follow(pid_t process, const std::function<void(TracedCall &)> &meet)
{
    TracedRun run;
    bool isKilled = false;
    for (;;) {
        const int status = nextStop(process);
        if (!WIFSTOPPED(status)) {
            run.end = WIFEXITED(status) ? TracedRun::End::Exited
                      : isKilled        ? TracedRun::End::Killed
                                        : TracedRun::End::Crashed;
            run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
            return run;
        }
        __ptrace_syscall_info info = {};
        ::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof(info), &info);
        if (info.op != PTRACE_SYSCALL_INFO_ENTRY)
            continue;
        std::array<std::uint64_t, 6> arguments{};
        std::ranges::copy(info.entry.args, arguments.begin());
        TracedCall call(process, ++run.calls, info.entry.nr, arguments);
        meet(call);
        isKilled = call.isKilled();
        if (call.error() == 0)
            continue;
        setRegister(process, offsetof(user_regs_struct, orig_rax), ~std::uint64_t{0}); // no call at all
        if (!WIFSTOPPED(nextStop(process)))
            continue; // it cannot end there; if it did, the next stop tells
        setRegister(process, offsetof(user_regs_struct, rax), static_cast<std::uint64_t>(-call.error()));
    }
}

} // namespace

bool TracedCall::concernsFiles() const
{
    constexpr std::array<std::uint64_t, 11> lookers{SYS_read, SYS_pread64, SYS_close, SYS_lseek, SYS_stat,
        SYS_fstat, SYS_statx, SYS_newfstatat, SYS_access, SYS_open, SYS_getdents64};
    return isOneOf(lookers, m_call) || changesFiles();
}

bool TracedCall::changesFiles() const
{
    // One that opens a file may make it.
    constexpr std::array<std::uint64_t, 17> changers{SYS_openat, SYS_creat, SYS_write, SYS_pwrite64,
        SYS_writev, SYS_ftruncate, SYS_fsync, SYS_fdatasync, SYS_rename, SYS_renameat, SYS_renameat2,
        SYS_link, SYS_linkat, SYS_unlink, SYS_mkdir, SYS_mkdirat, SYS_fchmod};
    return isOneOf(changers, m_call);
}

bool TracedCall::isWrite() const
{
    return isOneOf(std::array<std::uint64_t, 2>{SYS_write, SYS_pwrite64}, m_call);
}

bool TracedCall::names(const QByteArray &part) const
{
    constexpr std::size_t mostBytes = 4096;
    for (const std::uint64_t argument : {m_arguments[0], m_arguments[1]}) {
        std::array<char, mostBytes> text{};
        const iovec here{text.data(), text.size()};
        const iovec there{
            reinterpret_cast<void *>(argument), text.size()}; // NOLINT(performance-no-int-to-ptr)
        const ssize_t read = ::process_vm_readv(m_process, &here, 1, &there, 1, 0);
        if (read > 0 &&
            QByteArray::fromRawData(text.data(), read).left(qstrnlen(text.data(), read)).contains(part))
            return true;
    }
    return false;
}

bool TracedCall::concerns(const QByteArray &part) const
{
    if (names(part))
        return true;
    const QString open = QStringLiteral("/proc/%1/fd/%2").arg(m_process).arg(m_arguments[0]);
    return QFile::symLinkTarget(open).toUtf8().contains(part);
}

void TracedCall::kill()
{
    ::kill(m_process, SIGKILL);
    m_isKilled = true;
}

void TracedCall::failWith(int error)
{
    m_error = error;
}

void TracedCall::shorten()
{
    if (isWrite())
        setRegister(
            m_process, offsetof(user_regs_struct, rdx), std::max<std::uint64_t>(m_arguments[2] / 2, 1));
}

TracedRun runTraced(const QString &program, const QStringList &arguments,
    const std::function<void(TracedCall &)> &meet, const QString &errFile)
{
    QTemporaryFile out;
    if (!out.open())
        return {};
    const TextList words(QStringList{program} + arguments);
    const TextList environment(bareEnvironment().toStringList());
    const pid_t process = startTraced(words, environment, out.handle(), errFile.toLocal8Bit());
    int status = 0;
    ::waitpid(process, &status, 0);
    if (!WIFSTOPPED(status))
        return {};
    ::ptrace(PTRACE_SETOPTIONS, process, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    TracedRun run = follow(process, meet);
    out.seek(0);
    run.out = out.readAll();
    return run;
}

#else

bool TracedCall::concernsFiles() const
{
    return false;
}
bool TracedCall::changesFiles() const
{
    return false;
}
bool TracedCall::isWrite() const
{
    return false;
}
bool TracedCall::names(const QByteArray & /*part*/) const
{
    return false;
}
bool TracedCall::concerns(const QByteArray & /*part*/) const
{
    return false;
}
void TracedCall::kill() {}
void TracedCall::failWith(int /*error*/) {}
void TracedCall::shorten() {}

TracedRun runTraced(const QString & /*program*/, const QStringList & /*arguments*/,
    const std::function<void(TracedCall &)> & /*meet*/, const QString & /*errFile*/)
{
    return {};
}

#endif

} // namespace inspector
