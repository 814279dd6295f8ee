// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

/// A program that is to be run once the artifacts are there (docs/ci-integration.md, "Commands of your own").
/// Never a shell line: what is an argument stays one.
struct PublishCommand
{
    std::string kind = "command"; ///< in the manifest; "command" for the caller's own
    std::string program;          ///< a name that is looked for on PATH, or a path
    std::vector<std::string> arguments;
    std::vector<std::pair<std::string, std::string>> environment; ///< set in addition to that of the process
    std::string folder;                                           ///< the current one where it is empty
    std::string inputFile;                                        ///< standard input; none where it is empty
    std::optional<std::uint64_t> timeoutMs;                       ///< --publish-timeout where it is absent
    unsigned retries = 0; ///< how often it is tried again after it failed

    friend bool operator==(const PublishCommand &, const PublishCommand &) = default;
};

/// Reads what a caller gives as commands: one JSON value, which is a string (a program), an array (program
/// and arguments), an object `{command, args, env, cwd, timeout, retries}` or an array of these; or else one
/// of them on each line, where a line that is no JSON is a program's name. `source` (an option, a variable, a
/// file) is named in errors, `usage`.
[[nodiscard]] Result<std::vector<PublishCommand>> parsePublishCommands(
    std::string_view text, const std::string &source);

/// What the placeholders of a command stand for.
struct PublishPlaces
{
    std::string artifactDir, manifest, prefix;
    std::vector<std::string> artifacts; ///< absolute paths
};

/// `{artifactDir}`, `{manifest}` and `{prefix}` filled in, in program, arguments, environment and folder; an
/// argument that is `{artifacts}` becomes one for each path, inside a longer one all paths with blanks.
[[nodiscard]] PublishCommand filled(PublishCommand command, const PublishPlaces &places);

} // namespace inspector
