// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportPlan.h"

#include "core/base/Utf8.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace inspector {

namespace {

/// The file's name without folder and extension, as a part of a file name that every system can hold.
std::string stemOf(std::string_view path)
{
    constexpr std::string_view packed = ".gz";
    constexpr std::size_t longest = 100; // bytes; the whole name must stay below 255
    if (path == "-")
        return "stdin";
    std::string_view name = path.substr(path.find_last_of('/') + 1);
    if (name.size() > packed.size() && name.ends_with(packed))
        name.remove_suffix(packed.size());
    if (const std::size_t dot = name.find_last_of('.'); dot != std::string_view::npos && dot > 0)
        name = name.substr(0, dot);
    std::string stem = toValidUtf8(utf8Start(name, longest));
    std::replace_if(
        stem.begin(), stem.end(),
        [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7f ||
                   std::string_view("<>:\"|?*\\").find(c) != std::string_view::npos;
        },
        '-');
    stem.erase(stem.find_last_not_of(". ") + 1); // no name may end so
    return stem.empty() ? "input" : stem;
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// Gives out each prefix once; one that is taken gets the lowest number that is free.
class Prefixes
{
public:
    std::string take(const std::string &wanted)
    {
        std::string prefix = wanted;
        for (int i = 2; !m_taken.insert(lowerCase(prefix)).second; ++i)
            prefix = wanted + "-" + std::to_string(i);
        return prefix;
    }

private:
    std::set<std::string> m_taken;
};

std::vector<ExportItem> allItems(const ExportRequest &request)
{
    std::vector<ExportItem> items;
    for (const std::string &file : request.files)
        items.push_back({file, 0, request.prefix + "-" + stemOf(file)});
    if (items.empty()) {
        for (const std::uint64_t seed : request.seeds)
            items.push_back({{}, seed, request.prefix + "-seed" + std::to_string(seed)});
    }
    if (items.size() == 1)
        items.front().prefix = request.prefix;
    Prefixes prefixes;
    for (ExportItem &item : items)
        item.prefix = prefixes.take(item.prefix);
    return items;
}

} // namespace

std::vector<ExportItem> planExport(const ExportRequest &request)
{
    std::vector<ExportItem> items = allItems(request);
    if (request.shard == Shard())
        return items;
    std::stable_sort(items.begin(), items.end(), [](const ExportItem &a, const ExportItem &b) {
        return std::pair(a.file, a.seed) < std::pair(b.file, b.seed);
    });
    std::vector<ExportItem> mine;
    for (std::size_t i = request.shard.number - 1; i < items.size(); i += request.shard.count)
        mine.push_back(std::move(items[i]));
    return mine;
}

} // namespace inspector
