// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/AppendBlock.h"
#include "core/base/SharedList.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>

namespace inspector {

/// A list of as many elements as a session has records, which grows at its end; what is full of it can go to
/// a ColdFile. A value: a copy costs two reference counts, also while it grows, and is good for any thread.
template <class T>
class LongList
{
public:
    /// Elements that go to a file at once.
    static constexpr std::size_t blockSize = std::bit_floor((std::size_t{64} << 10U) / sizeof(T));

    class const_iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        const_iterator() = default;
        const_iterator(const LongList *list, std::size_t at)
            : m_list(list)
            , m_at(at)
        {}
        reference operator*() const { return (*m_list)[m_at]; }
        pointer operator->() const { return &(*m_list)[m_at]; }
        const_iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        const_iterator operator++(int)
        {
            const_iterator before = *this;
            ++m_at;
            return before;
        }
        friend bool operator==(const const_iterator &, const const_iterator &) = default;

    private:
        const LongList *m_list = nullptr;
        std::size_t m_at = 0;
    };
    using value_type = T;

    LongList() = default;
    LongList(std::initializer_list<T> values)
    {
        for (const T &value : values)
            push_back(value);
    }

    [[nodiscard]] std::size_t size() const { return m_full.size() * blockSize + m_tail.size(); }
    [[nodiscard]] bool empty() const { return m_tail.empty(); } // which is never left without one
    [[nodiscard]] const T &operator[](std::size_t i) const
    {
        const std::size_t block = i / blockSize;
        return block < m_full.size() ? m_full[block].get()[i % blockSize] : m_tail[i % blockSize];
    }
    [[nodiscard]] const T &back() const { return m_tail.back(); }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, size()}; }

    /// What is full goes to `cold`, or stays in memory where there is none or it takes nothing.
    void push_back(const T &value, ColdFile *cold = nullptr)
    {
        if (m_tail.size() == blockSize)
            close(cold);
        m_tail.push_back(value, blockSize);
    }

    /// There is a last one. Copies keep what they have.
    void replaceBack(const T &value) { m_tail.replaceBack(value); }

    /// Memory, without what went to a file; bytes.
    [[nodiscard]] std::size_t bytesUsed() const
    {
        return m_full.size() * sizeof(std::shared_ptr<const T>) + m_bytesKept + m_tail.capacity() * sizeof(T);
    }

    friend bool operator==(const LongList &a, const LongList &b)
    {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
    }

private:
    void close(ColdFile *cold)
    {
        m_full.push_back(m_tail.close(cold));
        if (m_full.back().get() == m_tail.data())
            m_bytesKept += blockSize * sizeof(T);
        m_tail = {};
    }

    SharedList<std::shared_ptr<const T>> m_full; // blockSize elements each
    AppendBlock<T> m_tail;
    std::size_t m_bytesKept = 0; // of m_full, in memory
};

} // namespace inspector
