// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of any texts, read back by readers that follow RFC 4180 and GitHub's Markdown and know nothing of
// the writers.
#include "core/artifacts/Csv.h"
#include "core/artifacts/MarkdownTable.h"
#include "tests/fuzz/Fuzz.h"

#include <string>
#include <vector>

using namespace inspector;

namespace {

using Table = std::vector<std::vector<std::string>>;

Table csvOf(std::string_view text)
{
    Table table;
    std::vector<std::string> row;
    std::string cell;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else {
                isQuoted = false;
            }
        } else if (c == '"') {
            require(cell.empty(), "quotes stand around a cell only");
            isQuoted = true;
        } else if (c == ',' || c == '\n') {
            row.push_back(std::exchange(cell, {}));
            if (c == '\n')
                table.push_back(std::exchange(row, {}));
        } else {
            require(c != '\r', "a line end in a cell is quoted");
            cell += c;
        }
    }
    require(!isQuoted && cell.empty() && row.empty(), "the last row has a line end");
    return table;
}

/// How many cells each line has.
std::vector<std::size_t> markdownWidths(std::string_view text)
{
    std::vector<std::size_t> widths;
    while (!text.empty()) {
        const std::string_view line = takePart(text, '\n');
        std::size_t bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            require(line[i] != '\r', "a cell has no line end");
            bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
        }
        require(line.starts_with('|') && line.ends_with('|'), "a line of a table stands between bars");
        widths.push_back(bars - 1);
    }
    return widths;
}

} // namespace

void fuzz(std::string_view input)
{
    Csv csv{"a", "b"};
    Csv guarded({"a", "b"}, CsvFormulas::Guarded);
    MarkdownTable markdown{"a", "b"};
    Table expected{{"a", "b"}};
    while (!input.empty()) {
        std::string_view row = takePart(input, '\x1e');
        const std::string first(takePart(row, '\x1f'));
        const std::string second(row);
        csv.addRow({first, second});
        guarded.addRow({first, second});
        markdown.addRow({first, second});
        expected.push_back({first, second});
    }
    require(csvOf(csv.text()) == expected, "cells are read as they were written");
    const Table safe = csvOf(guarded.text());
    require(safe.size() == expected.size(), "guarded rows are as many");
    for (std::size_t i = 0; i < safe.size(); ++i) {
        for (std::size_t column = 0; column < safe[i].size(); ++column) {
            const std::string &cell = safe[i][column];
            require(cell == expected[i][column] || cell == '\'' + expected[i][column],
                "a guard adds nothing but itself");
        }
    }
    for (const std::size_t width : markdownWidths(markdown.text()))
        require(width == 2, "no cell breaks a row of Markdown");
}
