// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/OutputTail.h"
#include "core/publish/PublishCommand.h"

#include <chrono>
#include <optional>
#include <string>

namespace inspector {

class StopFlag;

/// How one run of a program ended.
struct CommandRun
{
    enum class End
    {
        Exited,     ///< by itself, with `exitCode`
        Crashed,    ///< by a signal that was not ours
        NotFound,   ///< there is no such program
        NotStarted, ///< there is one, but the system would not run it: `reason` says why
        TimedOut,
        Stopped, ///< because the user or the system wished so
    };

    End end = End::Exited;
    std::optional<int> exitCode;
    std::string program; ///< absolute path; the name that was looked for where it was not found
    std::string reason;
    OutputTail out, err;
};

/// Runs programs. The one of the real program starts processes, the one of the tests plays a script.
class CommandRunner
{
public:
    virtual ~CommandRunner() = default;

    /// Runs the command to its end, but no longer than `timeout`; then, or when `stop` (may be nullptr)
    /// wishes so, it and everything that it started are ended.
    [[nodiscard]] virtual CommandRun run(
        const PublishCommand &command, std::chrono::milliseconds timeout, const StopFlag *stop) = 0;
};

} // namespace inspector
