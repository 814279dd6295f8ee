// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/KeyOrderedMap.h"
#include "core/state/FieldReader.h"
#include "core/state/Fields.h"

#include <string>
#include <string_view>
#include <tuple>
#include <variant>

namespace inspector {

struct StoryFlag
{
    std::string id;
    bool value = false;
    Number updatedAt;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StoryFlag::id), field("value", &StoryFlag::value),
            field("updatedAt", &StoryFlag::updatedAt));
    }
    friend bool operator==(const StoryFlag &, const StoryFlag &) = default;
};

/// What the story remembers (docs/adding-a-slice.md).
struct StoryFlagState
{
    KeyOrderedMap<StoryFlag> flags;
    Number lastActionAt;

    static constexpr auto fields()
    {
        return std::tuple(
            field("flags", &StoryFlagState::flags), field("lastActionAt", &StoryFlagState::lastActionAt));
    }
    friend bool operator==(const StoryFlagState &, const StoryFlagState &) = default;
};

struct StoryFlagChanged
{
    static constexpr std::string_view event = "story:flag_changed";
    TimeMs at = 0;
    Text flag;
    bool value = false;

    static constexpr auto fields()
    {
        return std::tuple(field("flag", &StoryFlagChanged::flag), field("value", &StoryFlagChanged::value));
    }
};

struct StoryFlagsReset
{
    static constexpr std::string_view event = "story:flags_reset";
    TimeMs at = 0;

    static constexpr auto fields() { return std::tuple(); }
};

struct StoryFlagSlice
{
    using State = StoryFlagState;
    using Action = std::variant<StoryFlagChanged, StoryFlagsReset>;
    static constexpr std::string_view key = "storyFlags";

    static void reduce(State &state, Action &&action);
    static void hydrate(const JsonValue &from, State &state, FieldReader &reader);
};

} // namespace inspector
