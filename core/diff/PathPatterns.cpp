// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/PathPatterns.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace inspector {

namespace {

constexpr std::string_view timePatterns =
    "**.*At,**.timestamp,**.completedTimeline,**.stepDurations,**.durationMs";

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// `isStar` elements of the pattern are any number of elements of the text, the others one that `isSame`.
/// Goes back to the last star only, so that no text takes long.
template <class Pattern, class Text, class IsStar, class IsSame>
bool matchesAll(const Pattern &pattern, const Text &text, IsStar isStar, IsSame isSame)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::optional<std::size_t> star;
    std::size_t resumed = 0;
    while (t < text.size()) {
        if (p < pattern.size() && isStar(pattern[p])) {
            star = p++;
            resumed = t;
        } else if (p < pattern.size() && isSame(pattern[p], text[t])) {
            ++p;
            ++t;
        } else if (star) {
            p = *star + 1;
            t = ++resumed;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(), isStar);
}

bool matchesPart(std::string_view pattern, std::string_view part)
{
    return matchesAll(
        pattern, part, [](char c) { return c == '*'; }, std::equal_to<char>());
}

bool matchesPath(const std::vector<std::string> &pattern, const std::vector<std::string> &path)
{
    return matchesAll(
        pattern, path, [](const std::string &part) { return part == "**"; }, matchesPart);
}

} // namespace

Result<PathPatterns> PathPatterns::parse(std::string_view list)
{
    PathPatterns patterns;
    if (trimmed(list).empty() || trimmed(list) == "none")
        return patterns;
    for (const std::string &item : split(list, ',')) {
        const std::string_view text = trimmed(item);
        if (text == "times") {
            const PathPatterns known = times();
            patterns.m_patterns.insert(
                patterns.m_patterns.end(), known.m_patterns.begin(), known.m_patterns.end());
            continue;
        }
        Pattern pattern = split(text, '.');
        if (std::find(pattern.begin(), pattern.end(), "") != pattern.end())
            return failure("bad_pattern", "'" + std::string(text) + "' has an empty part",
                "Write parts with dots between, such as factions.byId.*.lastReason, or times, or none.");
        patterns.m_patterns.push_back(std::move(pattern));
    }
    return patterns;
}

PathPatterns PathPatterns::times()
{
    PathPatterns patterns;
    for (const std::string &text : split(timePatterns, ','))
        patterns.m_patterns.push_back(split(text, '.'));
    return patterns;
}

bool PathPatterns::match(const std::vector<std::string> &path) const
{
    return std::any_of(m_patterns.begin(), m_patterns.end(),
        [&](const Pattern &pattern) { return matchesPath(pattern, path); });
}

} // namespace inspector
