// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace inspector {

namespace {

/// Runs a program with nothing to read and nothing to say, and returns the most memory that it had, in MiB.
Result<double> peakMiB(std::vector<std::string> arguments)
{
    constexpr double kibPerMib = 1024;
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
    const int error = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    if (error != 0 || ::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0)
        return failure("program_failed", arguments[0] + " did not run to its end");
    return static_cast<double>(usage.ru_maxrss) / kibPerMib;
}

} // namespace

Result<Figures> measureMemory(const BenchContext &context)
{
    const auto file = generatedFile(context.folder, context.size(1'000'000, 2000));
    if (!file)
        return tl::unexpected(file.error());
    Samples peak;
    for (std::size_t i = 0; i < context.size(3, 2); ++i) {
        const auto mib = peakMiB({INSPECTOR_PROGRAM, "--export", "--force", "--formats", "all",
            "--artifact-dir", context.folder.toStdString() + "/export", file->toStdString()});
        if (!mib)
            return tl::unexpected(mib.error());
        peak.add(*mib);
    }
    Figure figure = peak.figure("export of 10^6 records, memory", "MiB");
    figure.limit = 120;
    return Figures{figure};
}

} // namespace inspector
