// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <typeindex>
#include <unordered_map>
#include <vector>

namespace inspector {

/// A list for each type that one is asked for of.
class TypedLists
{
public:
    /// The list of that type, empty at first; valid as long as this lives.
    template <class T>
    [[nodiscard]] std::vector<T> &of()
    {
        std::shared_ptr<void> &list = m_lists[typeid(T)];
        if (!list)
            list = std::make_shared<std::vector<T>>();
        return *static_cast<std::vector<T> *>(list.get());
    }

private:
    std::unordered_map<std::type_index, std::shared_ptr<void>> m_lists;
};

} // namespace inspector
