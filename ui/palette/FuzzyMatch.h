// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace inspector {

/// How well `text` answers what was typed: each of its words must stand in it, letter by letter, with others
/// between them at will; letters side by side and at the start of a word count for more. Higher is better;
/// nothing where it does not match. Case does not matter; nothing typed matches everything.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, const QString &text);

} // namespace inspector
