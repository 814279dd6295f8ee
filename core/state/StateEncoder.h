// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HashIndex.h"
#include "core/base/TypedLists.h"
#include "core/state/HeldParts.h"
#include "core/state/StepList.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace inspector {

/// Writes described values (Fields.h) as compact bytes that a StateDecoder of the same program reads back
/// exactly. Each text and each shared object stands there once; a list or map that grew out of one just
/// written, as those of prompt snapshots do, is told by what it has more; numbers that are small integers
/// take few bytes. A large list or map that is the one of the state written before is not written at all, but
/// held. For memory, not for files: the bytes have no version.
///
/// What is written must live until the encoder is restarted or gone.
class StateEncoder
{
public:
    /// Gives up beyond `maxBytes`.
    explicit StateEncoder(std::size_t maxBytes);

    [[nodiscard]] bool isFull() const { return m_full; }
    /// What was written; of no use when it is full.
    [[nodiscard]] std::string_view bytes() const { return {m_buffer.data(), m_size}; }
    /// Begins anew, with the memory that it has, and gives up beyond `maxBytes`. `before` are the parts of
    /// the state written before this one; they are replaced by those of this one when that is finished.
    void restart(std::size_t maxBytes, HeldParts *before = nullptr);

    /// Ends it, and returns what a decoder needs beside the bytes.
    [[nodiscard]] HeldParts finish();

    void write(bool flag);
    void write(double number);
    void write(std::string_view text);
    void write(const JsonValue &value);
    void write(const JsonObject &object);
    void write(const NumberOrText &either) { write(either.value); }
    void write(const NumberOrList &either) { write(either.value); }
    void write(const StepList &steps)
    {
        const auto extends = [&](const StepList &earlier) { return steps.ids().extends(earlier.ids()); };
        const StepList *base = writeBase(steps, extends);
        writeRest(steps.ids(), base == nullptr ? 0 : base->size());
    }

    /// The last field first: what is remembered of earlier comes last in a slice, and its lists are what the
    /// slice's own grew out of.
    template <Described T>
    void write(const T &value)
    {
        const auto fields = T::fields();
        [&]<std::size_t... i>(std::index_sequence<i...>)
        {
            (write(value.*std::get<sizeof...(i) - 1 - i>(fields).member), ...);
        }
        (std::make_index_sequence<std::tuple_size_v<decltype(fields)>>());
    }
    template <class T>
    void write(const Shared<T> &value)
    {
        if (value.isAlone()) {
            writeCount(0);
            write(*value);
            return;
        }
        const void *object = &*value;
        const std::uint32_t hash = addressHash(object);
        const std::size_t known =
            m_sharedPlaces.find(hash, [&](std::size_t place) { return m_shared[place].object == object; });
        if (known != HashIndex::none) {
            writeCount(2 + m_shared[known].place);
            return;
        }
        writeCount(1);
        write(*value);
        std::vector<const Shared<T> *> &all = m_written.of<const Shared<T> *>();
        m_sharedPlaces.insert(hash, m_shared.size());
        m_shared.push_back({object, all.size()});
        all.push_back(&value);
    }
    template <class T>
    void write(const std::optional<T> &value)
    {
        write(value.has_value());
        if (value)
            write(*value);
    }
    template <class T>
    void write(const SharedList<T> &list)
    {
        const auto extends = [&](const SharedList<T> &earlier) { return list.extends(earlier); };
        const SharedList<T> *base = writeBase(list, extends);
        writeRest(list, base == nullptr ? 0 : base->size());
    }
    template <class V>
    void write(const KeyOrderedMap<V> &map)
    {
        using Entry = typename KeyOrderedMap<V>::Entry;
        std::vector<const Entry *> changes;
        const auto grewFrom = [&](const KeyOrderedMap<V> &earlier) {
            changes.clear();
            return map.sharesFirstEntry(earlier) &&
                   KeyOrderedMap<V>::forEachChange(
                       earlier, map, [&](const Entry *, const Entry &entry) { changes.push_back(&entry); });
        };
        if (const KeyOrderedMap<V> *base = writeBase(map, grewFrom); base == nullptr)
            changes = map.ordered();
        else if (base == &map)
            changes.clear();
        writeCount(changes.size());
        for (const Entry *entry : changes) {
            if (m_full)
                return;
            write(std::string_view(entry->key));
            write(entry->value);
        }
    }
    // What would be taken for a flag otherwise.
    void write(const std::string &text) { write(std::string_view(text)); }
    void write(const char *) = delete;

    static constexpr std::size_t basesLookedAt = 4; ///< of a type; a snapshot has no more lists of one

private:
    static std::uint32_t addressHash(const void *object)
    {
        constexpr std::uint64_t spread = 0x9E3779B97F4A7C15; // 2^64 by the golden ratio
        constexpr unsigned upperHalf = 32;
        return static_cast<std::uint32_t>((reinterpret_cast<std::uintptr_t>(object) * spread) >> upperHalf);
    }

    // What has no limit. Of lists that have one, and change with most records, holding one would only make
    // the next record copy it.
    template <class T>
    static constexpr bool isHoldable =
        std::is_same_v<T, StepList> || std::is_same_v<T, KeyOrderedMap<double>>;

    /// Writes which of the values of this type just written is the base of `value`, by how many came since,
    /// or that none is, and returns it. `isBase` is asked of the newest first.
    template <class T, class IsBase>
    const T *writeBase(const T &value, IsBase isBase)
    {
        std::vector<const T *> &all = m_written.of<const T *>();
        const T *base = nullptr;
        std::uint64_t back = 0;
        while (base == nullptr && back < std::min(all.size(), basesLookedAt)) {
            const T *candidate = all[all.size() - ++back];
            base = candidate->size() > 0 && isBase(*candidate) ? candidate : nullptr;
        }
        all.push_back(&value);
        if constexpr (isHoldable<T>) {
            if (base == nullptr && hold(value))
                return &value;
        }
        writeCount(base == nullptr ? 0 : back);
        return base;
    }
    /// Whether `value` is a part of the state before, and so is held instead of written.
    template <class T>
    bool hold(const T &value)
    {
        if (m_before == nullptr || value.size() < HeldParts::smallest)
            return false;
        const HeldParts::Part *known = m_before->find(value);
        if (known == nullptr) {
            m_parts.add(value);
            return false;
        }
        writeCount(1 + basesLookedAt + m_held.size());
        m_held.add(*known);
        m_parts.add(*known);
        return true;
    }
    template <class T>
    void writeRest(const SharedList<T> &list, std::size_t from)
    {
        writeCount(list.size() - from);
        for (std::size_t i = from; i < list.size() && !m_full; ++i)
            write(list[i]);
    }
    /// Where the next `count` bytes go, at most slackBytes of them or what was seen to fit.
    char *place(std::size_t count)
    {
        m_full = m_full || m_size + count > m_maxBytes;
        char *at = m_buffer.data() + (m_full ? m_maxBytes : m_size);
        m_size += m_full ? 0 : count;
        return at;
    }
    // Nearly everything comes down to these two, so they are to be inlined.
    void writeCount(std::uint64_t count)
    {
        // Seven bits a byte, the low ones first; the high bit says that more follow.
        constexpr unsigned char more = 0x80;
        if (count < more) {
            writeByte(static_cast<unsigned char>(count));
            return;
        }
        constexpr unsigned bitsOfAByte = 7;
        char *at = place((static_cast<unsigned>(std::bit_width(count)) + bitsOfAByte - 1) / bitsOfAByte);
        for (; count >= more; count >>= bitsOfAByte)
            *at++ = static_cast<char>(count | more);
        *at = static_cast<char>(count);
    }
    void writeByte(unsigned char byte) { *place(1) = static_cast<char>(byte); }

    // What is too much goes behind the end, so that only one place has to ask.
    static constexpr std::size_t slackBytes = 16;

    std::size_t m_maxBytes;
    std::size_t m_size = 0;
    std::vector<char> m_buffer;            // m_maxBytes and slackBytes, at least
    std::vector<std::string_view> m_texts; // each once, as they came
    std::size_t m_nextText = 0;            // the one behind that which was written last
    HashIndex m_textPlaces;
    struct SharedObject
    {
        const void *object;
        std::uint64_t place; // among those of its type
    };
    std::vector<SharedObject> m_shared;
    HashIndex m_sharedPlaces;
    TypedLists m_written;
    HeldParts *m_before = nullptr;
    HeldParts m_parts; // of what is being written
    HeldParts m_held;  // those of them that were there before
    bool m_full = false;
};

} // namespace inspector
