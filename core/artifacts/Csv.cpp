// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/Csv.h"

#include "core/base/EcmaJson.h"

namespace inspector {

namespace {

void appendQuoted(std::string &out, std::string_view cell)
{
    if (cell.find_first_of("\",\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

Csv::Csv(std::initializer_list<std::string_view> header)
{
    addRow({header.begin(), header.end()});
}

void Csv::addRow(const std::vector<JsonValue> &cells)
{
    bool first = true;
    for (const JsonValue &cell : cells) {
        if (!first)
            m_text += ',';
        first = false;
        if (const std::string *text = cell.asString())
            appendQuoted(m_text, *text);
        else if (!cell.isNull())
            appendQuoted(m_text, toJsonText(cell, JsonLayout::Compact));
    }
    m_text += '\n';
}

std::string joinedCell(const SharedList<std::string> &texts)
{
    std::string line;
    for (std::size_t i = 0; i < texts.size(); ++i)
        (line += i == 0 ? "" : "|") += texts[i];
    return line;
}

} // namespace inspector
