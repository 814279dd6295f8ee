// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/StepList.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Reads back what a StateEncoder wrote, in the same order, into values that are as they were made. The bytes
/// must be whole, and must outlive it.
class StateDecoder
{
public:
    explicit StateDecoder(std::string_view bytes);

    void read(bool &flag);
    void read(double &number);
    void read(std::string &text) { text = readText(); }
    void read(JsonValue &value);
    void read(JsonObject &object);
    void read(NumberOrText &either) { read(either.value); }
    void read(NumberOrList &either) { read(either.value); }
    void read(StepList &steps);

    template <Described T>
    void read(T &value)
    {
        std::apply([&](const auto &...each) { (read(value.*each.member), ...); }, T::fields());
    }
    template <class T>
    void read(Shared<T> &value)
    {
        T content{};
        read(content);
        value = std::move(content);
    }
    template <class T>
    void read(std::optional<T> &value)
    {
        bool isThere = false;
        read(isThere);
        if (isThere)
            read(value.emplace());
    }
    template <class T>
    void read(SharedList<T> &list)
    {
        list = {};
        for (std::uint64_t left = readCount(); left > 0; --left) {
            T element{};
            read(element);
            list.push_back(std::move(element));
        }
    }
    template <class V>
    void read(KeyOrderedMap<V> &map)
    {
        map = {};
        for (std::uint64_t left = readCount(); left > 0; --left) {
            const std::string_view key = readText();
            V value{};
            read(value);
            map.set(key, std::move(value));
        }
    }

private:
    [[nodiscard]] std::uint64_t readCount();
    [[nodiscard]] unsigned char readByte() { return static_cast<unsigned char>(m_bytes[m_at++]); }
    [[nodiscard]] std::string_view readText();

    std::string_view m_bytes;
    std::size_t m_at = 0;
    std::vector<std::string_view> m_texts;
};

} // namespace inspector
