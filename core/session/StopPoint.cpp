// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/StopPoint.h"

#include <charconv>
#include <utility>

namespace inspector {

StopPoint::StopPoint(std::variant<std::uint64_t, std::string> at)
    : m_at(std::move(at))
{}

Result<StopPoint> StopPoint::parse(std::string_view text)
{
    const bool hasHash = text.starts_with('#');
    const std::string_view digits = text.substr(hasHash ? 1 : 0);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isAllDigits = !digits.empty() && end == digits.data() + digits.size();
    const bool isNumber = isAllDigits && error == std::errc{} && number > 0;
    // No event is named by digits alone: what looks like a number and is none is a slip.
    if (text.empty() || ((hasHash || isAllDigits) && !isNumber)) {
        return failure("bad_stop_point",
            "'" + std::string(text) + "' is neither a record number nor an event name",
            "Give a record number from 1, or the name of an event such as tutorial:completed.");
    }
    if (isNumber)
        return StopPoint(number);
    return StopPoint(std::string(text));
}

bool StopPoint::isReached(const SessionRecord &record) const
{
    if (const auto *number = std::get_if<std::uint64_t>(&m_at))
        return record.number >= *number;
    return record.event == std::get<std::string>(m_at);
}

std::string StopPoint::text() const
{
    if (const auto *number = std::get_if<std::uint64_t>(&m_at))
        return "#" + std::to_string(*number);
    return std::get<std::string>(m_at);
}

} // namespace inspector
