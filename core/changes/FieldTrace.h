// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/FieldBits.h"

#include <tuple>

namespace inspector {

namespace detail {

/// Of a list as much as tells whether something was added to it, or all of it went.
struct ListMark
{
    std::size_t size = 0;
    const void *last = nullptr;

    friend bool operator==(const ListMark &, const ListMark &) = default;
};

template <class T>
[[nodiscard]] ListMark markOf(const SharedList<Shared<T>> &list)
{
    return {list.size(), list.empty() ? nullptr : &*list.back()};
}
template <class List>
[[nodiscard]] ListMark markOf(const List &list)
{
    return {list.size(), nullptr};
}

template <class Member>
using Traced = std::conditional_t<IsRecordMap<Member>::value, std::monostate,
    std::conditional_t<IsList<Member>::value, ListMark, Member>>;

template <class Fields>
struct TraceOf;
template <class... Owner, class... Member>
struct TraceOf<std::tuple<Field<Owner, Member>...>>
{
    using type = std::tuple<Traced<Member>...>;
};

} // namespace detail

/// What a struct was before something happened to it, without sharing its lists: whoever shares them makes
/// the reducer copy them. An element that is replaced within a list of the same length is not seen.
template <Described T>
class FieldTrace
{
public:
    void take(const T &before)
    {
        each([&](auto &traced, const auto &field) {
            using Member = std::remove_cvref_t<decltype(before.*field.member)>;
            if constexpr (detail::IsRecordMap<Member>::value) {
            } else if constexpr (detail::IsList<Member>::value) {
                traced = detail::markOf(before.*field.member);
            } else {
                traced = before.*field.member;
            }
        });
    }

    /// The bits of what became another.
    [[nodiscard]] FieldMask changed(const T &after)
    {
        FieldMask mask = 0;
        std::size_t bit = 0;
        each([&](auto &traced, const auto &field) {
            using Member = std::remove_cvref_t<decltype(after.*field.member)>;
            if constexpr (detail::IsRecordMap<Member>::value) {
            } else if constexpr (detail::IsList<Member>::value) {
                if (!(traced == detail::markOf(after.*field.member)))
                    mask |= FieldMask{1} << bit;
                ++bit;
            } else {
                compareField(traced, after.*field.member, mask, bit);
            }
        });
        return mask;
    }

private:
    using Fields = decltype(T::fields());

    template <class Visit>
    void each(Visit visit)
    {
        each(visit, std::make_index_sequence<std::tuple_size_v<Fields>>());
    }
    template <class Visit, std::size_t... i>
    void each(Visit &visit, std::index_sequence<i...> /*unused*/)
    {
        constexpr Fields fields = T::fields();
        (visit(std::get<i>(m_traced), std::get<i>(fields)), ...);
    }

    typename detail::TraceOf<Fields>::type m_traced;
};

} // namespace inspector
