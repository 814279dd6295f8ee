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
void collectFieldChanges(
    StatePath at, const KeyOrderedMap<V> &before, const KeyOrderedMap<V> &after, StatePaths &paths)
{
    using Entry = typename KeyOrderedMap<V>::Entry;
    const bool grown =
        KeyOrderedMap<V>::forEachChange(before, after, [&](const Entry *old, const Entry &entry) {
            StatePath path = at;
            path.key = entry.key;
            if constexpr (Described<V>) {
                if (old != nullptr) {
                    const auto compare = [&](const auto &each) {
                        if (!(old->value.*each.member == entry.value.*each.member)) {
                            path.member = each.name;
                            paths.push_back(path);
                        }
                    };
                    std::apply([&](const auto &...each) { (compare(each), ...); }, V::fields());
                    return;
                }
            }
            if (old == nullptr || !(old->value == entry.value))
                paths.push_back(path);
        });
    if (!grown && !(before == after))
        paths.push_back(at);
}

template <class T>
void collectFieldChanges(StatePath at, const T &before, const T &after, StatePaths &paths)
{
    if (!(before == after))
        paths.push_back(at);
}

} // namespace detail

template <Described State>
void collectChanges(std::string_view slice, const State &before, const State &after, StatePaths &paths)
{
    const auto compare = [&](const auto &each) {
        detail::collectFieldChanges(
            {slice, each.name, {}, {}}, before.*each.member, after.*each.member, paths);
    };
    std::apply([&](const auto &...each) { (compare(each), ...); }, State::fields());
}

} // namespace inspector
