// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace inspector {

/// Large lists and maps of a state. Where they are one object still in the state after it, they need not be
/// written with that one: whoever keeps it holds them instead.
class HeldParts
{
public:
    /// Elements of a part; smaller ones take less to write than to hold.
    static constexpr std::size_t smallest = 32;

    struct Part
    {
        const char *type = nullptr; ///< an address that stands for it
        std::shared_ptr<const void> value;
        std::size_t bytes = 0; ///< about what it takes apart from those it shares its elements with
    };

    [[nodiscard]] std::size_t size() const { return m_parts.size(); }
    [[nodiscard]] const Part &operator[](std::size_t i) const { return m_parts[i]; }

    /// The one that is the same object as `value`, or nullptr.
    template <class T>
    [[nodiscard]] const Part *find(const T &value) const
    {
        const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &part) {
            return part.type == &tag<T> && static_cast<const T *>(part.value.get())->same(value);
        });
        return found == m_parts.end() ? nullptr : &*found;
    }
    /// The value of the part at `i`, which must be of that type.
    template <class T>
    [[nodiscard]] const T &at(std::size_t i) const
    {
        return *static_cast<const T *>(m_parts[i].value.get());
    }

    template <class T>
    void add(const T &value)
    {
        constexpr std::size_t bytesOfAnElement = 64;
        m_parts.push_back({&tag<T>, std::make_shared<const T>(value), value.size() * bytesOfAnElement});
    }
    void add(const Part &part) { m_parts.push_back(part); }
    void clear() { m_parts.clear(); }

    /// Bytes of those that `other` does not hold.
    [[nodiscard]] std::size_t bytesBeyond(const HeldParts &other) const
    {
        std::size_t bytes = m_parts.size() * sizeof(Part);
        for (const Part &part : m_parts) {
            const auto isIt = [&](const Part &each) { return each.value == part.value; };
            if (std::none_of(other.m_parts.begin(), other.m_parts.end(), isIt))
                bytes += part.bytes;
        }
        return bytes;
    }

private:
    template <class T>
    static constexpr char tag = 0;

    std::vector<Part> m_parts;
};

} // namespace inspector
