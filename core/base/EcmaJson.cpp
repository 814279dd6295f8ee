// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"

#include <array>
#include <charconv>
#include <cmath>

namespace inspector {

namespace {

class Writer
{
public:
    Writer(std::string &out, JsonLayout layout)
        : m_out(out)
        , m_indented(layout == JsonLayout::Indented)
    {}

    void value(const JsonValue &value, std::size_t depth)
    {
        if (const bool *flag = value.asBool())
            m_out += *flag ? "true" : "false";
        else if (const double *number = value.asNumber())
            appendJsonNumber(m_out, *number);
        else if (const std::string *text = value.asString())
            appendJsonString(m_out, *text);
        else if (const JsonArray *array = value.asArray())
            list(*array, depth);
        else if (const JsonObject *object = value.asObject())
            members(*object, depth);
        else
            m_out += "null";
    }

private:
    void list(const JsonArray &array, std::size_t depth)
    {
        if (array.empty()) {
            m_out += "[]";
            return;
        }
        char separator = '[';
        for (const JsonValue &element : array) {
            m_out += separator;
            newLine(depth + 1);
            value(element, depth + 1);
            separator = ',';
        }
        newLine(depth);
        m_out += ']';
    }

    void members(const JsonObject &object, std::size_t depth)
    {
        if (object.empty()) {
            m_out += "{}";
            return;
        }
        char separator = '{';
        for (const auto &[key, member] : object) {
            m_out += separator;
            newLine(depth + 1);
            appendJsonString(m_out, key);
            m_out += m_indented ? ": " : ":";
            value(member, depth + 1);
            separator = ',';
        }
        newLine(depth);
        m_out += '}';
    }

    void newLine(std::size_t depth)
    {
        if (m_indented) {
            m_out += '\n';
            m_out.append(depth * 2, ' ');
        }
    }

    std::string &m_out;
    bool m_indented;
};

/// The digits and decimal exponent of a finite positive number: value = 0.DIGITS * 10^pointAt.
struct Decimal
{
    std::string digits;
    int pointAt = 0;
};

Decimal shortestDecimal(double positive)
{
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), positive, std::chars_format::scientific);
    const std::string_view scientific(text.data(), static_cast<std::size_t>(end - text.data()));
    const std::size_t e = scientific.find('e');
    Decimal decimal;
    decimal.digits = scientific.front();
    if (e > 1)
        decimal.digits += scientific.substr(2, e - 2);
    const std::size_t exponentAt = scientific[e + 1] == '+' ? e + 2 : e + 1;
    int exponent = 0;
    std::from_chars(scientific.data() + exponentAt, scientific.data() + scientific.size(), exponent);
    decimal.pointAt = exponent + 1;
    return decimal;
}

} // namespace

std::string toJsonText(const JsonValue &value, JsonLayout layout)
{
    std::string text;
    Writer(text, layout).value(value, 0);
    return text;
}

void appendJsonString(std::string &out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    const auto mustEscape = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
    };
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!mustEscape(c))
            continue;
        out.append(text, from, i - from);
        from = i + 1;
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u00";
            out += hex[static_cast<unsigned char>(c) >> 4U];
            out += hex[static_cast<unsigned char>(c) & 0xfU];
        }
    }
    out.append(text, from);
    out += '"';
}

void appendJsonNumber(std::string &out, double number)
{
    constexpr int longestDecimal = 21; // ECMA-262: from 1e21 on, and below 1e-6, the exponent is written
    constexpr int smallestDecimal = -5;
    constexpr double exactIntegers = 9007199254740992.0;

    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    if (std::abs(number) < exactIntegers && std::trunc(number) == number) {
        std::array<char, 24> text{};
        const auto integer = static_cast<std::int64_t>(number);
        out.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), integer).ptr);
        return;
    }
    if (number < 0)
        out += '-';
    const auto [digits, pointAt] = shortestDecimal(std::abs(number));
    const int count = static_cast<int>(digits.size());
    if (pointAt > longestDecimal || pointAt < smallestDecimal) {
        out += digits.front();
        if (count > 1)
            (out += '.').append(digits, 1);
        out += pointAt > 0 ? "e+" : "e-";
        out += std::to_string(std::abs(pointAt - 1));
    } else if (pointAt <= 0) {
        (out += "0.").append(static_cast<std::size_t>(-pointAt), '0') += digits;
    } else if (pointAt >= count) {
        (out += digits).append(static_cast<std::size_t>(pointAt - count), '0');
    } else {
        out.append(digits, 0, static_cast<std::size_t>(pointAt))
            .append(".")
            .append(digits, static_cast<std::size_t>(pointAt));
    }
}

} // namespace inspector
