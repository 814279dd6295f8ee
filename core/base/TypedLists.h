// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>
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
        for (const auto &[type, list] : m_lists) {
            if (type == &tag<T>)
                return *static_cast<std::vector<T> *>(list.get());
        }
        auto list = std::make_shared<std::vector<T>>();
        m_lists.emplace_back(&tag<T>, list);
        return *list;
    }

private:
    // Its address stands for the type. Comparing addresses is several times as fast as hashing names.
    template <class T>
    static constexpr char tag = 0;

    std::vector<std::pair<const char *, std::shared_ptr<void>>> m_lists;
};

} // namespace inspector
