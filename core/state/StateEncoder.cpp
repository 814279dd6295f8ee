// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StateEncoder.h"

#include "core/state/JsonTag.h"

#include <array>
#include <bit>
#include <cmath>

namespace inspector {

StateEncoder::StateEncoder(std::size_t maxBytes)
    : m_maxBytes(maxBytes)
{}

void StateEncoder::write(bool flag)
{
    writeByte(flag ? 1 : 0);
}

// An even count holds an integer, an odd one announces the eight bytes of any other number.
void StateEncoder::write(double number)
{
    constexpr double exactIntegers = 1LL << 50;
    const bool isInteger = std::abs(number) < exactIntegers && number == std::trunc(number) &&
                           !(number == 0 && std::signbit(number));
    if (isInteger) {
        const auto integer = static_cast<std::int64_t>(number);
        const auto folded = static_cast<std::uint64_t>(integer < 0 ? -2 * integer - 1 : 2 * integer);
        writeCount(2 * folded);
        return;
    }
    writeCount(1);
    const auto bytes = std::bit_cast<std::array<char, sizeof number>>(number);
    m_bytes.append(bytes.data(), bytes.size());
}

void StateEncoder::write(std::string_view text)
{
    const auto [known, isNew] = m_texts.emplace(text, m_texts.size());
    writeCount(known->second);
    if (!isNew)
        return;
    writeCount(text.size());
    m_full = m_full || m_bytes.size() + text.size() > m_maxBytes;
    if (!m_full)
        m_bytes.append(text);
}

void StateEncoder::write(const JsonValue &value)
{
    const auto tag = [&](JsonTag which) { writeByte(static_cast<unsigned char>(which)); };
    if (value.isNull()) {
        tag(JsonTag::Null);
    } else if (const bool *flag = value.asBool()) {
        tag(*flag ? JsonTag::True : JsonTag::False);
    } else if (const double *number = value.asNumber()) {
        tag(JsonTag::Number);
        write(*number);
    } else if (const std::string *text = value.asString()) {
        tag(JsonTag::Text);
        write(*text);
    } else if (const JsonArray *list = value.asArray()) {
        tag(JsonTag::List);
        writeCount(list->size());
        for (std::size_t i = 0; i < list->size() && !m_full; ++i)
            write((*list)[i]);
    } else {
        tag(JsonTag::Object);
        write(*value.asObject());
    }
}

void StateEncoder::write(const JsonObject &object)
{
    writeCount(object.size());
    for (const JsonObject::Member &member : object) {
        if (m_full)
            return;
        write(member.key);
        write(member.value);
    }
}

// Seven bits a byte, the low ones first; the high bit says that more follow.
void StateEncoder::writeCount(std::uint64_t count)
{
    constexpr unsigned char more = 0x80;
    while (count >= more) {
        writeByte(static_cast<unsigned char>(count | more));
        count >>= 7U;
    }
    writeByte(static_cast<unsigned char>(count));
}

void StateEncoder::writeByte(unsigned char byte)
{
    m_full = m_full || m_bytes.size() >= m_maxBytes;
    if (!m_full)
        m_bytes.push_back(static_cast<char>(byte));
}

} // namespace inspector
