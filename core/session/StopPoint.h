// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/SessionRecord.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace inspector {

/// Where the reading of a session ends: just after record #N, or just after the first event of a name.
class StopPoint
{
public:
    /// Reads "18219", "#18219" or an event name. Error `bad_stop_point` for nothing, for 0, for digits
    /// beyond 64 bits and for "#" without a number.
    [[nodiscard]] static Result<StopPoint> parse(std::string_view text);

    [[nodiscard]] bool isReached(const SessionRecord &record) const;
    /// As it was given.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const StopPoint &, const StopPoint &) = default;

private:
    explicit StopPoint(std::variant<std::uint64_t, std::string> at);

    std::variant<std::uint64_t, std::string> m_at;
};

} // namespace inspector
