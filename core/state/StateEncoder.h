// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/StepList.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace inspector {

/// Writes described values (Fields.h) as compact bytes that a StateDecoder of the same program reads back
/// exactly. Each text stands there once; numbers that are small integers take few bytes. For memory, not for
/// files: the bytes have no version.
///
/// What is written must live until the encoder is gone.
class StateEncoder
{
public:
    /// Gives up beyond `maxBytes`.
    explicit StateEncoder(std::size_t maxBytes);

    [[nodiscard]] bool isFull() const { return m_full; }
    /// What was written; of no use when it is full.
    [[nodiscard]] std::string takeBytes() { return std::move(m_bytes); }

    void write(bool flag);
    void write(double number);
    void write(std::string_view text);
    void write(const JsonValue &value);
    void write(const JsonObject &object);
    void write(const NumberOrText &either) { write(either.value); }
    void write(const NumberOrList &either) { write(either.value); }
    void write(const StepList &steps) { write(steps.ids()); }

    template <Described T>
    void write(const T &value)
    {
        std::apply([&](const auto &...each) { (write(value.*each.member), ...); }, T::fields());
    }
    template <class T>
    void write(const Shared<T> &value)
    {
        write(*value);
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
        writeCount(list.size());
        for (std::size_t i = 0; i < list.size() && !m_full; ++i)
            write(list[i]);
    }
    template <class V>
    void write(const KeyOrderedMap<V> &map)
    {
        writeCount(map.size());
        for (const auto *entry : map.ordered()) {
            if (m_full)
                return;
            write(std::string_view(entry->key));
            write(entry->value);
        }
    }
    // What would be taken for a flag otherwise.
    void write(const std::string &text) { write(std::string_view(text)); }
    void write(const char *) = delete;

private:
    void writeCount(std::uint64_t count);
    void writeByte(unsigned char byte);

    std::size_t m_maxBytes;
    std::string m_bytes;
    std::unordered_map<std::string_view, std::uint64_t> m_texts; // which comes how many-th
    bool m_full = false;
};

} // namespace inspector
