// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/SessionComparison.h"

#include <string>

namespace inspector {

/// How a comparison is written (docs/compare.md, "What it says"). Text and Markdown are for people; values
/// are JSON, cut where they are long, and cannot become a command of a CI provider.
enum class DiffFormat
{
    Text,
    Markdown,
    Json,
};

[[nodiscard]] std::string diffReport(const SessionComparison &comparison, DiffFormat format);

} // namespace inspector
