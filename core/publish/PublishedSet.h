// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

/// What an export has to hand over, and where it stands; paths are absolute.
struct PublishedSet
{
    static constexpr std::size_t mostNotices = 10; ///< GitHub shows no more of a step

    /// Something that a job's page should point out.
    struct Notice
    {
        bool isError = false;
        std::string message;
        std::string file;       ///< the input concerned, if one is
        std::uint64_t line = 0; ///< in it, from 1; 0 for none
    };
    struct Duration
    {
        std::string name; ///< such as "export"
        double ms = 0;
    };

    std::string artifactDir;
    std::string shard; ///< "2-of-4" where this is a part of an export, else empty
    std::vector<std::string> artifacts;
    std::string manifest, checksums, summaryFile, junit; ///< junit is empty where there is none
    std::string summary;                                 ///< the text of summaryFile
    std::vector<Notice> notices;                         ///< the first mostNotices, errors before warnings
    std::vector<Duration> durations;

    /// Tells this leg of a matrix from the others, behind a name that they would share: "-2-of-4", or
    /// nothing.
    [[nodiscard]] std::string legName() const { return shard.empty() ? std::string() : "-" + shard; }

    /// The artifacts and what describes them.
    [[nodiscard]] std::vector<std::string> allFiles() const
    {
        std::vector<std::string> files = artifacts;
        for (const std::string &file : {manifest, checksums, summaryFile, junit}) {
            if (!file.empty())
                files.push_back(file);
        }
        return files;
    }
};

} // namespace inspector
