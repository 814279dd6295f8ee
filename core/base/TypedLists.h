// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

namespace inspector {

/// A list for each type that one is asked for of; a few dozen types at most.
class TypedLists
{
public:
    /// The list of that type, empty at first; valid as long as this lives.
    template <class T>
    [[nodiscard]] std::vector<T> &of()
    {
        for (const Entry &entry : m_lists) {
            if (entry.type == &tag<T>)
                return *static_cast<std::vector<T> *>(entry.list.get());
        }
        auto list = std::make_shared<std::vector<T>>();
        m_lists.push_back({&tag<T>, list, [](void *one) { static_cast<std::vector<T> *>(one)->clear(); }});
        return *list;
    }

    /// Empties all lists; the room that they have stays.
    void clear()
    {
        for (const Entry &entry : m_lists)
            entry.clear(entry.list.get());
    }

private:
    // Its address stands for the type. Comparing addresses is several times as fast as hashing names.
    template <class T>
    static constexpr char tag = 0;

    struct Entry
    {
        const char *type;
        std::shared_ptr<void> list;
        void (*clear)(void *list);
    };

    std::vector<Entry> m_lists;
};

} // namespace inspector
