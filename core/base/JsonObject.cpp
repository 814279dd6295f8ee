// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonObject.h"

#include "core/base/KeyHash.h"
#include "core/base/SameText.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace inspector {

namespace {
constexpr std::size_t smallSize = 16; // up to here a scan beats hashing

/// One of 64 bits, the same for equal keys.
std::uint64_t kindOf(std::string_view key)
{
    constexpr std::size_t kinds = 64;
    if (key.empty())
        return 1;
    const std::size_t last = static_cast<unsigned char>(key.back());
    const std::size_t first = static_cast<unsigned char>(key.front());
    return std::uint64_t{1} << ((key.size() * 7 + first * 3 + last) % kinds);
}

bool startsWithDigit(std::string_view key)
{
    return !key.empty() && key.front() >= '0' && key.front() <= '9';
}
} // namespace

JsonObject::JsonObject(Members members)
    : m_members(std::move(members))
{
    foldRepeatedKeys();
    sortArrayIndices();
}

JsonObject::JsonObject(std::initializer_list<Initial> members)
{
    m_members.reserve(members.size());
    for (const Initial &each : members)
        m_members.push_back(std::move(each.m_member));
    foldRepeatedKeys();
    sortArrayIndices();
}

const JsonValue *JsonObject::find(std::string_view key) const
{
    if (m_index) {
        const std::size_t at =
            m_index->find(keyHash(key), [&](std::size_t i) { return isSameText(m_members[i].key, key); });
        return at == HashIndex::none ? nullptr : &m_members[at].value;
    }
    for (const Member &member : m_members) {
        if (isSameText(member.key, key))
            return &member.value;
    }
    return nullptr;
}

const JsonValue *JsonObject::findFrom(std::size_t &place, std::string_view key) const
{
    if (m_index)
        return find(key);
    if ((m_kinds & kindOf(key)) == 0)
        return nullptr;
    for (std::size_t looked = 0; looked < m_members.size(); ++looked) {
        if (place >= m_members.size())
            place = 0;
        const Member &member = m_members[place++];
        if (isSameText(member.key, key))
            return &member.value;
    }
    return nullptr;
}

const JsonValue &JsonObject::operator[](std::string_view key) const
{
    static const JsonValue null;
    const JsonValue *value = find(key);
    return value == nullptr ? null : *value;
}

void JsonObject::foldRepeatedKeys()
{
    if (m_members.size() > smallSize) {
        foldRepeatedKeysByHash();
        return;
    }
    for (std::size_t i = 0; i < m_members.size();) {
        const auto self = m_members.begin() + static_cast<std::ptrdiff_t>(i);
        const std::uint64_t kind = kindOf(self->key);
        if ((m_kinds & kind) == 0) {
            m_kinds |= kind; // the first of its kind: no need to look at the others
            ++i;
            continue;
        }
        const auto first = std::find_if(
            m_members.begin(), self, [&](const Member &m) { return isSameText(m.key, self->key); });
        if (first == self) {
            ++i;
            continue;
        }
        first->value = std::move(self->value);
        m_members.erase(self);
    }
}

void JsonObject::foldRepeatedKeysByHash()
{
    m_index.emplace();
    m_index->reserve(m_members.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const std::uint32_t hash = keyHash(m_members[i].key);
        const std::size_t first = m_index->find(
            hash, [&](std::size_t at) { return isSameText(m_members[at].key, m_members[i].key); });
        if (first != HashIndex::none) {
            m_members[first].value = std::move(m_members[i].value);
            continue;
        }
        m_index->insert(hash, kept);
        if (kept != i)
            m_members[kept] = std::move(m_members[i]);
        ++kept;
    }
    m_members.erase(m_members.begin() + static_cast<std::ptrdiff_t>(kept), m_members.end());
}

void JsonObject::sortArrayIndices()
{
    const auto isIndex = [](const Member &member) {
        return startsWithDigit(member.key) && arrayIndex(member.key).has_value();
    };
    const auto isBefore = [](const Member &a, const Member &b) {
        return arrayIndex(a.key) < arrayIndex(b.key);
    };
    if (std::none_of(m_members.begin(), m_members.end(), isIndex))
        return;
    const auto named = std::stable_partition(m_members.begin(), m_members.end(), isIndex);
    std::sort(m_members.begin(), named, isBefore);
    if (m_index)
        indexMembers();
}

void JsonObject::indexMembers()
{
    m_index.emplace();
    m_index->reserve(m_members.size());
    for (std::size_t i = 0; i < m_members.size(); ++i)
        m_index->insert(keyHash(m_members[i].key), i);
}

} // namespace inspector
