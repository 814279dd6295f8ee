// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/CiProvider.h"
#include "core/publish/EnvironmentVariables.h"
#include "core/publish/PublishCommand.h"
#include "core/publish/PublishedSet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace inspector {

/// What a provider is to be given, as a value: nothing is touched until somebody carries it out.
struct HandOver
{
    /// Text for a file that the provider reads.
    struct FileText
    {
        std::string kind; ///< in the manifest
        std::string path;
        std::string text;
        std::size_t mostBytes = 0; ///< that the file may have in the end, Markdown being cut; 0: no limit

        friend bool operator==(const FileText &, const FileText &) = default;
    };

    std::vector<FileText> appended; ///< to files that the provider made
    std::vector<FileText> written;  ///< files of our own beside the manifest
    std::vector<std::string> logLines;
    std::vector<PublishCommand> commands;
    std::vector<std::string> warnings; ///< what the provider cannot be given, in words

    friend bool operator==(const HandOver &, const HandOver &) = default;
};

/// Plans the hand-over for a provider (docs/ci-integration.md): empty for those that take nothing from inside
/// a job.
[[nodiscard]] HandOver planHandOver(
    CiProvider provider, const EnvironmentVariables &variables, const PublishedSet &set);

/// Whether the provider reads JUnit results, so that they are written even if nobody asked.
[[nodiscard]] bool wantsJUnit(CiProvider provider);

} // namespace inspector
