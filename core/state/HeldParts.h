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
    /// Elements of a part; writing smaller ones is cheap.
    static constexpr std::size_t smallest = 128;

    struct Part
    {
        const char *type = nullptr; ///< an address that stands for it
        std::shared_ptr<const void> value;
        std::size_t size = 0; ///< elements
        /// Whether one grew out of the other, so that they share elements.
        bool (*shares)(const void *value, const void *other) = nullptr;
    };

    [[nodiscard]] std::size_t size() const { return m_parts.size(); }

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
        m_parts.push_back(
            {&tag<T>, std::make_shared<const T>(value), value.size(), [](const void *one, const void *other) {
                 return static_cast<const T *>(one)->sharesFirstEntry(*static_cast<const T *>(other));
             }});
    }
    void add(const Part &part) { m_parts.push_back(part); }
    void clear() { m_parts.clear(); }

    /// About the bytes that these take where `other` is held as well.
    [[nodiscard]] std::size_t bytesBeyond(const HeldParts &other) const;

private:
    template <class T>
    static constexpr char tag = 0;

    std::vector<Part> m_parts;
};

} // namespace inspector
