// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// `text` as it shows in HTML and SVG, as content and within quoted attributes: never markup. Characters that
/// neither may hold become U+FFFD.
[[nodiscard]] std::string htmlText(std::string_view text);

} // namespace inspector
