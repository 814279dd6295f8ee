// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/ArtifactFormat.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace inspector {

namespace {

struct FormatName
{
    std::string_view name;
    ArtifactFormat format;
};

// The first name of a format is the one that is shown.
constexpr std::array<FormatName, 14> names{{
    {"json", ArtifactFormat::Json},
    {"csv", ArtifactFormat::Csv},
    {"cascade", ArtifactFormat::Csv},
    {"tutorial-csv", ArtifactFormat::Csv},
    {"transcript-csv", ArtifactFormat::TranscriptCsv},
    {"transcript", ArtifactFormat::TranscriptCsv},
    {"transcript-md", ArtifactFormat::TranscriptMarkdown},
    {"markdown", ArtifactFormat::TranscriptMarkdown},
    {"md", ArtifactFormat::TranscriptMarkdown},
    {"snapshot", ArtifactFormat::Snapshot},
    {"report", ArtifactFormat::Report},
    {"html", ArtifactFormat::Report},
    {"summary-md", ArtifactFormat::SummaryMarkdown},
    {"plots", ArtifactFormat::Plots},
}};

std::string normalised(std::string_view name)
{
    const auto isSpace = [](unsigned char c) { return std::isspace(c) != 0; };
    const auto from = std::find_if_not(name.begin(), name.end(), isSpace);
    const auto to = std::find_if_not(name.rbegin(), std::make_reverse_iterator(from), isSpace).base();
    std::string text(from, to);
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string knownNames()
{
    std::string list;
    for (const ArtifactFormat format : allArtifactFormats())
        list.append(formatName(format)).append(", ");
    list.append("all");
    for (const ArtifactFormat format :
        {ArtifactFormat::Report, ArtifactFormat::SummaryMarkdown, ArtifactFormat::Plots})
        list.append(", ").append(formatName(format));
    return list;
}

} // namespace

const std::vector<ArtifactFormat> &allArtifactFormats()
{
    static const std::vector<ArtifactFormat> formats{ArtifactFormat::Json, ArtifactFormat::Csv,
        ArtifactFormat::TranscriptCsv, ArtifactFormat::TranscriptMarkdown, ArtifactFormat::Snapshot};
    return formats;
}

std::string_view formatName(ArtifactFormat format)
{
    return std::find_if(names.begin(), names.end(), [&](const FormatName &each) {
        return each.format == format;
    })->name;
}

Result<std::vector<ArtifactFormat>> parseFormats(std::string_view list)
{
    std::vector<ArtifactFormat> asked;
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        const std::string name = normalised(list.substr(from, comma - from));
        from = comma + 1;
        if (name == "all") {
            asked.insert(asked.end(), allArtifactFormats().begin(), allArtifactFormats().end());
            continue;
        }
        const auto *known = std::find_if(
            names.begin(), names.end(), [&](const FormatName &each) { return each.name == name; });
        if (known == names.end())
            return failure("unknown_format", "there is no format '" + name + "'",
                "Known formats: " + knownNames() + ".");
        asked.push_back(known->format);
    }
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    return asked;
}

} // namespace inspector
