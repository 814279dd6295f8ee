// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OutputClash.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace inspector {

namespace {

namespace fs = std::filesystem;

struct Named
{
    std::string_view option; // empty for an input
    std::string path;
};

/// Also of a file that is not there yet, in a folder that may be made.
fs::path placeOf(const std::string &path)
{
    std::error_code ignored;
    return fs::weakly_canonical(fs::absolute(path, ignored), ignored);
}

/// A device may well be read and written.
bool isDevice(const std::string &path)
{
    std::error_code ignored;
    return fs::exists(path, ignored) && !fs::is_regular_file(path, ignored);
}

bool isSameFile(const std::string &one, const std::string &other)
{
    std::error_code ignored;
    return !isDevice(one) && !isDevice(other) &&
           (placeOf(one) == placeOf(other) || fs::equivalent(one, other, ignored));
}

std::vector<Named> outputsOf(const Options &options)
{
    std::vector<Named> outputs{{"--session-out", options.request.sessionOut},
        {"--result", options.resultFile}, {"--junit", options.publish.junitFile},
        {"--metadata", options.publish.manifestFile},
        {"--bundle", options.bundle ? options.bundle->file : std::string()}};
    std::erase_if(outputs, [](const Named &output) { return output.path.empty(); });
    return outputs;
}

std::vector<std::string> inputsOf(const Options &options)
{
    std::vector<std::string> inputs = options.request.files;
    for (const std::string *file : {&options.expectFile, &options.factionsFile, &options.ciCommandsFile})
        inputs.push_back(*file);
    std::erase(inputs, std::string());
    return inputs;
}

} // namespace

std::optional<std::string> outputClash(const Options &options)
{
    const std::vector<Named> outputs = outputsOf(options);
    const std::vector<std::string> inputs = inputsOf(options);
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
        std::string said(output->option);
        for (const std::string &input : inputs) {
            if (isSameFile(input == "-" ? "/dev/stdin" : input, output->path))
                return said.append(" would replace ").append(input).append(", which is read");
        }
        for (auto earlier = outputs.begin(); earlier != output; ++earlier) {
            if (isSameFile(earlier->path, output->path))
                return said.append(" would replace what ").append(earlier->option).append(" writes");
        }
    }
    return std::nullopt;
}

} // namespace inspector
