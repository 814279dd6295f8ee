// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Places in a JSON value that a comparison passes over (docs/compare.md, "What is passed over").
///
/// A pattern is parts with dots between, such as `factions.byId.*.lastReason`: `*` stands for any one part or
/// for anything within a part (`*At`), `**` for any number of parts. What is below a place that matches is
/// passed over too. `times` stands for all that tells when something was, or how long it took.
class PathPatterns
{
public:
    /// Passes over nothing.
    PathPatterns() = default;

    /// Patterns with commas between; an empty list and `none` are none. Error `bad_pattern`.
    [[nodiscard]] static Result<PathPatterns> parse(std::string_view list);
    /// `times`
    [[nodiscard]] static PathPatterns times();

    /// Whether one of them is the path, part by part.
    [[nodiscard]] bool match(const std::vector<std::string> &path) const;

private:
    using Pattern = std::vector<std::string>;

    std::vector<Pattern> m_patterns;
};

} // namespace inspector
