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
    static const SiblingProgram program{
        "telemetry-inspector-window", {"no_window", "the window is not installed here",
                                          "Use --export, or install the package telemetry-inspector."}};
    return program;
}

const SiblingProgram &SiblingProgram::live()
{
    static const SiblingProgram program{"telemetry-inspector-live",
        {"no_live", "what records a game is not installed here", "Install the package telemetry-inspector."}};
    return program;
}

Result<fs::path> SiblingProgram::find(const fs::path &ownFolder) const
{
    for (const fs::path &folder : {ownFolder, ownFolder / "../libexec/telemetry-inspector"}) {
        std::error_code ignored;
        if (fs::is_regular_file(folder / name, ignored))
            return folder / name;
    }
    return tl::unexpected(missing);
}

Error SiblingProgram::become(const fs::path &program, const std::vector<std::string> &arguments) const
{
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> argv(words.size() + 1, nullptr);
    std::transform(words.begin(), words.end(), argv.begin(), [](std::string &word) { return word.data(); });
    ::execv(program.c_str(), argv.data());
    return {missing.code, program.string() + " does not start: " + std::generic_category().message(errno),
        missing.remedy};
}

} // namespace inspector
