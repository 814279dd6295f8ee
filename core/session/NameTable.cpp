// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/NameTable.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr std::size_t mostNames = 16384; // ids, "others" included, need 15 bits in an index

std::size_t placeOf(SessionRecord::Type type)
{
    return static_cast<std::size_t>(type);
}

std::string_view textOf(const SessionRecord &record)
{
    if (record.type != SessionRecord::Type::Event)
        return record.typeName;
    return record.event ? std::string_view(*record.event) : std::string_view();
}

} // namespace

NameTable::NameTable(std::size_t maxNames)
    : m_maxNames(std::min(maxNames, mostNames))
{}

NameTable::Id NameTable::add(const SessionRecord &record)
{
    const Id *known = m_ids[placeOf(record.type)].find(textOf(record));
    const Id id = known != nullptr ? *known : newName(record.type, textOf(record));
    ++m_counts[id];
    return id;
}

std::optional<NameTable::Id> NameTable::find(const SessionRecord &record) const
{
    if (const Id *known = m_ids[placeOf(record.type)].find(textOf(record)))
        return *known;
    return m_others[placeOf(record.type)];
}

NameTable::Id NameTable::newName(SessionRecord::Type type, std::string_view text)
{
    std::optional<Id> &others = m_others[placeOf(type)];
    if (text.size() <= maxNameBytes && m_names.size() < m_maxNames) {
        const Id id = append({type, std::string(text), false});
        m_ids[placeOf(type)].set(text, id);
        return id;
    }
    if (!others)
        others = append({type, {}, true});
    return *others;
}

NameTable::Id NameTable::append(Name name)
{
    m_textBytes += name.text.size();
    m_names.push_back(std::move(name));
    m_counts.push_back(0);
    return static_cast<Id>(m_names.size() - 1);
}

std::size_t NameTable::bytesUsed() const
{
    constexpr std::size_t bytesPerName = sizeof(Name) + sizeof(KeyOrderedMap<Id>::Entry) + 64; // 64: pointers
    return m_counts.capacity() * sizeof(std::uint64_t) + m_names.size() * bytesPerName + 2 * m_textBytes;
}

} // namespace inspector
