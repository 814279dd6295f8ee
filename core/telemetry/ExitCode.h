// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

/// What the program ends with (docs/command-line.md, "Exit codes").
enum class ExitCode
{
    Done = 0,
    CheckFailed = 1,
    Usage = 2,
    InputUnreadable = 3,
    InputNotUnderstood = 4,
    WriteFailed = 5,
    NobodyConnected = 6, ///< in time, to --listen
    InternalError = 70,
    Interrupted = 130, ///< by SIGINT
    Terminated = 143,  ///< by SIGTERM
};

struct Error;

/// That of a program which fails with `error`.
[[nodiscard]] ExitCode exitCodeOf(const Error &error);

} // namespace inspector
