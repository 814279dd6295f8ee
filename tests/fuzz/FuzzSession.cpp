// SPDX-License-Identifier: GPL-3.0-or-later
// A session file: read and replayed from its start, and looked up in the timeline, it has to be the same.
#include "core/base/EcmaJson.h"
#include "core/engine/SessionLoader.h"
#include "core/session/SessionReader.h"
#include "core/session/TimelineReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inspector;

namespace {

/// So near to each other that the session has some.
KeyframeList::Options nearKeyframes(std::string_view input)
{
    constexpr std::size_t farthest = 8;
    KeyframeList::Options options;
    options.spacing = 1 + input.size() % farthest;
    return options;
}

std::string shown(const ReplayState &state)
{
    return toJsonText(snapshotJson(state.world), JsonLayout::Compact);
}

} // namespace

void fuzz(std::string_view input)
{
    const std::string text(input);
    const SessionInput plain = SessionInput::fromText("fuzz", text);
    SessionReader reader(plain.device(), {});
    SessionReplay replay;
    SessionRecord record;
    std::vector<std::string> states{shown(replay.state())};
    std::uint64_t changing = 0;
    for (;;) {
        const Result<bool> more = reader.next(record);
        if (!more || !*more)
            break;
        replay.apply(record, reader.report());
        states.push_back(shown(replay.state()));
        changing += SessionReplay::changesState(record) ? 1 : 0;
    }
    const KeyframeList::Options keyframes = nearKeyframes(input);
    auto loader = SessionLoader::open(
        SessionInput::fromText("fuzz", text), {{}, keyframes, FactionCatalogue::builtIn()});
    require(loader.has_value(), "a session in memory can be opened");
    static_cast<void>((*loader)->readSome([] { return false; }));
    const SessionTimeline &timeline = (*loader)->timeline();
    require(timeline.size() + 1 == states.size(), "the timeline has all records");
    require(changing < keyframes.spacing || timeline.keyframes().size() > 1, "keyframes stand along the way");
    TimelineReader lookup(timeline);
    for (const std::uint64_t number :
        {timeline.size(), timeline.size() / 2, timeline.size() / 4, std::uint64_t{0}}) {
        const Result<ReplayState> state = lookup.stateAt(number);
        require(state.has_value(), "there is a state at each record");
        require(shown(*state) == states[number], "a state is that of the replay");
    }
}
