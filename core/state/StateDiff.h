// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/Fields.h"
#include "core/state/StatePath.h"

namespace inspector {

/// Appends the fields in which two states of one slice differ. In a map of records it goes down to the
/// record's field; a map that lost entries is named as a whole. What both states share costs nothing to
/// compare.
template <Described State>
void collectChanges(std::string_view slice, const State &before, const State &after, StatePaths &paths);

namespace detail {

template <class V>
void collectEntryChanges(StatePath at, const V &before, const V &after, StatePaths &paths)
{
    if constexpr (Described<V>) {
        const auto compare = [&](const auto &each) {
            if (!(before.*each.member == after.*each.member)) {
                at.member = each.name;
                paths.push_back(at);
            }
        };
        std::apply([&](const auto &...each) { (compare(each), ...); }, V::fields());
    } else if (!(before == after)) {
        paths.push_back(at);
    }
}

template <class V>
void collectFieldChanges(std::string_view slice, std::string_view field, const KeyOrderedMap<V> &before,
    const KeyOrderedMap<V> &after, StatePaths &paths)
{
    using Entry = typename KeyOrderedMap<V>::Entry;
    const bool grown =
        KeyOrderedMap<V>::forEachChange(before, after, [&](const Entry *old, const Entry &entry) {
            const StatePath path{slice, field, entry.key, {}};
            if (old == nullptr)
                paths.push_back(path);
            else
                collectEntryChanges(path, old->value, entry.value, paths);
        });
    if (!grown && !(before == after))
        paths.push_back({slice, field, {}, {}});
}

template <class T>
void collectFieldChanges(
    std::string_view slice, std::string_view field, const T &before, const T &after, StatePaths &paths)
{
    if (!(before == after))
        paths.push_back({slice, field, {}, {}});
}

} // namespace detail

template <Described State>
void collectChanges(std::string_view slice, const State &before, const State &after, StatePaths &paths)
{
    const auto compare = [&](const auto &each) {
        detail::collectFieldChanges(slice, each.name, before.*each.member, after.*each.member, paths);
    };
    std::apply([&](const auto &...each) { (compare(each), ...); }, State::fields());
}

} // namespace inspector
