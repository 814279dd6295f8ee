// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/HtmlText.h"

#include "core/base/Utf8.h"

namespace inspector {

std::string htmlText(std::string_view text)
{
    std::string out;
    for (const char c : toValidUtf8(text)) {
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
                out += "\xef\xbf\xbd"; // U+FFFD
            else
                out += c;
        }
    }
    return out;
}

} // namespace inspector
