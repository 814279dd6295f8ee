// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/Csv.h"

#include "core/base/EcmaJson.h"

#include <charconv>
#include <cmath>

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

bool isFormula(std::string_view text)
{
    if (text.empty() || std::string_view("=+-@\t\r\n").find(text.front()) == std::string_view::npos)
        return false;
    const std::string_view unsignedText = text.substr(text.front() == '+' ? 1 : 0);
    double number = 0;
    const auto [end, error] =
        std::from_chars(unsignedText.data(), unsignedText.data() + unsignedText.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    return !isNumber;
}

} // namespace

Csv::Csv(std::initializer_list<std::string_view> header, CsvFormulas formulas)
    : m_formulas(formulas)
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
        const std::string *text = cell.asString();
        if (text != nullptr && m_formulas == CsvFormulas::Guarded && isFormula(*text))
            appendQuoted(m_text, "'" + *text);
        else if (text != nullptr)
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
