// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OutputClash.h"

#include "core/publish/CiArtifactPublisher.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace inspector {

namespace {

namespace fs = std::filesystem;

struct Output
{
    std::string_view option;
    fs::path place; ///< in its normal form, also where the folder is still to be made
};

/// What an export writes beside its artifacts, under names of its own.
template <class Add>
void addOwn(const Options &options, Add add)
{
    if (!options.exportMode)
        return;
    const fs::path folder(options.request.artifactDir);
    const fs::path manifest(options.publish.manifestFile);
    if (manifest.empty())
        add("the export", (folder / CiArtifactPublisher::manifestName).string());
    for (const char *name : {CiArtifactPublisher::summaryName, CiArtifactPublisher::dotenvName})
        add("the export", (folder / name).string());
    if (options.publish.junitFile.empty())
        add("the export", (folder / CiArtifactPublisher::junitName).string());
    add("the export",
        ((manifest.empty() ? folder : manifest.parent_path()) / CiArtifactPublisher::checksumsName).string());
}

std::vector<Output> outputsOf(const Options &options)
{
    std::vector<Output> outputs;
    const auto add = [&](std::string_view option, const std::string &path) {
        if (path.empty())
            return;
        std::error_code ignored;
        const fs::path place = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
        const bool isDevice = fs::exists(place, ignored) && !fs::is_regular_file(place, ignored);
        if (!isDevice) // which may well be read and written
            outputs.push_back({option, place});
    };
    addOwn(options, add);
    add("--session-out", options.request.sessionOut);
    add("--result", options.resultFile);
    add("--junit", options.publish.junitFile);
    add("--metadata", options.publish.manifestFile);
    add("--bundle", options.bundle ? options.bundle->file : std::string());
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
    const std::vector<Output> outputs = outputsOf(options);
    const std::vector<std::string> inputs = inputsOf(options);
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
        std::error_code ignored;
        std::string said(output->option);
        const bool isThere = fs::exists(output->place, ignored); // else it replaces nothing, whatever is read
        for (const std::string &input : inputs) {
            if (isThere && fs::equivalent(input == "-" ? "/dev/stdin" : input, output->place, ignored))
                return said.append(" would replace ").append(input).append(", which is read");
        }
        for (auto earlier = outputs.begin(); earlier != output; ++earlier) {
            if (earlier->place == output->place || fs::equivalent(earlier->place, output->place, ignored))
                return said.append(" would replace what ").append(earlier->option).append(" writes");
        }
    }
    return std::nullopt;
}

} // namespace inspector
