// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of any texts, read back by readers that follow RFC 4180 and GitHub's Markdown and know nothing of
// the writers.
#include "core/artifacts/Csv.h"
#include "core/artifacts/MarkdownTable.h"
#include "core/artifacts/SummaryMarkdown.h"
#include "core/tutorial/TranscriptSerialisers.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>
#include <string>
#include <utility>
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

/// The cells between the bars of a line that no backslash stands before.
std::vector<std::string> markdownCellsOf(std::string_view line)
{
    require(line.starts_with('|') && line.ends_with('|'), "a line of a table stands between bars");
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '|') {
            require(cell.size() >= 2 && cell.front() == ' ' && cell.back() == ' ', "a cell has its margins");
            cells.push_back(std::exchange(cell, {}).substr(1));
            cells.back().pop_back();
        } else {
            require(line[i] != '\r', "a cell has no line end");
            i += line.substr(i, 2) == "\\|" ? 1 : 0;
            cell += line[i];
        }
    }
    require(cell.empty(), "the bar at the end of a line is one");
    return cells;
}

/// Without the line of dashes.
Table markdownOf(std::string_view text)
{
    Table table;
    while (!text.empty())
        table.push_back(markdownCellsOf(takePart(text, '\n')));
    require(table.size() > 1 && table[1] == std::vector<std::string>(table[0].size(), "---"),
        "dashes stand below the header");
    table.erase(table.begin() + 1);
    return table;
}

/// How a cell of a table says it, in which a line cannot end.
std::string onOneLine(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool endsLine = text[i] == '\r' || text[i] == '\n';
        i += text.substr(i, 2) == "\r\n" ? 1 : 0;
        out += endsLine ? std::string("<br>") : std::string(1, text[i]);
    }
    return out;
}

Table onOneLine(Table table)
{
    for (std::vector<std::string> &row : table) {
        for (std::string &cell : row)
            cell = onOneLine(cell);
    }
    return table;
}

/// What Markdown without any markup shows: no backslash before punctuation, no entity of HTML.
std::string shownByMarkdown(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const char c = text.front();
        require(std::string_view("`*_{}[]()#+!~>$<").find(c) == std::string_view::npos, "there is no markup");
        std::size_t length = 1;
        if (c == '\\') {
            require(text.size() > 1, "a backslash stands before something");
            out += text[1];
            length = 2;
        } else if (c == '&') {
            const std::string_view entity = text.substr(0, text.find(';') + 1);
            const std::string_view number = entity.substr(std::min<std::size_t>(2, entity.size()));
            require(entity == "&lt;" || entity == "&amp;" || entity.starts_with("&#"), "it is an entity");
            out += entity == "&lt;"    ? '<'
                   : entity == "&amp;" ? '&'
                                       : static_cast<char>(std::stoi(std::string(number)));
            length = entity.size();
        } else {
            out += c;
        }
        text.remove_prefix(length);
    }
    return out;
}

/// A text as a summary can show it: on one line, a sign in place of what cannot be seen.
std::string asVisible(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t')
            out += ' ';
        else if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
            out += "\xef\xbf\xbd";
        else
            out += c;
    }
    return out;
}

/// Rows of two cells as entries of a transcript.
void checkTranscript(const Table &rows)
{
    std::vector<TranscriptEntry> entries;
    Table csv{{"sequence", "event", "prompt_id", "title", "action", "timestamp", "timestamp_iso",
        "follow_up_narrative", "metadata"}};
    Table markdown{{"#", "Event", "Prompt", "Action", "Timestamp", "Narrative"}};
    for (const std::vector<std::string> &row : rows) {
        const std::string number = std::to_string(entries.size());
        TranscriptEntry entry;
        entry.event = entry.actionTaken = row[0];
        entry.promptText = entry.followUpNarrative = row[1];
        entries.push_back(entry);
        csv.push_back({number, row[0], "", row[1], row[0], "", "", row[1], ""});
        markdown.push_back({number, row[0], row[1], row[0], "", row[1]});
    }
    require(csvOf(transcriptCsv(entries)) == csv, "a transcript in CSV is read as it was");
    require(markdownOf(transcriptMarkdown(entries)) == onOneLine(markdown),
        "a transcript in Markdown is read as it was");
}

/// Rows of two cells as factions of a summary, as far as it lists them.
void checkSummary(const Table &rows)
{
    constexpr std::size_t most = 20;
    StateSummary state;
    Table expected;
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
        const std::string &name = rows[i][0];
        const std::string &attitude = rows[i][1];
        state.factions.push_back({name, 0, 0, attitude, 0, name});
        expected.push_back({asVisible(name), asVisible(attitude), "0", "0", "0", asVisible(name)});
    }
    if (state.factions.empty())
        return;
    const std::string text =
        summaryMarkdown({{SummaryInput{"s", {}, {}, std::nullopt, {{{}, state}}, 0}}, {}, {}});
    const std::size_t start = text.find("| Faction |");
    Table table = markdownOf(std::string_view(text).substr(start, text.find("\n\n", start) + 1 - start));
    table.erase(table.begin());
    for (std::vector<std::string> &row : table)
        std::ranges::transform(row, row.begin(), shownByMarkdown);
    require(table == expected, "a summary shows names as they are");
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
    require(markdownOf(markdown.text()) == onOneLine(expected), "cells of Markdown are read as they were");
    expected.erase(expected.begin());
    checkTranscript(expected);
    checkSummary(expected);
}
