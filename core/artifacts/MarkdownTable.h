// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// A pipe table of GitHub-flavoured Markdown whose cells cannot break it: `|` is escaped, a line break
/// becomes `<br>`.
class MarkdownTable
{
public:
    explicit MarkdownTable(std::initializer_list<std::string_view> header);

    /// Appends a row; null is an empty cell, a number is written as in JSON.
    void addRow(const std::vector<JsonValue> &cells);

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace inspector
