// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HashIndex.h"
#include "core/base/KeyHash.h"
#include "core/base/SameText.h"
#include "core/base/SharedList.h"
#include "core/base/SoleOwner.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

/// A map from ids to values that iterates as an ECMAScript object does (docs/formats.md, "Key order") and is
/// itself a value: a copy costs two reference counts, setting an entry of a shared map duplicates that entry
/// and a small spine. Entries are added and replaced, never removed one by one.
template <class V>
class KeyOrderedMap
{
public:
    struct Entry
    {
        std::string key;
        std::uint32_t hash = 0;
        std::optional<std::uint32_t> index; // set for a key that sorts as an array index
        V value;
    };

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    [[nodiscard]] bool contains(std::string_view key) const { return find(key) != nullptr; }

    /// The value under `key`, or nullptr; valid until this map changes.
    [[nodiscard]] const V *find(std::string_view key) const
    {
        const std::size_t at = placeOf(key, keyHash(key));
        return at == HashIndex::none ? nullptr : &m_entries[at]->value;
    }

    void set(std::string_view key, V value)
    {
        const std::uint32_t hash = keyHash(key);
        put(placeOf(key, hash),
            std::make_shared<Entry>(Entry{std::string(key), hash, arrayIndex(key), std::move(value)}));
    }

    /// Lets `change(value)` alter the value under `key`, or a new one whose id, if it has one, is the key.
    /// Cheaper than to find, copy and set; copies of the map keep what they have.
    template <class Change>
    void change(std::string_view key, Change change)
    {
        const std::uint32_t hash = keyHash(key);
        const std::size_t at = placeOf(key, hash);
        if (at != HashIndex::none) {
            m_entries.change(at, [&](EntryPtr &entry) {
                if (!isSoleOwner(entry))
                    entry = std::make_shared<Entry>(*entry);
                change(entry->value);
            });
            return;
        }
        auto entry = std::make_shared<Entry>(Entry{std::string(key), hash, arrayIndex(key), V{}});
        if constexpr (requires { entry->value.id = entry->key; })
            entry->value.id = entry->key;
        change(entry->value);
        put(at, std::move(entry));
    }

    /// Calls `visit(key, value)` in key order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const Entry *entry : ordered())
            visit(std::string_view(entry->key), entry->value);
    }

    /// The entries in key order; valid until this map changes.
    [[nodiscard]] std::vector<const Entry *> ordered() const
    {
        std::vector<const Entry *> entries;
        entries.reserve(size());
        for (const auto &entry : m_entries)
            entries.push_back(entry.get());
        if (m_indexKeys > 0) {
            const auto named = std::stable_partition(
                entries.begin(), entries.end(), [](const Entry *entry) { return entry->index.has_value(); });
            std::sort(
                entries.begin(), named, [](const Entry *a, const Entry *b) { return *a->index < *b->index; });
        }
        return entries;
    }

    friend bool operator==(const KeyOrderedMap &a, const KeyOrderedMap &b)
    {
        if (a.size() != b.size())
            return false;
        bool equal = true;
        SharedList<EntryPtr>::forEachDifference(a.m_entries, b.m_entries, [&](std::size_t i) {
            equal = equal && a.m_entries[i]->key == b.m_entries[i]->key &&
                    a.m_entries[i]->value == b.m_entries[i]->value;
        });
        if (equal || a.m_indexKeys == 0)
            return equal;
        const auto inA = a.ordered();
        const auto inB = b.ordered();
        return std::equal(inA.begin(), inA.end(), inB.begin(),
            [](const Entry *x, const Entry *y) { return x->key == y->key && x->value == y->value; });
    }

    /// Whether both are one object: the cheap test for "nothing changed here".
    [[nodiscard]] bool same(const KeyOrderedMap &other) const { return m_entries.same(other.m_entries); }

    /// Whether the entries first inserted into both are one: cheaply tells what cannot have grown out of
    /// what. False for empty maps.
    [[nodiscard]] bool sharesFirstEntry(const KeyOrderedMap &other) const
    {
        return !empty() && !other.empty() && m_entries[0] == other.m_entries[0];
    }

    /// Calls `visit(entryBefore or nullptr, entryAfter)` for each entry of `after` that is new or was set
    /// since `before`, an earlier copy of it. False when `after` did not grow out of `before`; then nothing
    /// was called.
    template <class Visit>
    static bool forEachChange(const KeyOrderedMap &before, const KeyOrderedMap &after, Visit visit)
    {
        if (before.size() > after.size())
            return false;
        bool grown = true;
        SharedList<EntryPtr>::forEachDifference(before.m_entries, after.m_entries,
            [&](std::size_t i) { grown = grown && before.m_entries[i]->key == after.m_entries[i]->key; });
        if (!grown)
            return false;
        SharedList<EntryPtr>::forEachDifference(before.m_entries, after.m_entries,
            [&](std::size_t i) { visit(before.m_entries[i].get(), *after.m_entries[i]); });
        for (std::size_t i = before.size(); i < after.size(); ++i)
            visit(static_cast<const Entry *>(nullptr), *after.m_entries[i]);
        return true;
    }

private:
    using EntryPtr = std::shared_ptr<Entry>;
    static constexpr std::size_t smallSize = 16; // up to here a scan beats hashing

    [[nodiscard]] std::size_t placeOf(std::string_view key, std::uint32_t hash) const
    {
        const auto isIt = [&](std::size_t i) {
            return m_entries[i]->hash == hash && isSameText(m_entries[i]->key, key);
        };
        if (m_index)
            return m_index->find(hash, isIt);
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (isIt(i))
                return i;
        }
        return HashIndex::none;
    }

    void put(std::size_t at, EntryPtr entry)
    {
        if (at != HashIndex::none) {
            m_entries.set(at, std::move(entry));
            return;
        }
        m_indexKeys += entry->index ? 1 : 0;
        m_entries.push_back(std::move(entry));
        rememberNewest();
    }

    void rememberNewest()
    {
        if (m_entries.size() <= smallSize)
            return;
        if (!m_index) {
            m_index = std::make_shared<HashIndex>();
            for (std::size_t i = 0; i < m_entries.size(); ++i)
                m_index->insert(m_entries[i]->hash, i);
            return;
        }
        if (!isSoleOwner(m_index))
            m_index = std::make_shared<HashIndex>(*m_index);
        m_index->insert(m_entries.back()->hash, m_entries.size() - 1);
    }

    SharedList<EntryPtr> m_entries; // in order of first insertion
    std::shared_ptr<HashIndex> m_index;
    std::size_t m_indexKeys = 0;
};

} // namespace inspector
