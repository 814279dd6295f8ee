// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace inspector {

/// Whether `topic` has a segment that stands for any.
[[nodiscard]] bool isPattern(std::string_view topic);

/// Whether each segment of `topic` is a name or `*`, which stands for any.
[[nodiscard]] bool hasWholeSegments(std::string_view topic);

/// Whether `name` matches `pattern` segment by segment, both having the same number of segments between
/// colons.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view name);

} // namespace inspector
