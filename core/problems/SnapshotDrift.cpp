// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/SnapshotDrift.h"

#include "core/base/EcmaJson.h"
#include "core/base/Plural.h"
#include "core/diff/JsonDiff.h"

#include <algorithm>

namespace inspector {

namespace {

/// No event tells what the slices are in that we do not know.
JsonValue slicesOf(const WorldState &state)
{
    return JsonObject{{std::string(FactionSlice::key), toJson(state.get<FactionSlice>())},
        {std::string(TutorialSlice::key), toJson(state.get<TutorialSlice>())}};
}

std::string shortText(const JsonValue &value)
{
    constexpr std::size_t most = 40;
    const std::string text = toJsonText(value, JsonLayout::Compact);
    return text.size() <= most ? text : value.asObject() != nullptr ? "{…}" : "[…]";
}

std::string words(const JsonChange &change)
{
    switch (change.kind) {
    case JsonChange::Kind::Added:
        return change.path + " came";
    case JsonChange::Kind::Removed:
        return change.path + " went";
    case JsonChange::Kind::Moved:
        return change.path + " moved";
    case JsonChange::Kind::Changed:
        break;
    }
    return change.path + " was rebuilt as " + shortText(change.before) + " and is " + shortText(change.after);
}

} // namespace

std::optional<std::string> snapshotDrift(const WorldState &rebuilt, const WorldState &snapshot)
{
    constexpr std::size_t told = 3;
    if (rebuilt.get<FactionSlice>() == FactionState() && rebuilt.get<TutorialSlice>() == TutorialState())
        return std::nullopt;
    const JsonChanges changes = diffJson(slicesOf(rebuilt), slicesOf(snapshot), PathPatterns::times());
    if (changes.empty())
        return std::nullopt;
    std::string text = "the game's own state has " + plural(changes.size(), "difference") + ": ";
    for (std::size_t i = 0; i < std::min(changes.size(), told); ++i)
        text += (i > 0 ? ", " : "") + words(changes[i]);
    return changes.size() > told ? text + ", …" : text;
}

} // namespace inspector
