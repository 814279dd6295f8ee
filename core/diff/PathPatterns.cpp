// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/PathPatterns.h"

#include <algorithm>

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

/// `*` is anything, also nothing. Goes back to the last `*` only, so that no text takes long.
bool matchesPart(std::string_view pattern, std::string_view part)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resumed = 0;
    while (t < part.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resumed = t;
        } else if (p < pattern.size() && pattern[p] == part[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resumed;
        } else {
            return false;
        }
    }
    return std::all_of(
        pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(), [](char c) { return c == '*'; });
}

/// As matchesPart, where `**` is what `*` is there.
bool matchesPath(const std::vector<std::string> &pattern, const std::vector<std::string> &path)
{
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = none;
    std::size_t resumed = 0;
    while (t < path.size()) {
        if (p < pattern.size() && pattern[p] == "**") {
            star = p++;
            resumed = t;
        } else if (p < pattern.size() && matchesPart(pattern[p], path[t])) {
            ++p;
            ++t;
        } else if (star != none) {
            p = star + 1;
            t = ++resumed;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
        [](const std::string &part) { return part == "**"; });
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
