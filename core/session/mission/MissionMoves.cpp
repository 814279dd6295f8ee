// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/MissionMoves.h"

#include "core/state/slices/FactionSlice.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

std::size_t readStepIndex(const StrictJson &json, const MissionNames &names)
{
    return MissionNames::indexIn(names.steps, json, "is no step of the tutorial");
}

Move readWait(const StrictJson &json, MissionNames &)
{
    json.allowOnly({"why", "wait"});
    return WaitMove{readWholeRange(json.member("wait"), 0)};
}

Move readEventMove(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "event", "payload"});
    return readEvent(json, names);
}

Move readReputation(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "reputation", "fame", "infamy", "reason"});
    ReputationMove move;
    move.factionId = names.useFaction(json.member("reputation"));
    if (const auto fame = json.optionalMember("fame"))
        move.fame = readRange(*fame);
    if (const auto infamy = json.optionalMember("infamy"))
        move.infamy = readRange(*infamy);
    move.reasons = readTextChoices(json.member("reason"));
    return move;
}

Move readMarker(const StrictJson &json, MissionNames &)
{
    json.allowOnly({"why", "marker", "note"});
    MarkerMove move;
    move.label = json.member("marker").name();
    if (const auto note = json.optionalMember("note"))
        move.note = note->text();
    return move;
}

Move readGap(const StrictJson &json, MissionNames &)
{
    json.allowOnly({"why", "gap", "reason"});
    return GapMove{readWholeRange(json.member("gap"), 0), json.member("reason").text()};
}

Move readClockBack(const StrictJson &json, MissionNames &)
{
    json.allowOnly({"why", "clockBack"});
    return ClockBackMove{readWholeRange(json.member("clockBack"), 1)};
}

Move readTutorialMove(const StrictJson &json, MissionNames &)
{
    json.allowOnly({"why", "tutorial"});
    const StrictJson what = json.member("tutorial");
    if (what.text() == "complete")
        return TutorialMove{TutorialMove::What::Complete};
    if (what.text() == "skip")
        return TutorialMove{TutorialMove::What::Skip};
    if (what.text() != "start")
        what.fail("must be \"start\", \"complete\" or \"skip\"");
    return TutorialMove{TutorialMove::What::Start};
}

Move readStartStep(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "step"});
    return StartStepMove{readStepIndex(json.member("step"), names)};
}

Move readCompleteStep(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "complete"});
    return CompleteStepMove{readStepIndex(json.member("complete"), names)};
}

Move readHint(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "hint", "controlHint"});
    return HintMove{readStepIndex(json.member("hint"), names), readControlHint(json.member("controlHint"))};
}

Move readRepeat(const StrictJson &json, MissionNames &names)
{
    constexpr double most = 1000; // a slip of the pen must not fill the memory
    json.allowOnly({"why", "repeat", "moves"});
    const StrictJson times = json.member("repeat");
    RepeatMove move{readWholeRange(times, 0), readMoves(json.member("moves"), names)};
    if (move.times.min + move.times.step * static_cast<double>(move.times.steps) > most)
        times.fail("must be at most 1000");
    const auto repeats = [](const Move &inner) { return std::holds_alternative<RepeatMove>(inner); };
    if (std::any_of(move.moves.begin(), move.moves.end(), repeats))
        times.fail("must not repeat what repeats already");
    return move;
}

struct MoveKind
{
    std::string_view key;
    Move (*read)(const StrictJson &json, MissionNames &names);
};
constexpr std::array<MoveKind, 11> moveKinds{
    {{"wait", readWait}, {"event", readEventMove}, {"reputation", readReputation}, {"marker", readMarker},
        {"gap", readGap}, {"clockBack", readClockBack}, {"tutorial", readTutorialMove},
        {"step", readStartStep}, {"complete", readCompleteStep}, {"hint", readHint}, {"repeat", readRepeat}}};

Move readMove(const StrictJson &json, MissionNames &names)
{
    for (const MoveKind &kind : moveKinds) {
        if (json.optionalMember(kind.key))
            return kind.read(json, names);
    }
    std::string known;
    for (const MoveKind &kind : moveKinds)
        known.append(known.empty() ? "" : ", ").append(kind.key);
    json.fail("must be a move: an object with one of " + known);
    return WaitMove();
}

} // namespace

std::vector<Move> readMoves(const StrictJson &json, MissionNames &names)
{
    std::vector<Move> moves;
    for (const StrictJson &element : json.elements())
        moves.push_back(readMove(element, names));
    return moves;
}

EventMove readEvent(const StrictJson &json, MissionNames &names)
{
    // The simulation would not know of these, and attitudes would no longer follow from reputations.
    constexpr std::array modelled{ReputationChanged::event, AttitudeChanged::event, ReputationReset::event};
    const StrictJson name = json.member("event");
    EventMove move;
    move.name = name.name();
    if (std::find(modelled.begin(), modelled.end(), move.name) != modelled.end())
        name.fail("is an event of the reputation model; use a \"reputation\" move");
    if (const auto payload = json.optionalMember("payload")) {
        (void)payload->members(); // reports what is no object
        move.payload = PayloadTemplate::read(*payload, names);
    }
    return move;
}

TextChoices readTextChoices(const StrictJson &json)
{
    if (!json.isList())
        return {json.text()};
    TextChoices choices;
    for (const StrictJson &element : json.elements())
        choices.push_back(element.text());
    if (choices.empty())
        json.fail("must have at least one text");
    return choices;
}

JsonValue readControlHint(const StrictJson &json)
{
    (void)json.member("label").text();
    for (const StrictJson &key : json.member("keys").elements())
        (void)key.text();
    if (const auto note = json.optionalMember("note"))
        (void)note->text();
    return json.value();
}

} // namespace inspector
