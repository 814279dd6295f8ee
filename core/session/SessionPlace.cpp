// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionPlace.h"

#include "core/base/IsoTime.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace inspector {

namespace {

template <class T>
std::optional<T> numberOf(std::string_view text)
{
    T number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// "12:31", "1:12:31.482" in ms.
std::optional<double> elapsedOf(std::string_view text)
{
    constexpr double perPart = 60;
    constexpr double msPerSecond = 1000;
    double seconds = 0;
    int parts = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++parts) {
        const std::size_t end = std::min(text.find(':', begin), text.size());
        const auto part = numberOf<double>(text.substr(begin, end - begin));
        if (!part || *part < 0)
            return std::nullopt;
        seconds = seconds * perPart + *part;
        begin = end + 1;
    }
    constexpr int mostParts = 3;
    return parts >= 2 && parts <= mostParts ? std::optional(seconds * msPerSecond) : std::nullopt;
}

} // namespace

Result<std::uint64_t> findPlace(
    std::string_view typed, const SessionIndex &index, std::uint64_t from, TimeMs start)
{
    while (typed.starts_with(' '))
        typed.remove_prefix(1);
    while (typed.ends_with(' '))
        typed.remove_suffix(1);
    const std::uint64_t last = index.size();
    if (typed.starts_with('+') || typed.starts_with('-')) {
        if (const auto distance = numberOf<std::uint64_t>(typed.substr(1))) {
            if (typed.front() == '-')
                return *distance > from ? 0 : from - *distance;
            return *distance > last - std::min(from, last) ? last : from + *distance;
        }
    }
    if (const auto number = numberOf<std::uint64_t>(typed.substr(typed.starts_with('#') ? 1 : 0))) {
        if (*number <= last)
            return *number;
        return failure("no_such_place", "there is no record #" + std::to_string(*number),
            "The last one is #" + std::to_string(last) + ".");
    }
    if (const auto elapsed = elapsedOf(typed))
        return index.lastNotAfter(start + *elapsed).value_or(0);
    if (const auto time = parseTime(typed))
        return index.lastNotAfter(*time).value_or(0);
    return failure("no_such_place", "'" + std::string(typed) + "' is no place in a session",
        "Type #18219, +10, -10, 12:31 or a time such as 2026-01-15T09:30:43Z.");
}

} // namespace inspector
