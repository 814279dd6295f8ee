// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/examples/StoryFlagSlice.h"

namespace inspector {

namespace {

void apply(StoryFlagState &state, const StoryFlagChanged &action)
{
    if (!action.flag || action.flag->empty())
        return;
    state.flags.set(*action.flag, {*action.flag, action.value, action.at});
    state.lastActionAt = action.at;
}

void apply(StoryFlagState &state, const StoryFlagsReset &action)
{
    state.flags = {};
    state.lastActionAt = action.at;
}

} // namespace

void StoryFlagSlice::reduce(State &state, Action &&action)
{
    std::visit([&state](const auto &each) { apply(state, each); }, action);
}

void StoryFlagSlice::hydrate(const JsonValue &from, State &state, FieldReader &reader)
{
    readField(from, state, reader);
}

} // namespace inspector
