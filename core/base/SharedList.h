// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SoleOwner.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace inspector {

/// A list that is a value: a copy costs one reference count, and changing one of two copies duplicates only a
/// spine of chunk pointers and the chunk that is touched, whatever the length. Grows at the end, is cut at
/// the front.
template <class T>
class SharedList
{
public:
    static constexpr std::size_t chunkSize = 32;

    class const_iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        const_iterator() = default;
        const_iterator(const SharedList *list, std::size_t at)
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
        const SharedList *m_list = nullptr;
        std::size_t m_at = 0;
    };
    using value_type = T;

    SharedList() = default;
    SharedList(std::initializer_list<T> values)
    {
        for (const T &value : values)
            push_back(value);
    }

    [[nodiscard]] std::size_t size() const
    {
        return m_rep ? m_rep->full.size() * chunkSize + m_rep->tail.size() - m_rep->first : 0;
    }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const T &operator[](std::size_t i) const
    {
        const std::size_t at = i + m_rep->first;
        const std::size_t chunk = at / chunkSize;
        return chunk < m_rep->full.size() ? (*m_rep->full[chunk])[at % chunkSize]
                                          : m_rep->tail[at % chunkSize];
    }
    [[nodiscard]] const T &back() const { return (*this)[size() - 1]; }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, size()}; }

    /// Makes room for `count` elements, as far as one chunk holds them.
    void reserve(std::size_t count) { detached().tail.reserve(std::min(count, chunkSize)); }

    void push_back(T value)
    {
        Rep &rep = detached();
        rep.tail.push_back(std::move(value));
        if (rep.tail.size() == chunkSize) {
            rep.full.push_back(std::make_shared<std::vector<T>>(std::move(rep.tail)));
            rep.tail = {};
        }
    }

    void set(std::size_t i, T value)
    {
        change(i, [&](T &element) { element = std::move(value); });
    }

    /// Lets `change(T &)` alter the element; copies of the list keep what they have.
    template <class Change>
    void change(std::size_t i, Change change)
    {
        Rep &rep = detached();
        const std::size_t at = i + rep.first;
        if (at / chunkSize == rep.full.size()) {
            change(rep.tail[at % chunkSize]);
            return;
        }
        std::shared_ptr<std::vector<T>> &chunk = rep.full[at / chunkSize];
        if (!isSoleOwner(chunk))
            chunk = std::make_shared<std::vector<T>>(*chunk);
        change((*chunk)[at % chunkSize]);
    }

    /// Drops from the front until at most `count` are left.
    void keepNewest(std::size_t count)
    {
        if (size() <= count)
            return;
        const std::size_t drop = size() - count;
        Rep &rep = detached();
        rep.first += drop;
        const std::size_t chunks = std::min(rep.first / chunkSize, rep.full.size());
        rep.full.erase(rep.full.begin(), rep.full.begin() + static_cast<std::ptrdiff_t>(chunks));
        rep.first -= chunks * chunkSize;
        if (rep.full.empty()) {
            rep.tail.erase(rep.tail.begin(), rep.tail.begin() + static_cast<std::ptrdiff_t>(rep.first));
            rep.first = 0;
        }
    }

    /// Whether it is `earlier` with further elements behind it, or none; also false where `earlier` was cut
    /// at the front and this was not, or the other way round. Does not look at what both share.
    [[nodiscard]] bool extends(const SharedList &earlier) const
    {
        if (m_rep == earlier.m_rep || earlier.empty())
            return true;
        if (size() < earlier.size() || m_rep->first != earlier.m_rep->first)
            return false;
        const std::size_t end = earlier.m_rep->first + earlier.size();
        for (std::size_t start = 0; start < end; start += chunkSize) {
            const T *own = m_rep->chunk(start / chunkSize);
            const T *other = earlier.m_rep->chunk(start / chunkSize);
            const std::size_t from = start == 0 ? m_rep->first : 0;
            const std::size_t to = std::min(chunkSize, end - start);
            if (own != other && !std::equal(own + from, own + to, other + from))
                return false;
        }
        return true;
    }

    /// Whether both are one object: the cheap test for "nothing changed here".
    [[nodiscard]] bool same(const SharedList &other) const { return m_rep == other.m_rep; }

    friend bool operator==(const SharedList &a, const SharedList &b)
    {
        return a.m_rep == b.m_rep || (a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin()));
    }

    /// Calls `visit(i)` for each place below both sizes where a and b may differ, in order; what both share
    /// chunk by chunk is skipped without looking at it.
    template <class Visit>
    static void forEachDifference(const SharedList &a, const SharedList &b, Visit visit)
    {
        if (a.m_rep == b.m_rep || !a.m_rep || !b.m_rep)
            return;
        const std::size_t common = std::min(a.size(), b.size());
        const std::size_t first = a.m_rep->first;
        if (first != b.m_rep->first) { // no chunk of one stands where it stands in the other
            for (std::size_t i = 0; i < common; ++i) {
                if (!(a[i] == b[i]))
                    visit(i);
            }
            return;
        }
        for (std::size_t start = 0; start < first + common; start += chunkSize) {
            const T *inA = a.m_rep->chunk(start / chunkSize);
            const T *inB = b.m_rep->chunk(start / chunkSize);
            if (inA == inB)
                continue;
            const std::size_t end = std::min(chunkSize, first + common - start);
            for (std::size_t i = start == 0 ? first : 0; i < end; ++i) {
                if (!(inA[i] == inB[i]))
                    visit(start + i - first);
            }
        }
    }

private:
    struct Rep
    {
        std::vector<std::shared_ptr<std::vector<T>>> full; // chunkSize elements each
        std::vector<T> tail;
        std::size_t first = 0; // elements of the first chunk that were cut off

        [[nodiscard]] const T *chunk(std::size_t i) const
        {
            return i < full.size() ? full[i]->data() : tail.data();
        }
    };

    Rep &detached()
    {
        if (!m_rep) {
            m_rep = std::make_shared<Rep>();
        } else if (!isSoleOwner(m_rep)) {
            auto copy = std::make_shared<Rep>();
            copy->full = m_rep->full;
            copy->tail.reserve(m_rep->tail.size() + 1);
            copy->tail = m_rep->tail;
            copy->first = m_rep->first;
            m_rep = std::move(copy);
        }
        return *m_rep;
    }

    std::shared_ptr<Rep> m_rep;
};

} // namespace inspector
