// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/base/Result.h"
#include "core/publish/Redactor.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace inspector {

/// One message to the person or job that runs the program.
struct LogMessage
{
    enum class Level
    {
        Debug, ///< shown with --verbose
        Info,
        Warning,
        Error,
    };

    Level level = Level::Info;
    std::string code;
    std::string message;
    std::string remedy;
    std::string file;       ///< the input concerned
    std::uint64_t line = 0; ///< in it, from 1; 0 for none
};

/// Writes messages to standard error, as text for people or as JSON, one object a line. Whatever they quote
/// from an input cannot become a command of a CI provider (safeForLog), and no secret is written (Redactor).
class ConsoleLog
{
public:
    ConsoleLog(std::FILE *stream, LogFormat format, bool quiet, bool verbose, Redactor redactor = Redactor());

    void write(const LogMessage &message) const;
    void error(const Error &error) const;
    /// A line that a CI provider is to take for a command, as it is. False when the log is quiet, or closed.
    [[nodiscard]] bool command(const std::string &line) const;

private:
    std::FILE *m_stream;
    LogFormat m_format;
    bool m_quiet;
    bool m_verbose;
    Redactor m_redactor;
};

} // namespace inspector
