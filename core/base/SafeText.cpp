// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SafeText.h"

namespace inspector {

namespace {

/// The second of two equal characters that a provider's command begins with.
bool continuesCommand(std::string_view text, std::size_t i)
{
    return i > 0 && text[i] == text[i - 1] && (text[i] == '#' || text[i] == ':');
}

void appendHex(std::string &out, std::string_view lead, char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += lead;
    out += digits[byte >> 4U];
    out += digits[byte & 0xfU];
}

} // namespace

std::string safeForLog(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || continuesCommand(text, i))
            appendHex(safe, "\\x", c);
        else
            safe += c;
    }
    return safe;
}

std::string safeJsonForLog(std::string_view json)
{
    std::string safe;
    safe.reserve(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (continuesCommand(json, i)) // in JSON text such a pair can only stand inside a string
            appendHex(safe, "\\u00", json[i]);
        else
            safe += json[i];
    }
    return safe;
}

} // namespace inspector
