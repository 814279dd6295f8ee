// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/StateValue.h"

#include "core/state/StepList.h"

#include <charconv>

namespace inspector {

namespace {

using Part = ValuePath::const_iterator;

/// Goes down in what is JSON already.
JsonValue below(JsonValue value, Part part, Part end)
{
    for (; part != end; ++part) {
        if (const JsonObject *object = value.asObject()) {
            value = JsonValue((*object)[*part]);
        } else if (const JsonArray *list = value.asArray()) {
            const auto at = listPlace(*part, list->size());
            if (!at)
                return {};
            value = JsonValue((*list)[*at]);
        } else {
            return {};
        }
    }
    return value;
}

// Goes down in a struct, and writes as JSON what is at the end of the path only: a state may be large.

template <class T>
JsonValue within(const T &value, Part part, Part end);

template <class T>
JsonValue inside(const std::optional<T> &value, Part part, Part end)
{
    return value ? within(*value, part, end) : JsonValue();
}

template <class T>
JsonValue inside(const Shared<T> &value, Part part, Part end)
{
    return within(*value, part, end);
}

template <class T>
JsonValue inside(const SharedList<T> &list, Part part, Part end)
{
    const auto at = listPlace(*part, list.size());
    return at ? within(list[*at], part + 1, end) : JsonValue();
}

JsonValue inside(const StepList &list, Part part, Part end)
{
    return inside(list.ids(), part, end);
}

template <class V>
JsonValue inside(const KeyOrderedMap<V> &map, Part part, Part end)
{
    const V *value = map.find(*part);
    return value == nullptr ? JsonValue() : within(*value, part + 1, end);
}

template <class T>
JsonValue inside(const T &value, Part part, Part end)
{
    if constexpr (Described<T>) {
        JsonValue found;
        const auto look = [&](const auto &each) {
            if (each.name == *part)
                found = within(value.*each.member, part + 1, end);
        };
        std::apply([&](const auto &...each) { (look(each), ...); }, T::fields());
        return found;
    } else {
        return below(toJson(value), part, end);
    }
}

template <class T>
JsonValue within(const T &value, Part part, Part end)
{
    return part == end ? toJson(value) : inside(value, part, end);
}

} // namespace

JsonValue valueAt(const WorldState &state, const ValuePath &path)
{
    if (path.empty())
        return snapshotJson(state);
    const Part rest = path.begin() + 1;
    if (path.front() == FactionSlice::key)
        return within(state.get<FactionSlice>(), rest, path.end());
    if (path.front() == TutorialSlice::key)
        return within(state.get<TutorialSlice>(), rest, path.end());
    if (path.front() == "tutorialComplete")
        return below(state.get<TutorialSlice>().completed, rest, path.end());
    return below(JsonValue(state.others()[path.front()]), rest, path.end());
}

std::optional<std::size_t> listPlace(const std::string &part, std::size_t size)
{
    std::size_t at = 0;
    const char *last = part.data() + part.size();
    const auto [rest, error] = std::from_chars(part.data(), last, at);
    if (error != std::errc() || rest != last || at >= size)
        return std::nullopt;
    return at;
}

std::string pathText(const ValuePath &path)
{
    std::string text;
    for (const std::string &part : path)
        text += (text.empty() ? "" : ".") + part;
    return text;
}

} // namespace inspector
