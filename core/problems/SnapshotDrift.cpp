// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/SnapshotDrift.h"

#include "core/base/Plural.h"
#include "core/base/ShortJson.h"
#include "core/diff/JsonDiff.h"

#include <algorithm>

namespace inspector {

namespace {

template <class Slice>
void compareSlice(
    const WorldState &rebuilt, const WorldState &taken, const JsonObject &snapshot, JsonChanges &changes)
{
    static const PathPatterns ignored =
        PathPatterns::parse("times,*.promptHistoryLimit,*.promptHistorySnapshotLimit")
            .value_or(PathPatterns::times());
    const std::string key(Slice::key);
    const auto &before = rebuilt.get<Slice>();
    if (snapshot.find(key) == nullptr || before == typename Slice::State())
        return;
    for (JsonChange &change :
        diffJson(JsonObject{{key, toJson(before)}}, JsonObject{{key, toJson(taken.get<Slice>())}}, ignored)) {
        const bool isNewRecord = change.kind == JsonChange::Kind::Added &&
                                 std::count(change.pointer.begin(), change.pointer.end(), '/') == 3;
        if (!isNewRecord)
            changes.push_back(std::move(change));
    }
}

std::string shortText(const JsonValue &value)
{
    constexpr std::size_t most = 40;
    return shortJson(value, most);
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

std::optional<std::string> snapshotDrift(
    const WorldState &rebuilt, const WorldState &taken, const JsonObject &snapshot)
{
    constexpr std::size_t told = 3;
    JsonChanges changes;
    compareSlice<FactionSlice>(rebuilt, taken, snapshot, changes);
    compareSlice<TutorialSlice>(rebuilt, taken, snapshot, changes);
    if (changes.empty())
        return std::nullopt;
    std::string text = "the game's own state has " + plural(changes.size(), "difference") + ": ";
    for (std::size_t i = 0; i < std::min(changes.size(), told); ++i)
        text += (i > 0 ? ", " : "") + words(changes[i]);
    return changes.size() > told ? text + ", …" : text;
}

} // namespace inspector
