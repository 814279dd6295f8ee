// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StateEncoder.h"

#include "core/base/KeyHash.h"
#include "core/base/SameText.h"
#include "core/state/JsonTag.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace inspector {

StateEncoder::StateEncoder(std::size_t maxBytes)
    : m_maxBytes(maxBytes)
    , m_buffer(maxBytes + slackBytes)
{}

void StateEncoder::restart(std::size_t maxBytes, HeldParts *before)
{
    m_maxBytes = maxBytes;
    m_buffer.resize(std::max(m_buffer.size(), maxBytes + slackBytes));
    m_size = 0;
    m_texts.clear();
    m_nextText = 0;
    m_textPlaces.clear();
    m_shared.clear();
    m_sharedPlaces.clear();
    m_written.clear();
    m_before = before;
    m_parts.clear();
    m_held.clear();
    m_full = false;
}

HeldParts StateEncoder::finish()
{
    if (m_before != nullptr)
        *m_before = std::exchange(m_parts, {});
    return std::exchange(m_held, {});
}

void StateEncoder::write(bool flag)
{
    writeByte(flag ? 1 : 0);
}

// An even count holds an integer, an odd one announces the eight bytes of any other number.
void StateEncoder::write(double number)
{
    constexpr double exactIntegers = 1LL << 50;
    const bool isSmall = std::abs(number) < exactIntegers;
    const std::int64_t integer = isSmall ? static_cast<std::int64_t>(number) : 0;
    if (isSmall && static_cast<double>(integer) == number && !(integer == 0 && std::signbit(number))) {
        const auto folded = static_cast<std::uint64_t>(integer < 0 ? -2 * integer - 1 : 2 * integer);
        writeCount(2 * folded);
        return;
    }
    writeCount(1);
    std::memcpy(place(sizeof number), &number, sizeof number);
}

void StateEncoder::write(std::string_view text)
{
    // Texts come in the order of before as often as not: the steps of a map, the fields of a record.
    if (m_nextText < m_texts.size() && isSameText(m_texts[m_nextText], text)) {
        writeCount(m_nextText++);
        return;
    }
    const std::uint32_t hash = keyHash(text);
    const std::size_t known =
        m_textPlaces.find(hash, [&](std::size_t place) { return isSameText(m_texts[place], text); });
    if (known != HashIndex::none) {
        writeCount(known);
        m_nextText = known + 1;
        return;
    }
    m_textPlaces.insert(hash, m_texts.size());
    m_texts.push_back(text);
    m_nextText = 0;
    writeCount(m_texts.size() - 1);
    writeCount(text.size());
    m_full = m_full || m_size + text.size() > m_maxBytes;
    if (!m_full)
        text.copy(place(text.size()), text.size());
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

} // namespace inspector
