// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonRepair.h"

#include "core/base/Utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace inspector {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The number of a \uXXXX escape at the start of `text`.
std::optional<std::uint32_t> unicodeEscape(std::string_view text)
{
    constexpr std::size_t length = 6;
    std::uint32_t unit = 0;
    if (text.size() < length || text[0] != '\\' || text[1] != 'u')
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + length, unit, 16);
    if (error != std::errc{} || end != text.data() + length)
        return std::nullopt;
    return unit;
}

constexpr bool isHighSurrogate(std::uint32_t unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

constexpr bool isLowSurrogate(std::uint32_t unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/// The length of the text that looks like a JSON number at the start of `text`.
std::size_t numberLength(std::string_view text)
{
    const std::size_t end = text.find_first_not_of("+-.0123456789eE");
    return end == std::string_view::npos ? text.size() : end;
}

/// Whether `number` is digits, with or without a minus, as JSON writes an integer.
bool isInteger(std::string_view number)
{
    if (number.starts_with('-'))
        number.remove_prefix(1);
    const bool leadingZero = number.size() > 1 && number.front() == '0';
    return !number.empty() && !leadingZero &&
           number.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether `number`, which no double can hold, is too large rather than too close to 0: where its first digit
/// that is not 0 stands, counted from the decimal point.
bool isTooLarge(std::string_view number)
{
    const std::string_view mantissa = number.substr(0, number.find_first_of("eE"));
    const std::size_t first = mantissa.find_first_of("123456789");
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const auto place =
        static_cast<std::int64_t>(point) - static_cast<std::int64_t>(std::min(first, mantissa.size()));
    std::string_view exponentText = number.substr(std::min(mantissa.size() + 1, number.size()));
    if (exponentText.starts_with('+'))
        exponentText.remove_prefix(1);
    std::int64_t exponent = 0;
    const auto error =
        std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent).ec;
    if (error == std::errc::result_out_of_range)
        return !exponentText.starts_with('-');
    return place + exponent > 0;
}

class Repairer
{
public:
    explicit Repairer(std::string_view text)
        : m_text(text)
    {
        m_repair.text.reserve(text.size());
    }

    JsonRepair run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"')
                string();
            else if ((c == '-' || isDigit(c)) && beginsValue())
                number();
            else
                copy(1);
        }
        return std::move(m_repair);
    }

private:
    /// Whether a value may begin here; a digit inside of something else is part of an error, and stays.
    [[nodiscard]] bool beginsValue() const
    {
        constexpr std::string_view before = " \t\r\n[,:";
        return m_at == 0 || before.find(m_text[m_at - 1]) != std::string_view::npos;
    }

    void copy(std::size_t wanted)
    {
        const std::size_t count = std::min(wanted, m_text.size() - m_at); // the text may end inside an escape
        m_repair.text += m_text.substr(m_at, count);
        m_at += count;
    }

    void string()
    {
        copy(1);
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\')
                escape();
            else
                copy(1);
        }
        copy(1);
    }

    void escape()
    {
        constexpr std::size_t escapeLength = 6;
        const auto unit = unicodeEscape(m_text.substr(m_at));
        if (!unit || (!isHighSurrogate(*unit) && !isLowSurrogate(*unit))) {
            copy(2);
            return;
        }
        const auto next = unicodeEscape(m_text.substr(m_at + escapeLength));
        if (isHighSurrogate(*unit) && next && isLowSurrogate(*next)) {
            copy(2 * escapeLength);
            return;
        }
        m_repair.text += "\\ufffd";
        m_repair.replacedSurrogates = true;
        m_at += escapeLength;
    }

    void number()
    {
        const std::string_view number = m_text.substr(m_at, numberLength(m_text.substr(m_at)));
        double value = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
        const bool whole = end == number.data() + number.size();
        if (whole && error == std::errc::result_out_of_range && isTooLarge(number)) {
            m_repair.text += "null";
            m_repair.replacedNumbers = true;
        } else {
            m_repair.text += number;
            if (whole && isInteger(number))
                m_repair.text +=
                    "e0"; // the parser reads it as a double instead of refusing what 64 bits cannot hold
        }
        m_at += number.size();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    JsonRepair m_repair;
};

} // namespace

JsonRepair repairJson(std::string_view text)
{
    const std::string valid = toValidUtf8(text);
    JsonRepair repair = Repairer(valid).run();
    repair.replacedBytes = valid != text;
    return repair;
}

} // namespace inspector
