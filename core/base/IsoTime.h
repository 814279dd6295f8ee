// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace inspector {

/// ECMAScript's Date.prototype.toISOString() of `time`, e.g. "2026-01-15T09:30:43.000Z"; nothing for no time,
/// for 0 (how the game writes "never") and outside ±8.64e15 ms.
[[nodiscard]] std::optional<std::string> isoText(std::optional<TimeMs> time);

/// `time` in UTC for file names, seconds truncated: "20260115T093043Z".
[[nodiscard]] std::string fileStamp(TimeMs time);

/// Reads a point in time: ms since the epoch as digits, or ISO 8601 (without an offset: UTC). Between the
/// years 1970 and 9999, because that is what a file stamp can say.
[[nodiscard]] Result<TimeMs> parseTime(std::string_view text);

} // namespace inspector
