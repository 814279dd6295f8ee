// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OutputClash.h"

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

namespace {

/// A device may well be read and written.
bool isSameFile(const std::string &one, const std::string &other)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(one, ignored) && std::filesystem::equivalent(one, other, ignored);
}

} // namespace

std::optional<std::string> outputClash(const Options &options)
{
    const std::vector<std::pair<std::string_view, std::string>> outputs{
        {"--session-out", options.request.sessionOut}, {"--result", options.resultFile},
        {"--junit", options.publish.junitFile}, {"--metadata", options.publish.manifestFile},
        {"--bundle", options.bundle ? options.bundle->file : std::string()}};
    std::vector<std::string> inputs = options.request.files;
    for (const std::string *file : {&options.expectFile, &options.factionsFile, &options.ciCommandsFile})
        inputs.push_back(*file);
    for (const auto &[option, output] : outputs) {
        for (const std::string &input : inputs) {
            if (!output.empty() && !input.empty() && input != "-" && isSameFile(input, output))
                return std::string(option) + " would replace " + input + ", which is read";
        }
    }
    return std::nullopt;
}

} // namespace inspector
