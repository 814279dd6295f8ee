// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/Event.h"
#include "core/state/FieldReader.h"
#include "core/state/StatePath.h"
#include "core/state/slices/FactionSlice.h"
#include "core/state/slices/TutorialSlice.h"

#include <optional>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace inspector {

template <class... Slice>
struct SliceList
{
    using States = std::tuple<Shared<typename Slice::State>...>;
    using Action = std::variant<typename Slice::Action...>;
};

/// Every slice of the world state, in the order in which a snapshot writes them (docs/adding-a-slice.md).
using Slices = SliceList<FactionSlice, TutorialSlice>;

/// What happened, as one of the slices understands it.
using Action = Slices::Action;

/// The whole state at one moment: a value that costs a few reference counts to copy.
class WorldState
{
public:
    /// The state of one slice: `state.get<FactionSlice>()`.
    template <class Slice>
    [[nodiscard]] const typename Slice::State &get() const
    {
        return *std::get<Shared<typename Slice::State>>(m_slices);
    }
    template <class Slice>
    void set(typename Slice::State state)
    {
        std::get<Shared<typename Slice::State>>(m_slices) = std::move(state);
    }
    /// Lets `change(state)` alter the state of one slice; copies of the world keep what they have.
    template <class Slice, class Change>
    void change(Change change)
    {
        std::get<Shared<typename Slice::State>>(m_slices).change(change);
    }

    /// What snapshots brought for slices that are not ours, as it came.
    [[nodiscard]] const JsonObject &others() const { return *m_others; }
    void setOthers(JsonObject others) { m_others = std::move(others); }

    friend bool operator==(const WorldState &, const WorldState &) = default;

private:
    Slices::States m_slices;
    Shared<JsonObject> m_others;
};

/// Makes the action that an event stands for. Fields of the wrong type count as absent and are told to the
/// reader.
using ActionDecoder = Action (*)(const Event &, FieldReader &);

/// How events of this name become actions, or nullptr when no slice knows them.
[[nodiscard]] ActionDecoder actionDecoder(std::string_view event);

/// The action that `event` stands for, or nothing when no slice knows it.
[[nodiscard]] std::optional<Action> decodeAction(const Event &event, FieldReader &reader);

/// The names of all events that some slice knows.
[[nodiscard]] std::vector<std::string_view> actionEvents();

/// Brings `state` to what it is after `action`; only the slice that the action belongs to is touched. What
/// nobody else shares is changed where it is.
void reduceInPlace(WorldState &state, Action &&action);
/// The state after `action`.
[[nodiscard]] WorldState reduce(WorldState state, Action &&action);
[[nodiscard]] WorldState reduce(WorldState state, const Action &action);

/// The store's snapshot (docs/formats.md, "Snapshot"): `{factions, tutorial, tutorialComplete, …others}`.
[[nodiscard]] JsonValue snapshotJson(const WorldState &state);

/// The state that `snapshot` describes. `start` gives the values of what it lacks, limits above all; fields
/// of the wrong type count as absent and are told to `reader`.
[[nodiscard]] WorldState hydrated(const JsonObject &snapshot, const WorldState &start, FieldReader &reader);

/// The places in which `after` differs from `before`; they point into the two.
void collectStateChanges(const WorldState &before, const WorldState &after, StatePaths &paths);

} // namespace inspector
