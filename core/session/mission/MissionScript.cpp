// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/MissionScript.h"

#include "core/base/JsonReader.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/mission/MissionMoves.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr double heaviest = 1e6;
constexpr double latest = 253402300799999; // the end of the year 9999

std::uint64_t readWeight(const StrictJson &json)
{
    const auto weight = json.optionalMember("weight");
    return weight ? static_cast<std::uint64_t>(weight->number(1, heaviest)) : 1;
}

std::vector<std::string> takeUsedFactions(MissionNames &names)
{
    return std::exchange(names.usedFactions, {});
}

std::vector<std::string> readIds(const StrictJson &list)
{
    std::vector<std::string> ids;
    for (const StrictJson &element : list.elements()) {
        const StrictJson id = element.isObject() ? element.member("id") : element;
        if (std::find(ids.begin(), ids.end(), id.text()) != ids.end())
            id.fail("is there twice");
        ids.push_back(id.name());
    }
    return ids;
}

JsonValue readObjectOrNull(const StrictJson &step, std::string_view key)
{
    const auto object = step.optionalMember(key);
    if (!object)
        return {};
    (void)object->members(); // reports what is no object
    return object->value();
}

TutorialStep readStep(const StrictJson &json)
{
    json.allowOnly(
        {"why", "id", "title", "description", "highlight", "position", "canSkip", "controlHint", "followUp"});
    TutorialStep step;
    step.id = json.member("id").name();
    const auto canSkip = json.optionalMember("canSkip");
    const auto hint = json.optionalMember("controlHint");
    step.prompt = {{"title", json.member("title").text()}, {"description", json.member("description").text()},
        {"highlight", readObjectOrNull(json, "highlight")}, {"position", readObjectOrNull(json, "position")},
        {"canSkip", canSkip && canSkip->flag()},
        {"controlHint", hint ? readControlHint(*hint) : JsonValue()}};
    if (const auto followUp = json.optionalMember("followUp"))
        step.followUps = readTextChoices(*followUp);
    return step;
}

Walk readWalk(const StrictJson &json)
{
    json.allowOnly({"why", "start", "step", "min", "max"});
    Walk walk;
    walk.min = readRange(json.member("min")).min;
    walk.max = readRange(json.member("max")).min;
    walk.start = readRange(json.member("start")).min;
    walk.step = readRange(json.member("step"));
    if (walk.start < walk.min || walk.start > walk.max)
        json.member("start").fail("must be from \"min\" to \"max\"");
    return walk;
}

Traffic readTraffic(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "every", "events"});
    Traffic traffic;
    traffic.every = readWholeRange(json.member("every"), 1);
    for (const StrictJson &element : json.member("events").elements()) {
        element.allowOnly({"why", "weight", "event", "payload"});
        Traffic::Source source;
        source.weight = readWeight(element);
        source.event = readEvent(element, names);
        source.needsFactions = takeUsedFactions(names);
        traffic.sources.push_back(std::move(source));
    }
    return traffic;
}

Beat readBeat(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "weight", "moves"});
    Beat beat;
    beat.weight = readWeight(json);
    beat.moves = readMoves(json.member("moves"), names);
    beat.needsFactions = takeUsedFactions(names);
    return beat;
}

Chapter readChapter(const StrictJson &json, MissionNames &names)
{
    json.allowOnly({"why", "label", "note", "traffic", "order", "play", "pause", "beats"});
    Chapter chapter;
    chapter.marker.label = json.member("label").name();
    if (const auto note = json.optionalMember("note"))
        chapter.marker.note = note->text();
    if (const auto traffic = json.optionalMember("traffic"))
        chapter.traffic =
            MissionNames::indexIn(names.traffic, *traffic, "is not in the mission's \"traffic\"");
    if (const auto order = json.optionalMember("order")) {
        chapter.anyOrder = order->text() == "any";
        if (!chapter.anyOrder && order->text() != "written")
            order->fail("must be \"any\" or \"written\"");
    }
    if (const auto play = json.optionalMember("play"))
        chapter.play = readWholeRange(*play, 0);
    if (const auto pause = json.optionalMember("pause"))
        chapter.pause = readWholeRange(*pause, 0);
    for (const StrictJson &beat : json.member("beats").elements())
        chapter.beats.push_back(readBeat(beat, names));
    return chapter;
}

void readHead(const StrictJson &root, MissionScript &script)
{
    root.allowOnly({"why", "title", "game", "build", "startedAt", "factions", "tutorial", "walks", "traffic",
        "chapters"});
    script.title = root.member("title").name();
    script.game = root.member("game").name();
    script.build = root.member("build").text();
    script.startedAt = root.member("startedAt").number(0, latest);
}

void readTutorial(const StrictJson &json, MissionScript &script, MissionNames &names)
{
    json.allowOnly({"why", "steps", "ending"});
    names.steps = readIds(json.member("steps"));
    for (const StrictJson &step : json.member("steps").elements())
        script.steps.push_back(readStep(step));
    if (const auto ending = json.optionalMember("ending"))
        script.ending = readTextChoices(*ending);
}

MissionScript readMission(const StrictJson &root)
{
    MissionScript script;
    MissionNames names;
    readHead(root, script);
    names.factions = readIds(root.member("factions"));
    readTutorial(root.member("tutorial"), script, names);
    if (const auto walks = root.optionalMember("walks")) {
        for (const auto &[name, walk] : walks->members()) {
            names.walks.push_back(name);
            script.walks.push_back(readWalk(walk));
        }
    }
    script.traffic.emplace_back(); // silence, for chapters that name none
    names.traffic.emplace_back();
    if (const auto traffic = root.optionalMember("traffic")) {
        for (const auto &[name, entry] : traffic->members()) {
            names.traffic.push_back(name);
            script.traffic.push_back(readTraffic(entry, names));
        }
    }
    for (const StrictJson &chapter : root.member("chapters").elements())
        script.chapters.push_back(readChapter(chapter, names));
    return script;
}

tl::unexpected<Error> badMission(std::string_view source, const std::string &reason)
{
    return failure("bad_mission", "the mission " + std::string(source) + ": " + reason,
        "Correct that place; docs/missions.md describes the format.");
}

} // namespace

Result<MissionScript> MissionScript::fromJson(std::string_view json, std::string_view source)
{
    const Result<JsonValue> parsed = parseJson(json);
    if (!parsed)
        return badMission(source, parsed.error().message);
    JsonProblem problem;
    MissionScript script = readMission(StrictJson(*parsed, problem));
    if (problem.found())
        return badMission(source, problem.text());
    return script;
}

MissionScript MissionScript::withFactionsOf(const FactionCatalogue &catalogue) const
{
    const auto cannotPlay = [&](const auto &part) {
        return std::any_of(part.needsFactions.begin(), part.needsFactions.end(),
            [&](const std::string &id) { return catalogue.find(id) == nullptr; });
    };
    MissionScript playable = *this;
    for (Traffic &each : playable.traffic)
        std::erase_if(each.sources, cannotPlay);
    for (Chapter &chapter : playable.chapters)
        std::erase_if(chapter.beats, cannotPlay);
    return playable;
}

} // namespace inspector
