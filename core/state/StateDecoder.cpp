// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StateDecoder.h"

#include "core/state/JsonTag.h"

#include <cstring>

namespace inspector {

StateDecoder::StateDecoder(std::string_view bytes, const HeldParts *held)
    : m_bytes(bytes)
    , m_held(held)
{}

void StateDecoder::read(bool &flag)
{
    flag = readByte() != 0;
}

void StateDecoder::read(double &number)
{
    const std::uint64_t count = readCount();
    if (count % 2 == 1) {
        std::memcpy(&number, m_bytes.data() + m_at, sizeof number);
        m_at += sizeof number;
        return;
    }
    const std::uint64_t folded = count / 2;
    const auto half = static_cast<double>(folded >> 1U);
    number = folded % 2 == 1 ? -half - 1 : half;
}

void StateDecoder::read(JsonValue &value)
{
    switch (static_cast<JsonTag>(readByte())) {
    case JsonTag::Null:
        value = {};
        return;
    case JsonTag::False:
        value = false;
        return;
    case JsonTag::True:
        value = true;
        return;
    case JsonTag::Number: {
        double number = 0;
        read(number);
        value = number;
        return;
    }
    case JsonTag::Text:
        value = readText();
        return;
    case JsonTag::List: {
        JsonArray list(readCount());
        for (JsonValue &element : list)
            read(element);
        value = std::move(list);
        return;
    }
    case JsonTag::Object: {
        JsonObject object;
        read(object);
        value = std::move(object);
        return;
    }
    }
}

void StateDecoder::read(JsonObject &object)
{
    JsonObject::Members members(readCount());
    for (JsonObject::Member &member : members) {
        member.key = readText();
        read(member.value);
    }
    object = JsonObject(std::move(members));
}

void StateDecoder::read(StepList &steps)
{
    const std::size_t place = readBase(steps);
    for (std::uint64_t left = readCount(); left > 0; --left)
        steps.append(std::string(readText()));
    m_read.of<StepList>()[place] = steps;
}

std::uint64_t StateDecoder::readCount()
{
    constexpr unsigned char more = 0x80;
    std::uint64_t count = 0;
    for (unsigned shift = 0;; shift += 7) {
        const unsigned char byte = readByte();
        count |= std::uint64_t{byte & (more - 1U)} << shift;
        if (byte < more)
            return count;
    }
}

std::string_view StateDecoder::readText()
{
    const std::uint64_t which = readCount();
    if (which < m_texts.size())
        return m_texts[which];
    const std::uint64_t length = readCount();
    m_texts.push_back(m_bytes.substr(m_at, length));
    m_at += length;
    return m_texts.back();
}

} // namespace inspector
