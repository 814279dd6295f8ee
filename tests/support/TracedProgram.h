// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <functional>

namespace inspector {

/// A system call that a traced program is about to make (docs/reliability.md, "Faults").
class TracedCall
{
public:
    /// `number` counts the program's calls, from 1.
    TracedCall(pid_t process, int number, std::uint64_t call, const std::array<std::uint64_t, 6> &arguments)
        : m_process(process)
        , m_number(number)
        , m_call(call)
        , m_arguments(arguments)
    {}

    [[nodiscard]] int number() const { return m_number; }
    /// Whether it asks the system for something of a file.
    [[nodiscard]] bool concernsFiles() const;
    /// Whether others may see a difference in files behind it.
    [[nodiscard]] bool changesFiles() const;
    /// Whether it hands over bytes to be written.
    [[nodiscard]] bool isWrite() const;
    /// Whether one of its first arguments is a text that holds `part`.
    [[nodiscard]] bool names(const QByteArray &part) const;

    /// Whether it names a path that holds `part`, or works on a file of such a path.
    [[nodiscard]] bool concerns(const QByteArray &part) const;

    /// The program does not live to make the call.
    void kill();
    /// The call is not made, and the program is told this errno.
    void failWith(int error);
    /// Of the bytes to write only the first half is taken, one at least.
    void shorten();

    [[nodiscard]] bool isKilled() const { return m_isKilled; }
    [[nodiscard]] int error() const { return m_error; }

private:
    pid_t m_process;
    int m_number;
    std::uint64_t m_call;
    std::array<std::uint64_t, 6> m_arguments;
    bool m_isKilled = false;
    int m_error = 0;
};

/// How a traced program ended.
struct TracedRun
{
    enum class End
    {
        NotTraced, ///< this system lets no process watch another, or has another instruction set
        Killed,    ///< by the test
        Crashed,   ///< by a signal that was none of the test's
        Exited,
    };

    End end = End::NotTraced;
    int exitCode = -1;
    int calls = 0; ///< that it made
    QByteArray out;
};

/// Runs the real program, and has `meet` see each of its system calls before it is made; calls of other
/// threads than the first are not seen. Nothing of a CI job is in its environment. What it says of errors
/// goes into `errFile`, for whoever reads it meanwhile.
[[nodiscard]] TracedRun runTraced(const QString &program, const QStringList &arguments,
    const std::function<void(TracedCall &)> &meet, const QString &errFile = QStringLiteral("/dev/null"));

} // namespace inspector
