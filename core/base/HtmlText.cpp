// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/HtmlText.h"

#include "core/base/Utf8.h"

namespace inspector {

std::string htmlText(std::string_view text)
{
    constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD
    std::string valid = toValidUtf8(text);
    for (const std::string_view none : {"\xef\xbf\xbe", "\xef\xbf\xbf"}) { // U+FFFE and U+FFFF are no XML
        for (std::size_t at = valid.find(none); at != std::string::npos; at = valid.find(none, at))
            valid.replace(at, none.size(), replacement);
    }
    std::string out;
    for (const char c : valid) {
        switch (c) {
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
                out += replacement;
            else
                out += c;
        }
    }
    return out;
}

} // namespace inspector
