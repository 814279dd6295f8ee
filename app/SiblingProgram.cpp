// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SiblingProgram.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace inspector {

namespace fs = std::filesystem;

const SiblingProgram &SiblingProgram::window()
{
    static const SiblingProgram program{"telemetry-inspector-window", "the window", "no_window",
        "Use --export, or install the package telemetry-inspector."};
    return program;
}

const SiblingProgram &SiblingProgram::live()
{
    static const SiblingProgram program{"telemetry-inspector-live", "the recorder of live games", "no_live",
        "Install the package telemetry-inspector."};
    return program;
}

Result<fs::path> SiblingProgram::find(const fs::path &ownFolder) const
{
    for (const fs::path &folder : {ownFolder, ownFolder / "../libexec/telemetry-inspector"}) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / name, ignored))
            return folder / name;
    }
    return failure(code, what + " is not installed here", remedy);
}

Error SiblingProgram::become(const fs::path &program, const std::vector<std::string> &arguments) const
{
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> argv(words.size() + 1, nullptr);
    std::transform(words.begin(), words.end(), argv.begin(), [](std::string &word) { return word.data(); });
    ::execv(program.c_str(), argv.data());
    return {code,
        what + " does not start: " + program.string() + ": " + std::generic_category().message(errno),
        remedy};
}

} // namespace inspector
