// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionValues.h"

#include <limits>

namespace inspector {

tl::unexpected<Error> usageError(const std::string &message, const std::string &remedy)
{
    return failure("usage", message, remedy);
}

Result<std::vector<std::uint64_t>> readSeeds(const std::string &option, const std::string &text)
{
    std::vector<std::uint64_t> seeds;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const auto seed = readWholeNumber<std::uint64_t>(
            option, text.substr(begin, end - begin), 0, std::numeric_limits<std::uint64_t>::max());
        if (!seed)
            return tl::unexpected(seed.error());
        seeds.push_back(*seed);
        begin = end + 1;
    }
    return seeds;
}

Result<Shard> readShard(const std::string &option, const std::string &text)
{
    constexpr std::uint64_t most = 1'000'000;
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        return usageError("'" + text + "' is no value for --" + option, "Give K/N, such as 2/5.");
    const auto count = readWholeNumber<std::uint64_t>(option, text.substr(slash + 1), 1, most);
    if (!count)
        return tl::unexpected(count.error());
    return readWholeNumber<std::uint64_t>(option, text.substr(0, slash), 1, *count)
        .map([&](std::uint64_t number) {
            return Shard{number, *count};
        });
}

Result<SnapshotChoice> readSnapshotChoice(const std::string &option, const std::string &text)
{
    if (text == "all")
        return SnapshotChoice();
    const auto number =
        readWholeNumber<std::uint64_t>(option, text, 1, std::numeric_limits<std::uint64_t>::max());
    if (!number)
        return usageError(number.error().message, "Give all, or the number of a snapshot record, from 1.");
    return SnapshotChoice{*number};
}

Result<bool> readChoice(
    const std::string &option, const std::string &text, const std::string &first, const std::string &second)
{
    if (text != first && text != second)
        return usageError(
            "'" + text + "' is no value for --" + option, "Give " + first + " or " + second + ".");
    return text == second;
}

Result<ReportFormat> readReportFormat(const std::string &text)
{
    if (text == "text")
        return ReportFormat::Text;
    if (text == "md")
        return ReportFormat::Markdown;
    if (text == "json")
        return ReportFormat::Json;
    return usageError("--format is '" + text + "'", "Write --format text, md or json.");
}

} // namespace inspector
