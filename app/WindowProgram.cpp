// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowProgram.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace inspector {

namespace fs = std::filesystem;

namespace {

constexpr const char *programName = "telemetry-inspector-window";

Error noWindow(const std::string &message)
{
    return {"no_window", message, "Use --export, or install the package telemetry-inspector."};
}

} // namespace

Result<fs::path> findWindowProgram(const fs::path &ownFolder)
{
    for (const fs::path &folder : {ownFolder, ownFolder / "../libexec/telemetry-inspector"}) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / programName, ignored))
            return folder / programName;
    }
    return tl::unexpected(noWindow("the window is not installed here"));
}

Error becomeWindowProgram(const fs::path &program, const std::vector<std::string> &arguments)
{
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> argv(words.size() + 1, nullptr);
    std::transform(words.begin(), words.end(), argv.begin(), [](std::string &word) { return word.data(); });
    ::execv(program.c_str(), argv.data());
    return noWindow(
        "the window does not start: " + program.string() + ": " + std::generic_category().message(errno));
}

} // namespace inspector
