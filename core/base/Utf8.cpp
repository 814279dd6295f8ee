// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utf8.h"

#include <algorithm>
#include <cstddef>

namespace inspector {

namespace {

struct Lead
{
    std::size_t length = 0; // of the whole sequence; 0: no byte can start one
    unsigned char secondFrom = 0x80, secondTo = 0xbf;
};

// Unicode 15, table 3-7, "Well-Formed UTF-8 Byte Sequences".
Lead leadOf(unsigned char byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xc2 && byte <= 0xdf)
        return {2};
    if (byte >= 0xe0 && byte <= 0xef)
        return {3, static_cast<unsigned char>(byte == 0xe0 ? 0xa0 : 0x80),
            static_cast<unsigned char>(byte == 0xed ? 0x9f : 0xbf)};
    if (byte >= 0xf0 && byte <= 0xf4)
        return {4, static_cast<unsigned char>(byte == 0xf0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xf4 ? 0x8f : 0xbf)};
    return {};
}

/// How many bytes at the start of `bytes` belong to the sequence that `lead` begins.
std::size_t wellFormedPrefix(std::string_view bytes, const Lead &lead)
{
    std::size_t good = std::min<std::size_t>(1, lead.length);
    for (; good < lead.length && good < bytes.size(); ++good) {
        const auto byte = static_cast<unsigned char>(bytes[good]);
        const unsigned char from = good == 1 ? lead.secondFrom : 0x80;
        const unsigned char to = good == 1 ? lead.secondTo : 0xbf;
        if (byte < from || byte > to)
            break;
    }
    return good;
}

} // namespace

std::string toValidUtf8(std::string_view bytes)
{
    constexpr std::string_view replacement = "\xef\xbf\xbd";
    std::string text;
    text.reserve(bytes.size() + replacement.size());
    while (!bytes.empty()) {
        const Lead lead = leadOf(static_cast<unsigned char>(bytes.front()));
        const std::size_t good = wellFormedPrefix(bytes, lead);
        const bool complete = lead.length != 0 && good == lead.length;
        text += complete ? bytes.substr(0, good) : replacement;
        bytes.remove_prefix(std::max<std::size_t>(good, 1));
    }
    return text;
}

std::string_view utf8Start(std::string_view text, std::size_t bytes)
{
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && isContinuation(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

} // namespace inspector
