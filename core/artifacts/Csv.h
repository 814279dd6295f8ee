// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/base/SharedList.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// What becomes of a text that a spreadsheet would run: one that begins with `=`, `+`, `-`, `@`, a tab or a
/// line break and is no number (OWASP, "CSV Injection").
enum class CsvFormulas
{
    AsTheyAre,
    Guarded, ///< a leading `'` makes it text
};

/// Comma-separated values as RFC 4180 quotes them, in UTF-8 with `\n` line ends.
class Csv
{
public:
    explicit Csv(
        std::initializer_list<std::string_view> header, CsvFormulas formulas = CsvFormulas::AsTheyAre);

    /// Appends a row. Null is an empty cell, a number is written as in JSON, a list or object as compact
    /// JSON.
    void addRow(const std::vector<JsonValue> &cells);

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    CsvFormulas m_formulas;
    std::string m_text;
};

/// Several texts in one cell, with `|` between them.
[[nodiscard]] std::string joinedCell(const SharedList<std::string> &texts);

} // namespace inspector
