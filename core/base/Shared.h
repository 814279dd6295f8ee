// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        : m_value(std::make_shared<const T>(std::move(value)))
    {}

    /// A copy of it that `change(T &)` has altered.
    template <class Change>
    [[nodiscard]] Shared changed(Change change) const
    {
        auto copy = std::make_shared<T>(*m_value);
        change(*copy);
        return Shared(std::shared_ptr<const T>(std::move(copy)));
    }

    [[nodiscard]] const T &operator*() const { return *m_value; }
    [[nodiscard]] const T *operator->() const { return m_value.get(); }

    /// Whether both are one object: the cheap test for "nothing changed here".
    [[nodiscard]] bool same(const Shared &other) const { return m_value == other.m_value; }

    friend bool operator==(const Shared &a, const Shared &b) { return a.same(b) || *a == *b; }

private:
    explicit Shared(std::shared_ptr<const T> value)
        : m_value(std::move(value))
    {}

    static const std::shared_ptr<const T> &empty()
    {
        static const std::shared_ptr<const T> value = std::make_shared<const T>();
        return value;
    }

    std::shared_ptr<const T> m_value;
};

} // namespace inspector
