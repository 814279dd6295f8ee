// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ValueCompletion.h"

#include "core/artifacts/ArtifactFormat.h"

#include <algorithm>

namespace inspector {

namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// "gzip|none" as its words; those in capitals stand for something else.
std::vector<std::string_view> wordsOf(std::string_view value)
{
    std::vector<std::string_view> words;
    while (!value.empty()) {
        const std::string_view word = value.substr(0, value.find('|'));
        value.remove_prefix(std::min(value.size(), word.size() + 1));
        if (!word.empty() && !isUpper(word.front()))
            words.push_back(word);
    }
    return words;
}

std::vector<std::string_view> formatWords()
{
    std::vector<std::string_view> words;
    for (const ArtifactFormat format : allArtifactFormats())
        words.push_back(formatName(format));
    words.push_back("all");
    for (const ArtifactFormat format :
        {ArtifactFormat::Report, ArtifactFormat::SummaryMarkdown, ArtifactFormat::Plots})
        words.push_back(formatName(format));
    return words;
}

} // namespace

ValueCompletion ValueCompletion::of(const OptionSpec &option)
{
    if (option.value.empty())
        return {};
    if (option.value == "FILE")
        return {Kind::File, {}};
    if (option.value == "DIR")
        return {Kind::Folder, {}};
    if (option.name == "align") // its words stand in its help
        return {Kind::Words, {"number", "events", "step", "marker", "event:"}};
    if (option.name == "formats")
        return {Kind::Words, formatWords()};
    std::vector<std::string_view> words = wordsOf(option.value);
    if (words.empty())
        return {Kind::Other, {}};
    return {Kind::Words, std::move(words)};
}

} // namespace inspector
