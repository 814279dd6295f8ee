// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ColdFile.h"
#include "core/base/SoleOwner.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstring>
#include <memory>
#include <type_traits>

namespace inspector {

/// Elements one after the other in memory that only grows at its end. A value: copies share the memory, and
/// who appends writes behind what the others see, in place unless somebody else did so before. So a copy
/// costs a reference count and appending what it costs a vector, however often it is copied in between.
///
/// Copies may be read by any number of threads while another one appends to its own.
template <class T>
class AppendBlock
{
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::size_t capacity() const { return m_memory == nullptr ? 0 : m_memory->capacity; }
    [[nodiscard]] const T *data() const { return m_memory == nullptr ? nullptr : m_memory->items; }
    [[nodiscard]] const T &operator[](std::size_t i) const { return m_memory->items[i]; }
    [[nodiscard]] const T &back() const { return m_memory->items[m_size - 1]; }
    [[nodiscard]] const T *begin() const { return data(); }
    [[nodiscard]] const T *end() const { return data() + m_size; }

    /// Memory is taken for at most `mostEver` elements at once; more than that grow as a vector does.
    void push_back(const T &value, std::size_t mostEver = ~std::size_t{0})
    {
        if (m_size == capacity())
            move(std::max(std::min(2 * m_size, mostEver), m_size + 1));
        if (!m_memory->claim(m_size)) {
            move(capacity());
            m_memory->claim(m_size);
        }
        std::construct_at(m_memory->items + m_size, value);
        ++m_size;
    }

    /// There is a last one. Copies keep what they have.
    void replaceBack(const T &value)
    {
        if (!isSoleOwner(m_memory))
            move(capacity());
        m_memory->items[m_size - 1] = value;
    }

    /// Takes memory for so many at once.
    void reserve(std::size_t count)
    {
        if (count > capacity())
            move(count);
    }

    /// The elements on their own, for as long as they are held: out of memory where `cold` takes them.
    [[nodiscard]] std::shared_ptr<const T> close(ColdFile *cold) const
    {
        if (cold != nullptr) {
            if (const auto kept = cold->keep(m_memory->items, m_size * sizeof(T)))
                return std::static_pointer_cast<const T>(kept);
        }
        return {m_memory, data()};
    }

private:
    struct Memory
    {
        explicit Memory(std::size_t count)
            : capacity(count)
            , items(std::allocator<T>().allocate(count))
        {}
        ~Memory() { std::allocator<T>().deallocate(items, capacity); }
        Memory(const Memory &) = delete;
        Memory &operator=(const Memory &) = delete;

        /// Whether the place is nobody's yet; then it is the caller's.
        bool claim(std::size_t place)
        {
            return used.compare_exchange_strong(place, place + 1, std::memory_order_relaxed);
        }

        std::size_t capacity;
        T *items;
        std::atomic<std::size_t> used = 0;
    };

    /// Into memory of its own.
    void move(std::size_t capacity)
    {
        constexpr std::size_t least = 8;
        const auto own = std::make_shared<Memory>(std::max(capacity, least));
        if (m_size > 0)
            std::memcpy(static_cast<void *>(own->items), m_memory->items, m_size * sizeof(T));
        own->used = m_size;
        m_memory = own;
    }

    std::shared_ptr<Memory> m_memory;
    std::size_t m_size = 0;
};

} // namespace inspector
