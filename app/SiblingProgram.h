// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inspector {

/// A program that is installed with this one and does what takes libraries that an export is better without
/// (docs/decisions/0007-two-programs.md).
struct SiblingProgram
{
    std::string name;         ///< of its file
    std::string what;         ///< it is for people, such as "the window"
    std::string code, remedy; ///< of the error that it is not there, or does not start

    /// What shows the window, and draws plots.
    [[nodiscard]] static const SiblingProgram &window();
    /// What records games that attach.
    [[nodiscard]] static const SiblingProgram &live();

    /// Beside the program that runs, as in a build folder, then where it is installed,
    /// ../libexec/telemetry-inspector. Error: `code`.
    [[nodiscard]] Result<std::filesystem::path> find(const std::filesystem::path &ownFolder) const;

    /// Becomes that program, under the same process id and with the same standard streams. Returns only when
    /// that fails, with why.
    [[nodiscard]] Error become(
        const std::filesystem::path &program, const std::vector<std::string> &arguments) const;
};

} // namespace inspector
