// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TypedLists.h"
#include "core/state/HeldParts.h"
#include "core/state/StateEncoder.h"
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
    /// `held` are the parts that the encoder held, in its order.
    explicit StateDecoder(std::string_view bytes, const HeldParts *held = nullptr);

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
        const auto fields = T::fields();
        [&]<std::size_t... i>(std::index_sequence<i...>)
        {
            (read(value.*std::get<sizeof...(i) - 1 - i>(fields).member), ...);
        }
        (std::make_index_sequence<std::tuple_size_v<decltype(fields)>>());
    }
    template <class T>
    void read(Shared<T> &value)
    {
        const std::uint64_t which = readCount();
        if (which > 1) {
            value = m_read.of<Shared<T>>()[which - 2];
            return;
        }
        T content{};
        read(content);
        value = std::move(content);
        if (which == 1)
            m_read.of<Shared<T>>().push_back(value);
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
        const std::size_t place = readBase(list);
        for (std::uint64_t left = readCount(); left > 0; --left) {
            T element{};
            read(element);
            list.push_back(std::move(element));
        }
        m_read.of<SharedList<T>>()[place] = list;
    }
    template <class V>
    void read(KeyOrderedMap<V> &map)
    {
        const std::size_t place = readBase(map);
        for (std::uint64_t left = readCount(); left > 0; --left) {
            const std::string_view key = readText();
            V value{};
            read(value);
            map.set(key, std::move(value));
        }
        m_read.of<KeyOrderedMap<V>>()[place] = map;
    }

private:
    /// Sets `value` to what it grew out of, and returns its own place in the list of all that were read.
    template <class T>
    std::size_t readBase(T &value)
    {
        std::vector<T> &all = m_read.of<T>();
        const std::uint64_t back = readCount();
        if (back > StateEncoder::basesLookedAt)
            value = m_held->at<T>(back - StateEncoder::basesLookedAt - 1);
        else
            value = back == 0 ? T() : all[all.size() - back];
        all.emplace_back();
        return all.size() - 1;
    }
    [[nodiscard]] std::uint64_t readCount();
    [[nodiscard]] unsigned char readByte() { return static_cast<unsigned char>(m_bytes[m_at++]); }
    [[nodiscard]] std::string_view readText();

    std::string_view m_bytes;
    const HeldParts *m_held;
    std::size_t m_at = 0;
    std::vector<std::string_view> m_texts;
    TypedLists m_read;
};

} // namespace inspector
