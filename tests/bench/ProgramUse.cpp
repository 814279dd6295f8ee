// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ProgramUse.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace inspector {

Result<ProgramUse> ProgramUse::measure(const Clock &clock, std::vector<std::string> arguments)
{
    constexpr double kibPerMib = 1024;
    constexpr double nsPerMs = 1e6;
    std::vector<char *> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string &argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    pid_t child = 0;
    const std::int64_t start = clock.monotonicNs();
    const int error = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    if (error != 0 || ::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0)
        return failure("program_failed", arguments[0] + " did not run to its end");
    return ProgramUse{static_cast<double>(clock.monotonicNs() - start) / nsPerMs,
        static_cast<double>(usage.ru_maxrss) / kibPerMib};
}

} // namespace inspector
