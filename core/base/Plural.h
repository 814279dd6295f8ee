// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace inspector {

/// "1 file", "0 files", for messages.
[[nodiscard]] inline std::string plural(std::uint64_t count, std::string_view noun)
{
    return std::to_string(count).append(" ").append(noun).append(count == 1 ? "" : "s");
}

} // namespace inspector
