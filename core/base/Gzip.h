// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// `content` as a gzip file of one member: level 6, without a name and with a time of 0, so that the same
/// content gives the same bytes.
[[nodiscard]] std::string gzipped(std::string_view content);

/// Whether `bytes`, the first of a file, are how a gzip file begins.
[[nodiscard]] constexpr bool looksLikeGzip(std::string_view bytes)
{
    return bytes.starts_with("\x1f\x8b");
}

} // namespace inspector
