// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/MarkdownTable.h"

#include "core/base/EcmaJson.h"

namespace inspector {

namespace {

void appendCell(std::string &out, std::string_view cell)
{
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (c == '|')
            out += "\\|";
        else if (c == '\n' || (c == '\r' && cell.substr(i + 1, 1) != "\n"))
            out += "<br>";
        else if (c != '\r')
            out += c;
    }
}

} // namespace

MarkdownTable::MarkdownTable(std::initializer_list<std::string_view> header)
{
    addRow({header.begin(), header.end()});
    for (std::size_t i = 0; i < header.size(); ++i)
        m_text += "| --- ";
    m_text += "|\n";
}

void MarkdownTable::addRow(const std::vector<JsonValue> &cells)
{
    for (const JsonValue &cell : cells) {
        m_text += "| ";
        if (const std::string *text = cell.asString())
            appendCell(m_text, *text);
        else if (!cell.isNull())
            appendCell(m_text, toJsonText(cell, JsonLayout::Compact));
        m_text += ' ';
    }
    m_text += "|\n";
}

} // namespace inspector
