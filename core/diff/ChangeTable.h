// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/JsonChange.h"

#include <string>

namespace inspector {

/// The kind of a change in a word.
[[nodiscard]] const char *wordOf(JsonChange::Kind kind);

/// A line for each change: its sign, where it is, and the values, cut to 160 bytes (docs/compare.md, "What it
/// says").
[[nodiscard]] std::string changeLines(const JsonChanges &changes);

/// The same as a table in Markdown.
[[nodiscard]] std::string changeTable(const JsonChanges &changes);

} // namespace inspector
