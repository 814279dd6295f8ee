// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// `bytes` with each ill-formed sequence replaced by U+FFFD, one per maximal subpart (Unicode 15,
/// chapter 3.9, the practice of the WHATWG decoder). QString::fromUtf8 replaces byte by byte, which is not
/// what a browser shows.
[[nodiscard]] std::string toValidUtf8(std::string_view bytes);

/// The start of `text`, at most `bytes` of it, that ends with a whole character.
[[nodiscard]] std::string_view utf8Start(std::string_view text, std::size_t bytes);

} // namespace inspector
