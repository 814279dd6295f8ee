// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveFile.h"

#include "core/base/EcmaJson.h"
#include "core/state/Fields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

constexpr std::string_view tutorialKey = "tutorial";
constexpr std::string_view completeFlag = "tutorialComplete";
constexpr std::string_view skippedFlag = "tutorialSkipped";

template <class T>
void readMember(const JsonObject &object, std::string_view name, T &into, FieldReader &reader)
{
    const FieldReader::Scope scope(reader, name);
    readField(object[name], into, reader);
}

/// Whether an older save has the flag set, beside its game data or in it.
bool isFlagSet(
    const JsonObject &object, const JsonObject &gameData, std::string_view flag, FieldReader &reader)
{
    bool outer = false;
    bool inner = false;
    readMember(object, flag, outer, reader);
    const FieldReader::Scope scope(reader, "gameData");
    readMember(gameData, flag, inner, reader);
    return outer || inner;
}

/// The tutorial slice of an older save with the flags in it. Its completed steps may be a count, which is no
/// list and no mistake either.
JsonObject migratedTutorial(const JsonObject &tutorial, bool completed, bool skipped)
{
    JsonObject::Members members = tutorial.members();
    std::erase_if(members, [](const JsonObject::Member &member) {
        return member.key == "completedSteps" && member.value.asNumber() != nullptr;
    });
    if (completed)
        members.push_back({"completed", true});
    if (skipped)
        members.push_back({"skipped", true});
    return JsonObject(std::move(members));
}

JsonObject migratedGameData(const JsonObject &object, const JsonObject &gameData, FieldReader &reader)
{
    const bool completed = isFlagSet(object, gameData, completeFlag, reader);
    const bool skipped = isFlagSet(object, gameData, skippedFlag, reader);
    Shared<JsonObject> tutorial;
    {
        const FieldReader::Scope scope(reader, "gameData");
        readMember(gameData, tutorialKey, tutorial, reader);
    }
    JsonObject::Members members = gameData.members();
    std::erase_if(members, [](const JsonObject::Member &member) {
        return member.key == skippedFlag || member.key == completeFlag;
    });
    members.push_back({std::string(tutorialKey), migratedTutorial(*tutorial, completed, skipped)});
    return JsonObject(std::move(members));
}

/// A save of before there was `gameData`: what belongs into it stands beside the version.
bool isFlat(const JsonObject &object)
{
    const double *version = object["version"].asNumber();
    return version != nullptr && *version < SaveFile::currentVersion && object["gameData"].isNull() &&
           !(object["factions"].isNull() && object[tutorialKey].isNull());
}

JsonObject gameDataOfFlat(const JsonObject &object)
{
    constexpr std::array<std::string_view, 7> ofTheSave{
        "version", "timestamp", "playtime", "slot", "meta", completeFlag, skippedFlag};
    JsonObject::Members members = object.members();
    std::erase_if(members, [&](const JsonObject::Member &member) {
        return std::find(ofTheSave.begin(), ofTheSave.end(), member.key) != ofTheSave.end();
    });
    return JsonObject(std::move(members));
}

tl::unexpected<Error> futureVersion(double version)
{
    std::string message = "the save is of version ";
    appendJsonNumber(message, version);
    return failure("future_version",
        message + "; this program knows version " + std::to_string(SaveFile::currentVersion),
        "Use a newer telemetry-inspector.");
}

} // namespace

bool SaveFile::isSave(const JsonObject &object)
{
    const auto has = [&](std::string_view key) { return !object[key].isNull(); };
    return has("gameData") || isFlat(object) || (has("version") && !has("factions") && !has(tutorialKey));
}

Result<SaveFile> SaveFile::fromJson(const JsonObject &object, FieldReader &reader)
{
    SaveFile save;
    save.version = 0;
    readMember(object, "version", save.version, reader);
    if (save.version > currentVersion)
        return futureVersion(save.version);
    Shared<JsonObject> gameData;
    Shared<JsonObject> meta;
    readMember(object, "gameData", gameData, reader);
    readMember(object, "meta", meta, reader);
    readMember(object, "timestamp", save.timestamp, reader);
    readMember(object, "playtime", save.playtime, reader);
    readMember(object, "slot", save.slot, reader);
    {
        const FieldReader::Scope scope(reader, "meta");
        readMember(*meta, "snapshotSource", save.snapshotSource, reader);
        readMember(*meta, "slotLabel", save.slotLabel, reader);
    }
    const bool isOld = save.version < currentVersion;
    if (!isOld && object["gameData"].asObject() == nullptr) {
        return failure("not_understood", "the save has no game data: \"gameData\" must be an object",
            "Give a save file that the game or this program wrote.");
    }
    if (isFlat(object))
        gameData = gameDataOfFlat(object);
    save.gameData = isOld ? migratedGameData(object, *gameData, reader) : *gameData;
    return save;
}

JsonValue SaveFile::toJson() const
{
    return JsonObject{{"version", currentVersion}, {"timestamp", timestamp}, {"playtime", playtime},
        {"slot", slot}, {"gameData", gameData},
        {"meta", JsonObject{{"snapshotSource", snapshotSource}, {"slotLabel", slotLabel}}}};
}

} // namespace inspector
