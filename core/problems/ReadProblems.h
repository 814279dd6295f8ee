// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/Problem.h"
#include "core/session/ReadReport.h"

#include <optional>
#include <vector>

namespace inspector {

/// What was odd while reading: issues that differ in nothing but numbers are one problem.
[[nodiscard]] std::vector<Problem> readProblems(const ReadReport &report);
/// How many more there were than a report keeps; nothing where it keeps all.
[[nodiscard]] std::optional<Problem> readRemainder(const ReadReport &report);

} // namespace inspector
