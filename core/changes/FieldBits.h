// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/Fields.h"
#include "core/state/StepList.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <type_traits>
#include <vector>

namespace inspector {

/// One bit for each value in a described struct, in the order in which it is written: structs in it are taken
/// apart, lists and maps are one value each, and a map of structs is none, since each of those has bits of
/// its own.
using FieldMask = std::uint32_t;

namespace detail {

template <class T>
struct Unwrapped
{
    using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> : Unwrapped<T>
{};
template <class T>
struct Unwrapped<Shared<T>> : Unwrapped<T>
{};

template <class T>
struct IsRecordMap : std::false_type
{};
template <class V>
struct IsRecordMap<KeyOrderedMap<V>> : std::bool_constant<Described<V>>
{};

template <class T>
inline constexpr bool isTakenApart = Described<typename Unwrapped<T>::type>;

template <class T>
struct IsList : std::false_type
{};
template <class V>
struct IsList<SharedList<V>> : std::true_type
{};
template <class V>
struct IsList<KeyOrderedMap<V>> : std::true_type
{};
template <>
struct IsList<StepList> : std::true_type
{};

} // namespace detail

/// A value that has a bit.
struct FieldLeaf
{
    std::vector<std::string> path; ///< below the struct
    bool isList = false;           ///< or a map
};

/// How many bits a field takes.
template <class Member>
[[nodiscard]] constexpr std::size_t fieldWidth()
{
    if constexpr (detail::IsRecordMap<Member>::value) {
        return 0;
    } else if constexpr (detail::isTakenApart<Member>) {
        return std::apply(
            []<class... Field>(const Field &...each) {
                return (
                    std::size_t{0} + ... +
                    fieldWidth<std::remove_cvref_t<
                        decltype(std::declval<typename detail::Unwrapped<Member>::type>().*each.member)>>());
            },
            detail::Unwrapped<Member>::type::fields());
    } else {
        return 1;
    }
}

/// All bits of `T`.
template <Described T>
inline constexpr FieldMask allFields = static_cast<FieldMask>((std::uint64_t{1} << fieldWidth<T>()) - 1);

/// What the bits of `T` stand for, from the lowest.
template <Described T>
void appendLeaves(std::vector<std::string> path, std::vector<FieldLeaf> &leaves)
{
    static_assert(fieldWidth<T>() < sizeof(FieldMask) * 8 - 1, "there are more values than bits");
    const auto append = [&](const auto &each) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*each.member)>;
        using Inner = typename detail::Unwrapped<Member>::type;
        path.emplace_back(each.name);
        if constexpr (detail::IsRecordMap<Member>::value) {
        } else if constexpr (detail::isTakenApart<Member>) {
            appendLeaves<Inner>(path, leaves);
        } else {
            leaves.push_back({path, detail::IsList<Member>::value});
        }
        path.pop_back();
    };
    std::apply([&](const auto &...each) { (append(each), ...); }, T::fields());
}

template <Described T>
[[nodiscard]] const std::vector<FieldLeaf> &fieldLeaves()
{
    static const std::vector<FieldLeaf> leaves = [] {
        std::vector<FieldLeaf> all;
        appendLeaves<T>({}, all);
        return all;
    }();
    return leaves;
}

/// The bits of what a path, its parts from `begin` to `end`, leads to or through.
template <Described T, class Part>
[[nodiscard]] FieldMask fieldsAlong(Part begin, Part end)
{
    FieldMask fields = 0;
    FieldMask bit = 1;
    for (const FieldLeaf &leaf : fieldLeaves<T>()) {
        const auto common = std::min<std::ptrdiff_t>(std::ssize(leaf.path), std::distance(begin, end));
        if (std::equal(leaf.path.begin(), leaf.path.begin() + common, begin))
            fields |= bit;
        bit <<= 1U;
    }
    return fields;
}

/// Sets the bits, from `bit` on, of what differs between two values of a field, and moves `bit` behind them.
template <class Member>
void compareField(const Member &before, const Member &after, FieldMask &mask, std::size_t &bit);

template <Described T>
void compareStructs(const T &before, const T &after, FieldMask &mask, std::size_t &bit)
{
    std::apply(
        [&](const auto &...each) { (compareField(before.*each.member, after.*each.member, mask, bit), ...); },
        T::fields());
}

template <class T>
void compareField(
    const Shared<T> &before, const Shared<T> &after, FieldMask &mask, std::size_t &bit) requires Described<T>
{
    if (before.same(after))
        bit += fieldWidth<T>();
    else
        compareStructs(*before, *after, mask, bit);
}

template <class T>
void compareField(const std::optional<T> &before, const std::optional<T> &after, FieldMask &mask,
    std::size_t &bit) requires detail::isTakenApart<T>
{
    constexpr std::size_t width = fieldWidth<T>();
    if (before && after) {
        compareField(*before, *after, mask, bit);
        return;
    }
    if (before.has_value() != after.has_value())
        mask |= static_cast<FieldMask>(((std::uint64_t{1} << width) - 1) << bit);
    bit += width;
}

template <class Member>
void compareField(const Member &before, const Member &after, FieldMask &mask, std::size_t &bit)
{
    if constexpr (detail::IsRecordMap<Member>::value) {
    } else if constexpr (Described<Member>) {
        compareStructs(before, after, mask, bit);
    } else {
        if (!(before == after))
            mask |= FieldMask{1} << bit;
        ++bit;
    }
}

/// The bits of what differs.
template <Described T>
[[nodiscard]] FieldMask changedFields(const T &before, const T &after)
{
    FieldMask mask = 0;
    std::size_t bit = 0;
    compareStructs(before, after, mask, bit);
    return mask;
}

} // namespace inspector
