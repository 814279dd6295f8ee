// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/WorldState.h"

#include "core/state/StateDiff.h"

#include <unordered_map>
#include <utility>

namespace inspector {

namespace {

constexpr std::string_view completeKey = "tutorialComplete";

using DecoderTable = std::unordered_map<std::string_view, ActionDecoder>;

template <class SliceAction, class Kind>
Action decodeAs(const Event &event, FieldReader &reader)
{
    // Read where it will stand: moving its many fields through two variants costs as much as reading them.
    Action action(std::in_place_type<SliceAction>, std::in_place_type<Kind>);
    Kind &kind = *std::get_if<Kind>(std::get_if<SliceAction>(&action));
    readField(event.payload, kind, reader);
    kind.at = event.timestamp;
    return action;
}

template <class... Kinds>
void addDecoders(DecoderTable &table, std::type_identity<std::variant<Kinds...>> /*slice*/)
{
    (table.emplace(Kinds::event, &decodeAs<std::variant<Kinds...>, Kinds>), ...);
}

template <class... Slice>
DecoderTable makeDecoders(SliceList<Slice...> /*slices*/)
{
    DecoderTable table;
    (addDecoders(table, std::type_identity<typename Slice::Action>{}), ...);
    return table;
}

const DecoderTable &decoders()
{
    static const DecoderTable table = makeDecoders(Slices{});
    return table;
}

/// Calls `visit.operator()<Slice>()` for each slice in order.
template <class... Slice, class Visit>
void forEachSlice(SliceList<Slice...> /*slices*/, Visit visit)
{
    (visit.template operator()<Slice>(), ...);
}

void collectOtherChanges(const JsonObject &before, const JsonObject &after, StatePaths &paths)
{
    if (before == after)
        return;
    const std::size_t known = paths.size();
    for (const JsonObject::Member &member : after) {
        const JsonValue *earlier = before.find(member.key);
        if (earlier == nullptr || !(*earlier == member.value))
            paths.push_back({member.key, {}, {}, {}});
    }
    for (const JsonObject::Member &member : before) {
        if (after.find(member.key) == nullptr)
            paths.push_back({member.key, {}, {}, {}});
    }
    if (paths.size() > known)
        return;
    // Only their order differs; it is written back as it came.
    for (std::size_t place = 0; place < after.size(); ++place) {
        if (before.members()[place].key != after.members()[place].key)
            paths.push_back({after.members()[place].key, {}, {}, {}});
    }
}

} // namespace

ActionDecoder actionDecoder(std::string_view event)
{
    const auto found = decoders().find(event);
    return found == decoders().end() ? nullptr : found->second;
}

std::optional<Action> decodeAction(const Event &event, FieldReader &reader)
{
    const ActionDecoder decode = actionDecoder(event.name);
    return decode == nullptr ? std::nullopt : std::optional(decode(event, reader));
}

std::vector<std::string_view> actionEvents()
{
    std::vector<std::string_view> names;
    for (const auto &[name, decoder] : decoders())
        names.push_back(name);
    return names;
}

void reduceInPlace(WorldState &state, Action &&action)
{
    forEachSlice(Slices{}, [&]<class Slice>() {
        if (auto *own = std::get_if<typename Slice::Action>(&action))
            state.change<Slice>([&](auto &slice) { Slice::reduce(slice, std::move(*own)); });
    });
}

WorldState reduce(WorldState state, Action &&action)
{
    reduceInPlace(state, std::move(action));
    return state;
}

WorldState reduce(WorldState state, const Action &action)
{
    return reduce(std::move(state), Action(action));
}

JsonValue snapshotJson(const WorldState &state)
{
    JsonObject::Members members;
    forEachSlice(Slices{}, [&]<class Slice>() {
        members.push_back({std::string(Slice::key), toJson(state.get<Slice>())});
    });
    members.push_back({std::string(completeKey), state.get<TutorialSlice>().completed});
    for (const JsonObject::Member &other : state.others())
        members.push_back(other);
    return JsonObject(std::move(members));
}

WorldState hydrated(const JsonObject &snapshot, const WorldState &start, FieldReader &reader)
{
    WorldState state;
    forEachSlice(Slices{}, [&]<class Slice>() {
        typename Slice::State slice = start.get<Slice>();
        const FieldReader::Scope scope(reader, Slice::key);
        if (reader.accept(snapshot[Slice::key].asObject() != nullptr, "an object", snapshot[Slice::key]))
            Slice::hydrate(snapshot[Slice::key], slice, reader);
        state.set<Slice>(std::move(slice));
    });
    JsonObject::Members others;
    for (const JsonObject::Member &member : snapshot) {
        bool ours = member.key == completeKey;
        forEachSlice(Slices{}, [&]<class Slice>() { ours = ours || member.key == Slice::key; });
        if (!ours)
            others.push_back(member);
    }
    state.setOthers(JsonObject(std::move(others)));
    return state;
}

void collectStateChanges(const WorldState &before, const WorldState &after, StatePaths &paths)
{
    forEachSlice(Slices{}, [&]<class Slice>() {
        if (&before.get<Slice>() != &after.get<Slice>())
            collectChanges(Slice::key, before.get<Slice>(), after.get<Slice>(), paths);
    });
    collectOtherChanges(before.others(), after.others(), paths);
}

} // namespace inspector
