// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SoleOwner.h"

#include <memory>
#include <utility>

namespace inspector {

/// An immutable value that costs one reference count to copy. Compares by content, with a shortcut for the
/// same object; a default one holds a default T and allocates nothing.
template <class T>
class Shared
{
public:
    Shared()
        : m_value(empty())
    {}
    Shared(T value)
        : m_value(std::make_shared<T>(std::move(value)))
    {}

    /// Lets `change(T &)` alter the value; those who share it keep what they have.
    template <class Change>
    void change(Change change)
    {
        if (!isSoleOwner(m_value))
            m_value = std::make_shared<T>(*m_value);
        change(*m_value);
    }

    [[nodiscard]] const T &operator*() const { return *m_value; }
    [[nodiscard]] const T *operator->() const { return m_value.get(); }

    /// Whether nobody else holds the object, as far as this thread knows; a hint only.
    [[nodiscard]] bool isAlone() const { return m_value.use_count() == 1; }

    /// Whether both are one object: the cheap test for "nothing changed here".
    [[nodiscard]] bool same(const Shared &other) const { return m_value == other.m_value; }

    friend bool operator==(const Shared &a, const Shared &b) { return a.same(b) || *a == *b; }

private:
    static const std::shared_ptr<T> &empty()
    {
        static const std::shared_ptr<T> value = std::make_shared<T>();
        return value;
    }

    std::shared_ptr<T> m_value;
};

} // namespace inspector
